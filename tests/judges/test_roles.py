import pytest
from doubles import article, claim
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.titles_of_people import folded, mentions, person
from checker.judges import roles
from checker.records import Sentence


def sentence(text: str, name: str = "a", published: str | None = "2022-05-01") -> Sentence:
    return Sentence(article(name, text, published=published), 0, len(text))


def clashes(a: str, b: str, days: tuple[str | None, str | None] = ("2022-05-01", "2022-05-09")):
    rows = [sentence(a, "a", days[0]), sentence(b, "b", days[1])]
    return roles.role_clashes(mentions(rows))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Ivan Petrov spoke.", "Foreign Minister Ivan Petrov"),
        ("Then Russian Deputy Defence Minister Ivan Petrov spoke.", None),
        ("Ivan Petrov, the foreign minister, spoke.", "Ivan Petrov, the foreign minister"),
        ("Kremlin spokesman Dmitry Peskov spoke.", "Kremlin spokesman Dmitry Peskov"),
        ("The talks in Colorado Sen. John Smith left.", None),
        ("Former Prime Minister Ivan Petrov spoke.", None),
        ("Foreign Minister Ivan Petrov resigned.", None),
        ("President-elect John Smith spoke.", None),
        ("The Foreign Minister said Ivan Petrov spoke.", None),
    ],
)
def test_offices_are_found_with_the_name_if_they_are_held_now(text, expected):
    found = [mention.text for mention in mentions([sentence(text)])]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Foreign Minister Ivan Petrov spoke.", "Defence Minister Ivan Petrov spoke."),
        ("Foreign Minister Ivan Petrov spoke.", "Ivan Petrov, the defence minister, spoke."),
        ("Foreign Minister Sergey Ryabkov spoke.", "Deputy Foreign Minister Sergei Ryabkov spoke."),
        ("Russian Foreign Minister Ivan Petrov spoke.", "Ukrainian Foreign Minister Ivan Petrov spoke."),
        ("Israeli President Jon Levi spoke.", "Israeli Prime Minister Jon Levi spoke."),
        ("Sen. John Smith spoke.", "Rep. John Smith spoke."),
        ("Texas Sen. John Smith spoke.", "Ohio Sen. Johnny Smith spoke."),
        ("White House spokesman John Smith spoke.", "State Department spokesman John Smith spoke."),
        ("Canadian Prime Minister Justin Trudeau spoke.", "Canadian Prime Minister Justine Trudeau spoke."),
    ],
)
def test_offices_that_exclude_each_other_are_found_once(a, b):
    assert len(clashes(a, b)) == len(clashes(b, a)) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The minister Ivan Petrov spoke.", "Foreign Minister Ivan Petrov spoke."),
        ("Spokesman Dmitry Peskov spoke.", "Kremlin spokesman Dmitry Peskov spoke."),
        ("Defense Minister Ivan Petrov spoke.", "Defence Minister Ivan Petrov spoke."),
        ("The former foreign minister Ivan Petrov spoke.", "Defence Minister Ivan Petrov spoke."),
        ("Foreign Minister Ivan Petrov spoke.", "Defence Minister Oleg Petrov spoke."),
        ("U.S. Sen. John Smith spoke.", "Texas Sen. John Smith spoke."),
        ("Ukrainian President Volodymyr Zelensky spoke.", "Ukrainian President Volodymyr Zelenskyy spoke."),
        ("Iranian Foreign Minister Mohammad Zarif spoke.", "Iranian Foreign Minister Mohammed Zarif spoke."),
        ("Russian President Viktor Petrov spoke.", "Russian President Victor Petrov spoke."),
        ("Housing Secretary Ben Carson spoke.", "Housing and Urban Development Secretary Ben Carson spoke."),
    ],
)
def test_titles_that_fit_are_not_found(a, b):
    assert clashes(a, b) == []


FOREIGN, DEFENCE = "Foreign Minister Ivan Petrov spoke.", "Defence Minister Ivan Petrov spoke."


def test_an_office_may_change_between_distant_dates_and_an_unknown_date_counts_less():
    assert clashes(FOREIGN, DEFENCE, ("2022-05-01", "2022-08-01")) == []
    assert clashes(FOREIGN, DEFENCE)[0].score == roles.SCORE
    undated = clashes(FOREIGN, DEFENCE, (None, "2022-08-01"))
    assert undated[0].score == roles.SCORE_UNDATED
    assert "date is unknown" in undated[0].note


def test_a_person_and_a_pair_of_titles_are_told_once_by_the_closest_dates():
    days = ("2022-05-01", "2022-05-20", "2022-05-12", "2022-05-14")
    texts = (FOREIGN, FOREIGN, DEFENCE, DEFENCE)
    rows = [sentence(text, f"n{day}", day) for text, day in zip(texts, days, strict=True)]
    (found,) = roles.role_clashes(mentions(rows))
    assert {found.a.sentence.article.published, found.b.sentence.article.published} == set(days[1::2])


def test_a_paper_that_gives_both_offices_knows_why():
    home = article("a", f"{FOREIGN} {DEFENCE}")
    cut = len(FOREIGN)
    rows = [Sentence(home, 0, cut), Sentence(home, cut + 1, len(home.text)), sentence(DEFENCE, "b")]
    assert roles.role_clashes(mentions(rows)) == []


def test_the_spans_of_a_clash_of_claims_lie_in_their_own_articles():
    a, b = (claim(text, of=article(text, text)) for text in (FOREIGN, DEFENCE))
    for left, right in ((a, b), (b, a)):
        (clash,) = roles.clashes(left, right)
        assert left.sentence.article.text[clash.a.start : clash.a.end] == left.text.removesuffix(" spoke.")
        assert right.sentence.article.text[clash.b.start : clash.b.end] == right.text.removesuffix(" spoke.")


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Kremlin spokesman Dmitry Peskov", ("Dmitry", "Peskov")),
        ("President Putin", (None, "Putin")),
        ("Putin", None),
        ("the White House", None),
        ("Putin's spokesman", None),
        ("US officials", None),
        (None, None),
    ],
)
def test_only_people_by_name_are_persons(speaker, expected):
    assert person(speaker) == expected


@given(st.lists(st.sampled_from([FOREIGN, DEFENCE, "Sen. Ivan Petrov spoke."]), max_size=6), st.randoms())
def test_clashes_do_not_depend_on_the_order_of_sentences(texts, random):
    rows = [sentence(text, f"n{number}") for number, text in enumerate(texts)]
    expected = [clash.note for clash in roles.role_clashes(mentions(rows))]
    random.shuffle(rows)
    assert [clash.note for clash in roles.role_clashes(mentions(rows))] == expected


@given(st.text(max_size=12))
def test_folding_is_stable(name):
    assert folded(name) == folded(name.upper()) or not name.isascii()
