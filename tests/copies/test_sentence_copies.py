import pytest
from doubles import article
from hypothesis import given
from hypothesis import strategies as st

from checker.copies.sentences import collapsed, wording
from checker.records import Sentence

LONG = "The northern bridge in Kharkiv was closed to lorries on Monday."


def sentences(*homes: tuple[str, str, str | None]) -> list[Sentence]:
    out = []
    for name, text, published in homes:
        home = article(name, text, source=name, published=published)
        out.append(Sentence(home, 0, len(text)))
    return out


@pytest.mark.parametrize(
    "other",
    [
        "the Northern bridge in Kharkiv was closed to lorries on Monday",
        "Northern bridge in Kharkiv was closed to lorries on Monday.",
        "(Reuters) The northern bridge in Kharkiv was closed to lorries, on Monday.",
        "The northern bridge in Kharkiv was closed to “lorries” on Monday.",
    ],
)
def test_what_an_editor_touches_up_is_still_a_copy(other):
    kept, copies = collapsed(sentences(("a", LONG, None), ("b", other, None)), {})
    assert len(kept) == 1
    assert len(copies[kept[0]]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 20 people died in the fire on Monday.", "At least 12 people died in the fire on Monday."),
        (
            "The bridge over the Dnipro was not closed on Monday.",
            "The bridge over the Dnipro was closed on Monday.",
        ),
        (
            "The talks in Geneva will begin on Monday morning.",
            "The talks in Geneva will begin on Sunday morning.",
        ),
        (
            "Exports from Odesa rose sharply in the third quarter.",
            "Exports from Odesa fell sharply in the third quarter.",
        ),
        (
            "Minister Anna Kovacs resigned late on Friday night.",
            "Minister Anna Kovalenko resigned late on Friday night.",
        ),
        (
            "The budget grew by 1.5% compared with last year.",
            "The budget grew by 15% compared with last year.",
        ),
        ("The loan of $5 million was repaid in full.", "The loan of €5 million was repaid in full."),
        (
            "The general called the attack “a mistake” on Friday.",
            "The general called the attack “a crime” on Friday.",
        ),
    ],
)
def test_one_word_that_matters_keeps_two_sentences_apart(one, other):
    kept, copies = collapsed(sentences(("a", one, None), ("b", other, None)), {})
    assert len(kept) == 2
    assert copies == {}


def test_spelled_contractions_and_dotted_acronyms_are_the_same_words():
    assert wording("The U.S. doesn't expect 1,200 more.") == wording("US does not expect 1200 more")
    assert wording("They can't agree.") == wording("They can not agree.")


@pytest.mark.parametrize("text", ["He declined to comment on the report on Friday.", "No one was hurt."])
def test_phrases_that_point_elsewhere_are_copies_only_in_copied_articles(text):
    rows = sentences(("a", text, None), ("b", text, None))
    assert len(collapsed(rows, {})[0]) == 2
    assert len(collapsed(rows, {"a": "a", "b": "a"})[0]) == 1


def test_the_earliest_known_date_stays_then_the_smallest_id():
    rows = sentences(("c", LONG, None), ("b", LONG, "2024-05-02"), ("a", LONG, "2024-05-02"))
    kept, copies = collapsed(rows, {})
    assert [sentence.article.id for sentence in kept] == ["a"]
    assert [sentence.article.id for sentence in copies[kept[0]]] == ["b", "c"]


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_the_articles_changes_nothing(names):
    texts = {
        "a": LONG,
        "b": LONG.upper(),
        "c": LONG + " ",
        "d": "Something else happened in Lviv on the same day.",
    }
    rows = sentences(*((name, texts[name].strip(), None) for name in names))
    kept, copies = collapsed(rows, {})
    assert {sentence.article.id for sentence in kept} == {"a", "d"}
    assert [[copy.article.id for copy in group] for group in copies.values()] == [["b", "c"]]


@given(st.text(max_size=200))
def test_wording_never_fails_and_is_stable(text):
    words = wording(text)
    assert wording(" ".join(words)) == words or not text.isascii()
