import pytest
from doubles import article, claim
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.quotes import Word
from checker.judges import quotes
from checker.judges.quote_pairs import quote_pairs
from checker.judges.quotes import align, differences
from checker.records import Sentence


def made(quoted: str, name: str, speaker: str | None = "Ivan Petrov"):
    text = f"“{quoted}” Petrov said."
    return claim(text, of=article(name, text), speaker=speaker)


def clashing(a: str, b: str, **speakers: str | None) -> list[tuple[str, str]]:
    left, right = made(a, "a"), made(b, "b", speakers.get("other", "Ivan Petrov"))
    texts = left.sentence.article.text, right.sentence.article.text
    return [
        (texts[0][clash.a.start : clash.a.end], texts[1][clash.b.start : clash.b.end])
        for clash in quotes.clashes(left, right)
    ]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("We are ready for talks with Kyiv today,", "We are not ready for talks with Kyiv today,", "not"),
        (
            "Unemployment is higher today than in May,",
            "Employment is higher today than in May,",
            "Employment",
        ),
        ("The army lost 200 tanks near the town,", "The army lost 300 tanks near the town,", "300"),
        ("I was told by Ivan Orlov in the morning,", "I was told by Ivan Belov in the morning,", "Belov"),
        (
            "This ban covers the sale, the transfer and the importation of guns,",
            "This ban covers the sale, the transfer and the transportation of guns,",
            "transportation",
        ),
    ],
)
def test_a_change_of_meaning_in_one_quotation_is_found_with_its_words(a, b, words):
    assert [pair[1] for pair in clashing(a, b)] == [words]
    assert [pair[0] for pair in clashing(b, a)] == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will stand firm and win this long war,", "We will … win this long war,"),
        ("He will not attend the talks on Monday,", "[The president] will not attend the talks on Monday,"),
        ("We don’t defend this programme of cuts,", "We do not defend this program of cuts,"),
        ("The army lost twenty five tanks in May,", "The army lost 25 tanks in May,"),
        ("Our losses rose 5 per cent last month,", "Our losses rose 5% last month,"),
        ("We are ready for talks with Kyiv and with Minsk,", "ready for talks with Kyiv"),
        ("Well, the town has fallen to the army,", "The town has now fallen to the army,"),
        ("Parole is generally not granted before June,", "Parole is not generally granted before June,"),
        (
            "The people of this city have suffered a lot from shelling,",
            "The residents of our town endured much under the bombardment,",
        ),
        ("The old bridge fell in the night of March,", "A new tunnel was dug by prisoners,"),
    ],
)
def test_what_does_not_change_the_meaning_is_not_found(a, b):
    assert clashing(a, b) == []


def test_a_translation_that_differs_in_many_places_is_not_found():
    a = "We must take our fate into our hands and never rely on strangers in war,"
    b = "We should seize our destiny with our hands, not depend on foreigners in war,"
    assert clashing(a, b) == []


def test_two_speakers_who_cannot_be_one_are_not_compared():
    a, b = "We are ready for talks with Kyiv today,", "We are not ready for talks with Kyiv today,"
    assert clashing(a, b, other="Maria Sidorova") == []
    assert clashing(a, b, other="He")
    assert clashing(a, b, other=None)


def test_what_one_paper_gives_in_both_wordings_was_said_twice():
    one = "“We are ready for talks with Kyiv today,” he said. “We are not ready for talks with Minsk.”"
    other = "“We are not ready for talks with Kyiv today,” he said."
    sentences = [Sentence(article("a", one), 0, 50), Sentence(article("b", other), 0, len(other))]
    assert quotes.sentence_clashes(*sentences) == []


def sentence(name: str, text: str) -> Sentence:
    return Sentence(article(name, text), 0, len(text))


def test_the_index_finds_every_pair_of_one_quotation_across_articles_only():
    same = "“We are ready for talks with Kyiv today,” he said."
    other = "“We are not ready for talks with Kyiv today,” said Petrov."
    home = article("a", f"{same} {other}")
    rows = [
        Sentence(home, 0, len(same)),
        Sentence(home, len(same) + 1, len(home.text)),
        sentence("b", "Nothing is quoted here."),
        sentence("c", other),
        sentence("d", same),
    ]
    found = quote_pairs(rows)
    assert [(pair.left, pair.right) for pair in found] == [(0, 3), (0, 4), (1, 3), (1, 4), (3, 4)]
    assert [(pair.left, pair.right) for pair in found if pair.clashes] == [(3, 4)]


def test_the_index_passes_over_turns_of_phrase():
    rows = [
        sentence("a", "“I think we are going to have a very good year for steel,” he said."),
        sentence("b", "“I think we are going to have a storm at the coast by Friday evening,” she said."),
    ]
    assert all(not pair.clashes for pair in quote_pairs(rows))


_WORDS = st.lists(st.sampled_from("we not war peace 5 6 town the of fall petrov …".split()), max_size=14)


@given(_WORDS, _WORDS)
def test_differences_are_the_same_in_both_orders(a, b):
    left, right = ([Word(3 * i, 3 * i + 2, text) for i, text in enumerate(side)] for side in (a, b))
    assert align(left, left) is None or differences(align(left, left)) == []
    found = align(left, right)
    if found is not None:
        assert all(place.near_a and place.near_b for place in found.places)
        assert len(differences(found)) <= quotes.MOST_CHANGES


def test_a_short_quotation_said_again_long_after_may_differ():
    texts = (
        "“We are ready for talks with Kyiv today,” he said.",
        "“We are not ready for talks with Kyiv today.”",
    )
    for published, expected in (("2022-05-09", 1), ("2022-09-09", 0), (None, 1)):
        homes = [
            article(name, text, published=day)
            for name, text, day in zip("ab", texts, ("2022-05-01", published), strict=True)
        ]
        rows = [Sentence(home, 0, len(home.text)) for home in homes]
        assert len(quotes.sentence_clashes(*rows)) == expected
