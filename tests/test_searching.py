"""One claim against many articles: who supports it, who disputes it, each once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from doubles import NEGATIONS, FixtureJudge, FixtureModels, article, judgement, words
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import MissingPathError, NoArticlesError, UsageError
from checker.records import Member, Stance
from checker.rules.score import PRECISION
from checker.searching import Search, search, search_paths
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.judges import Texts
    from checker.records import Article, Judgement

CLOSED = "The old harbour bridge is closed to all traffic"
PLAIN = f"{CLOSED}."
LONGER = f"{CLOSED} since the storm of last week."
OPPOSITE = "The old harbour bridge is not closed to all traffic."
DENIAL = "The mayor denied that the old harbour bridge is closed to all traffic."
OTHER = "Bakers sold warm bread in the market square on Sunday."


class EntailingJudge(FixtureJudge):
    """A text entails another whose words it holds all, unless one of them alone is negated."""

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        judged = super().score(pairs, progress=progress)
        return [
            (self._read(one, a, b), self._read(other, b, a))
            for (one, other), (a, b) in zip(judged, pairs, strict=True)
        ]

    def _read(self, known: Judgement, a: str, b: str) -> Judgement:
        left, right = set(words(a)), set(words(b))
        agrees = right <= left and not (left - right) & NEGATIONS
        return judgement(known.contradiction, 0.9) if agrees else known


def found(*articles: Article, claim: str = CLOSED) -> Search:
    return search(claim, articles, models=FixtureModels(EntailingJudge()))


def test_a_sentence_that_says_the_claim_or_more_supports_it() -> None:
    result = found(article("a", PLAIN), article("b", LONGER), article("c", OTHER))
    assert [hit.side.source for hit in result.supports] == ["a", "b"]
    assert result.disputes == ()


def test_a_sentence_that_says_the_opposite_disputes_it() -> None:
    result = found(article("a", OPPOSITE))
    assert result.supports == ()
    (hit,) = result.disputes
    assert hit.side.text == OPPOSITE
    assert hit.score == 0.95


def test_who_denies_the_claim_disputes_it() -> None:
    (hit,) = found(article("a", DENIAL)).disputes
    assert hit.side.stance is Stance.DENIES
    assert hit.side.speaker == "The mayor"
    assert found(article("a", DENIAL)).supports == ()


def test_who_denies_the_opposite_supports_the_claim() -> None:
    result = found(article("a", DENIAL), claim=OPPOSITE)
    assert [hit.side.stance for hit in result.supports] == [Stance.DENIES]
    assert result.disputes == ()


def test_other_numbers_dispute_the_claim_though_the_judge_sees_nothing() -> None:
    result = found(
        article("a", "The harbour fire killed 30 people on Monday."),
        claim="The harbour fire killed 20 people on Monday",
    )
    (hit,) = result.disputes
    assert hit.score >= PRECISION["quantities"]


@pytest.mark.parametrize(
    "text",
    [
        "Is the old harbour bridge closed to all traffic?",
        "The union demanded that the old harbour bridge be closed to all traffic.",
    ],
)
def test_questions_and_demands_neither_support_nor_dispute(text: str) -> None:
    result = found(article("a", text))
    assert (result.supports, result.disputes) == ((), ())
    assert result.supports == ()
    assert result.disputes == ()


def test_copies_are_shown_once_with_their_sources() -> None:
    result = found(article("a", PLAIN), article("b", PLAIN), article("c", PLAIN, published="2022-01-02"))
    (hit,) = result.supports
    assert hit.side.source == "c"
    assert hit.side.copies == 3
    assert [member.source for member in hit.side.members] == ["a", "b"]
    assert isinstance(hit.side.members[0], Member)


def test_a_sentence_is_found_with_its_place_and_its_neighbours() -> None:
    (hit,) = found(article("a", f"{OTHER}\n\n{PLAIN}\n\n{OTHER[:-1]} morning.")).supports
    assert (hit.side.line, hit.side.column) == (3, 1)
    assert hit.side.before == OTHER
    assert hit.side.after.endswith("morning.")


def test_nothing_near_is_nothing_found() -> None:
    result = found(article("a", OTHER), article("b", OTHER))
    assert (result.supports, result.disputes, result.near) == ((), (), 0)
    assert (result.articles, result.sources, result.sentences) == (2, 2, 2)


def test_an_empty_claim_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="claim is empty"):
        found(article("a", PLAIN), claim=" . ")
    with pytest.raises(UsageError, match="claim is empty"):
        search_paths("", ["no-such-folder"])


def test_nothing_to_search_is_an_error() -> None:
    with pytest.raises(NoArticlesError):
        found()
    with pytest.raises(MissingPathError):
        search_paths(CLOSED, ["no-such-folder"])


def test_every_step_tells_how_far_it_is() -> None:
    told: list[str] = []
    search(
        CLOSED,
        [article("a", PLAIN)],
        models=FixtureModels(EntailingJudge()),
        progress=lambda step, done, total: told.append(step) if done <= total else None,
    )
    assert list(dict.fromkeys(told)) == ["embedding sentences", "extracting claims", "judging claims"]


@settings(max_examples=15, deadline=None)
@given(st.permutations([PLAIN, LONGER, OPPOSITE, DENIAL, OTHER]))
def test_the_order_of_the_articles_changes_nothing(texts: list[str]) -> None:
    result = found(*(article(text[:-1], text) for text in texts))
    assert result == found(*(article(text[:-1], text) for text in sorted(texts)))
    for hits in (result.supports, result.disputes):
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert len({hit.side.text for hit in hits}) == len(hits)
        assert all(0 < hit.score <= 1 for hit in hits)


@pytest.mark.models
def test_the_sample_articles_support_and_dispute() -> None:
    seeds = str(Path(__file__).parent.parent / "seeds")
    wants = search_paths("Moscow is willing to talk", [seeds], settings=Settings())
    assert any("willing to talk" in hit.side.text for hit in wants.supports)
    assert all(hit.side.published for hit in wants.supports)
    messages = search_paths("US officials have received messages from the Kremlin", [seeds])
    assert messages.disputes[0].side.stance is Stance.DENIES
    assert json.dumps(messages.disputes[0].score)
