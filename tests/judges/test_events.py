"""When two claims can be about one event, and when they tell of another one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.judges import events
from checker.judges.scenes import cast_of, scene, scenes
from checker.records import Article, Claim, EventFit, Moment, Sentence

QUAKE = "A 6.1-magnitude quake hit Indonesia's Aceh province, officials in Jakarta said on Tuesday."


def claim(text: str, *, article: str | None = None, published: str | None = None, source: str = "s") -> Claim:
    """A claim that is a whole sentence, at the beginning of its article."""
    whole = text if article is None else f"{text} {article}"
    home = Article(id=f"{source}:{whole}", source=source, text=whole, published=published)
    return Claim(Sentence(home, 0, len(text)), text, 0, len(text))


def moment(first: str, last: str) -> Moment:
    return Moment(0, 1, first, last)


def test_one_event_in_two_wordings_passes_the_gate() -> None:
    a = claim(QUAKE)
    b = claim("An earthquake in the Indonesian province of Aceh killed at least one person on Tuesday.")
    assert events.same_event(events.fit(a, b), 0.7) >= events.SAME_EVENT


def test_a_look_alike_event_does_not_pass() -> None:
    a = claim("On Friday, the climber Duncan Rait died after slipping near the Tasman Glacier.")
    b = claim("The climber Robert Buckley fell on Saturday while on his way to a hut on Mount Sefton.")
    assert events.same_event(events.fit(a, b), 0.6) < events.SAME_EVENT


def test_the_fit_is_symmetric() -> None:
    a, b = claim(QUAKE, published="2013-07-02"), claim("Moscow rejected the offer.", published="2022-11-06")
    assert events.fit(a, b) == events.fit(b, a)


def test_nothing_known_is_unknown() -> None:
    assert events.fit(claim("they left"), claim("it rained")) == EventFit(0.5, 0.5, 0.5, 0.5)


def test_articles_with_one_cast_speak_for_claims_that_name_nobody() -> None:
    about = "Later Jermayne Timmons was seen. Investigators say Jermayne Timmons fled with Kathina Thomas."
    other = "Later Andrew Lopez was seen. Investigators say Andrew Lopez fled with Zurana Horton."
    a = claim("the suspect was arrested", article=about)
    same, different = claim("the gunman is held", article=about), claim("the gunman is held", article=other)
    assert events.fit(a, same).actors > 0.8
    assert events.fit(a, different).actors < 0.4


def test_names_that_exclude_each_other_lower_the_fit_of_actors() -> None:
    a, b = claim("Then Duncan Rait fell to his death."), claim("Then Robert Buckley fell to his death.")
    assert events.fit(a, b).actors < events.fit(a, a).actors
    assert events.fit(a, b).actors < 0.5


def test_a_capital_stands_for_its_government() -> None:
    a, b = claim("The Kremlin rejected the offer."), claim("The offer was rejected by Russia.")
    assert events.fit(a, b).actors > 0.8


def test_places_that_differ_are_told_apart() -> None:
    a, b = claim("a fire broke out in Boston"), claim("a fire broke out in Denver")
    assert events.fit(a, b).places == 0.0
    assert events.fit(a, a).places == 1.0


def test_moments_that_overlap_fit_and_disjoint_ones_do_not() -> None:
    a = replace(claim("they met in May"), moments=(moment("2022-05-01", "2022-05-31"),))
    within = replace(claim("they met then"), moments=(moment("2022-05-10", "2022-05-10"),))
    after = replace(claim("they met later"), moments=(moment("2022-06-01", "9999-12-31"),))
    assert events.fit(a, within).time == 1.0
    assert events.fit(a, after).time == 0.0


def test_weekdays_of_two_months_are_two_days() -> None:
    a = claim("they spoke on Tuesday", published="2022-11-09")
    assert events.fit(a, claim("they spoke on Tuesday", published="2022-11-10")).time == 1.0
    assert events.fit(a, claim("they spoke on Tuesday", published="2024-11-21")).time == 0.0


def test_two_deeds_told_months_apart_are_hardly_one() -> None:
    a = claim("the minister resigned", published="2022-11-09")
    assert events.fit(a, claim("the minister resigned", published="2024-11-21")).time < 0.5
    assert events.fit(a, claim("the minister is resigning", published="2024-11-21")).time == 0.5


def test_numbers_that_differ_do_not_speak_against_one_event() -> None:
    a, b = claim("The quake in Aceh killed 24 people."), claim("The quake in Aceh killed 50 people.")
    assert events.fit(a, b) == events.fit(a, a)


def test_a_negation_does_not_speak_against_one_event() -> None:
    a, b = claim("Then Putin was ready for talks."), claim("Then Putin was not ready for talks.")
    assert events.fit(a, b) == events.fit(a, a)


def test_names_of_the_parser_are_used_where_a_claim_has_them() -> None:
    a = replace(claim("police arrested him in Boston"), names=("Boston",))
    assert [name.words for name in scene(a, cast_of([])).places] == [("boston",)]


def test_the_cast_is_read_from_the_kept_sentences() -> None:
    a = claim("the suspect was arrested", article="Subscribe to Gazette Weekly and to Gazette Daily.")
    (kept,) = scenes([a], {a.sentence.article.id: [a.sentence]})
    assert not kept.cast.names


UNIT = st.floats(0, 1)
FITS = st.builds(EventFit, UNIT, UNIT, UNIT, UNIT)


@given(FITS, st.floats(-1, 1))
def test_the_probability_is_one(fit: EventFit, similarity: float) -> None:
    assert 0 < events.same_event(fit, similarity) < 1


@given(FITS, UNIT, UNIT)
def test_a_better_fit_never_lowers_the_probability(fit: EventFit, more: float, similarity: float) -> None:
    for field in ("actors", "places", "time", "action"):
        better = replace(fit, **{field: max(more, getattr(fit, field))})
        assert events.same_event(better, similarity) >= events.same_event(fit, similarity)


def test_the_known_conflicts_of_one_story_are_kept() -> None:
    story = "Kyiv and Moscow spoke of NATO. Then Vladimir Putin and Volodymyr Zelensky met Joe Biden in Kyiv."
    a = claim("Putin is not ready for negotiations", article=story, published="2022-11-09")
    b = claim("The Russian president is ready for contacts", article=story, published="2024-11-21")
    assert events.same_event(events.fit(a, b), 0.45) >= events.SAME_EVENT
