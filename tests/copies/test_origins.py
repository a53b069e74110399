from doubles import article

from checker.copies.origins import families_of, origins


def test_articles_of_one_source_are_one_origin():
    articles = [
        article("a", "Text.", source="Post"),
        article("b", "Text.", source="Post"),
        article("c", "Text.", source="Herald"),
    ]
    assert origins(articles, {}) == [("Herald",), ("Post",)]


def test_copies_of_one_story_are_one_origin():
    articles = [article(name, "Text.", source=name) for name in ("a", "b", "c")]
    assert origins(articles, families_of([("c", "a")])) == [("a", "c"), ("b",)]


def test_two_stories_join_through_a_source_that_ran_both():
    articles = [
        article("a1", "Text.", source="A"),
        article("b1", "Text.", source="B"),
        article("b2", "Text.", source="B"),
        article("c2", "Text.", source="C"),
    ]
    families = families_of([("a1", "b1"), ("b2", "c2")])
    assert origins(articles, families) == [("A", "B", "C")]


def test_no_article_has_no_origin():
    assert origins([], {}) == []
