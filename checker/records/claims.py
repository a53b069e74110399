"""From the article to the verdict on two of its claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stance(StrEnum):
    """What the speaker (or the paper itself) does with the proposition of a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    HEDGES = "hedges"
    QUESTIONS = "questions"


class Modality(StrEnum):
    """In which mode the proposition stands; only ASSERTED and HEDGED ones speak of what is the case."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    WISHED = "wished"
    DEMANDED = "demanded"
    ASKED = "asked"


class Tense(StrEnum):
    """PAST also for the past perfect; PERFECT for "has met"; FUTURE for every modal and plan.

    "May have met" is PAST: it speaks of what is over, however doubtfully.
    """

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Span:
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one publisher.

    ``published`` is ``YYYY-MM-DDTHH:MM:SSZ``, ``YYYY-MM-DD`` or None (unknown, never guessed).
    ``path`` is the file as given, with forward slashes, or None for an article made in Python.
    ``line`` is the record's line in a file that holds several articles (from 1), else None: then
    lines are counted in the text itself, which is preceded by ``skipped_lines`` lines of the file
    (front matter).
    """

    id: str
    source: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    path: str | None = None
    line: int | None = None
    skipped_lines: int = 0

    @property
    def day(self) -> date | None:
        """The day of publication; None if it is unknown, or was given in Python and is no date."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None

    def days_from(self, other: Article) -> int | None:
        """The days between two publications, 0 or more; None if one of them is unknown."""
        one, two = self.day, other.day
        return None if one is None or two is None else abs((one - two).days)


@dataclass(frozen=True, slots=True)
class Drop:
    """A stretch of an article that was left out, and why (``furniture.menu``, ``sentence.question``)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of article text that survived cleaning; ``heading`` if it is a (sub)title."""

    start: int
    end: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``text`` is exactly ``article.text[start:end]``."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the sentence, as read."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something in a text, as the interval of the values it allows.

    ``start`` and ``end`` span number, hedge and unit. ``low`` and ``high`` are inclusive and may be
    infinite ("at least 20" is 20 to infinity); ``exact`` says whether the text gave one value without a
    hedge. ``unit`` is a canonical name ("USD", "%", "km", "year") or None for a plain count; ``counted``
    holds the lemmas of what is counted or measured ("people", "kill"), most telling first.
    """

    start: int
    end: int
    low: float
    high: float
    exact: bool = True
    unit: str | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is said to happen, as the days it allows, both inclusive, ``YYYY-MM-DD``.

    ``start`` and ``end`` span the words ("on Tuesday", "in October 2022"). ``relative`` says that it was
    resolved against the date of publication, which must therefore be known. ``part`` is a part of the
    day or a clock time in the words of the text ("morning", "10:15"), None if none is given.
    """

    start: int
    end: int
    first: str
    last: str
    relative: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition taken out of a sentence: what is judged.

    ``text`` is self-contained (subject filled in, speaker and cue removed); a denial holds the denied
    proposition and the stance ``denies``. ``start`` and ``end`` span the words it was made of.
    ``negated`` says whether ``text`` itself carries a negation. ``denial`` is the wording that says the
    opposite of a denied proposition ("US officials have not received such messages"), else None.
    ``subject`` is the core of the noun phrase that the claim is about (names, no owners, no complements),
    pronouns replaced, or None for a text that could not be parsed. ``quantities`` are those that stand among
    the words of the claim, ``moments`` those that date its verb, ``names`` the people, bodies and places.
    ``tense`` is that of its verb, as far as it was parsed.
    """

    sentence: Sentence
    text: str
    start: int
    end: int
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    speaker: Span | None = None
    speaker_name: str | None = None
    cue: Span | None = None
    content: Span | None = None
    denial: str | None = None
    subject: str | None = None
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    names: tuple[str, ...] = ()
    tense: Tense | None = None

    @property
    def stated(self) -> str:
        """What the speaker stands for, in words: the proposition, or its denial."""
        return self.denial or self.text


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may speak of the same thing, and the cosine of their vectors."""

    a: Claim
    b: Claim
    similarity: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """Three-class probabilities of one ordered pair of texts; they sum to 1.

    ``contradiction`` is the same for both orders of a pair (the stronger direction counts);
    ``entailment`` and ``neutral`` are those of the order premise = a, hypothesis = b. ``alone`` is the
    contradiction as this order by itself was read, None where nothing was read.
    """

    contradiction: float
    entailment: float
    neutral: float
    alone: float | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two stretches, one of each side's article, that a judge found to exclude each other.

    ``judge`` names it ("quantities", "moments", "quotes"), ``note`` says in words what differs.
    """

    judge: str
    a: Span
    b: Span
    note: str


@dataclass(frozen=True, slots=True)
class EventFit:
    """Whether two claims can be about one event: each in 0 (excluded) .. 1 (the same), 0.5 where unknown."""

    actors: float = 0.5
    places: float = 0.5
    time: float = 0.5
    action: float = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged pair. ``reverse`` is the judgement with b as the premise.

    ``clashes`` are what the other judges found; ``event`` says whether it can be one event (None: nobody
    looked). ``in_context`` is the contradiction, 0..1, of the claims as they stand in their articles, the
    same for both orders; None where only the bare claims were read.
    """

    pair: Pair
    forward: Judgement
    reverse: Judgement
    clashes: tuple[Clash, ...] = ()
    event: EventFit | None = None
    in_context: float | None = None
