"""One Settings type; every value has its default here, and none gets past it unchecked."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.ranges import (
    count_complaint,
    limits_complaints,
    override_complaints,
    share_complaint,
    suppression_complaints,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


#: The fields of an article that a record can give.
ARTICLE_FIELDS = ("text", "id", "source", "title", "url", "published")


class FailOn(StrEnum):
    """The lightest severity that fails a build; ``never`` lets every finding pass."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Across(StrEnum):
    """Which sentences are compared: of different sources, of different articles, or all."""

    SOURCES = "sources"
    ARTICLES = "articles"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a gate tolerates before it fails.

    ``new`` is the number of findings at or above ``fail_on`` that may stand beyond the baseline (0: none),
    ``codes`` the same for single rules or families (``{"NUM": 2}``), ``undisputed`` the share of the claims
    (0..1) that must not be in any of them (None: any share will do).
    """

    new: int = 0
    codes: Mapping[str, int] = field(default_factory=dict, hash=False)
    undisputed: float | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for findings that touch certain sources or paths (glob patterns; either side counts).

    What is None is not overridden.
    """

    sources: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_score: float | None = None
    fail_on: FailOn | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding that somebody accepts, by fingerprint, with the reason, until the day ``expires``."""

    fingerprint: str
    reason: str
    expires: date | None = None


#: What decides over the end of a run, and nothing in what it finds.
_ONLY_FOR_THE_GATE = ("fail_on", "allow_errors", "baseline", "limits", "suppress")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reads, pairs, judges and reports.

    ``encoder`` and ``judge`` are "embedded", or a folder or hub name of a sentence-transformers model
    (needs the extra ``checker[sentence-transformers]``). ``max_pairs`` limits the pairs that are judged
    (None: no limit); the rest is counted in ``pairs_not_examined``. ``min_score`` (0..1) leaves weaker
    findings out of the report and the gate. ``select`` and ``ignore`` hold rule codes or their
    prefixes; empty ``select`` means all. ``jobs`` is the number of worker threads, 0 for one per core.
    ``columns`` maps fields of an article to fields of records (``{"text": "story.body"}``), ``publishers``
    a registered domain or a source as read to the name to use, and ``metadata`` names a table of what is
    known of files by their paths. ``cache_dir`` is the folder where parses, vectors and readings are kept for
    the next run (None: nowhere); it changes no result.

    The gate reads ``fail_on``, ``allow_errors`` (lost content is no failure), ``baseline`` (the file with the
    findings that were accepted, None: there is none), ``limits``, ``overrides`` and ``suppress``.

    Raises UsageError, naming every value that is out of range at once.
    """

    across: Across = Across.SOURCES
    keep_furniture: bool = False
    encoder: str = "embedded"
    judge: str = "embedded"
    max_pairs: int | None = None
    min_score: float = 0.0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 0
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    publishers: Mapping[str, str] = field(default_factory=dict, hash=False)
    metadata: str | None = None
    cache_dir: str | None = None
    fail_on: FailOn = FailOn.WARNING
    allow_errors: bool = False
    baseline: str | None = None
    limits: Limits = field(default_factory=Limits)
    overrides: tuple[Override, ...] = ()
    suppress: tuple[Suppression, ...] = ()

    def __post_init__(self) -> None:
        mistakes = list(self._mistakes())
        if mistakes:
            raise UsageError("; ".join(mistakes))
        # From Python, across="all" and select=["NUM"] mean what they say.
        object.__setattr__(self, "across", Across(self.across))
        object.__setattr__(self, "fail_on", FailOn(self.fail_on))
        for name in ("select", "ignore", "overrides", "suppress"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        for name in ("columns", "publishers"):
            object.__setattr__(self, name, dict(getattr(self, name)))

    def _mistakes(self) -> Iterable[str]:
        yield from _choice_complaints("across", self.across, Across)
        if complaint := share_complaint(self.min_score):
            yield f"min-score {complaint}"
        if self.max_pairs is not None and (complaint := count_complaint(self.max_pairs)):
            yield f"max-pairs {complaint}"
        if complaint := count_complaint(self.jobs):
            yield f"jobs {complaint} (0 is one per core)"
        for name in ("encoder", "judge"):
            if not str(getattr(self, name)).strip():
                yield f'{name} must be "embedded", a folder or a model name, not empty'
        if self.cache_dir is not None and not str(self.cache_dir).strip():
            yield "cache-dir must be a folder, not empty"
        yield from column_complaints(self.columns)
        for name in ("select", "ignore"):
            if isinstance(getattr(self, name), str):
                yield f"{name} must be a tuple of rule codes, not one text"
        yield from self._mistakes_of_the_gate()

    def _mistakes_of_the_gate(self) -> Iterable[str]:
        yield from _choice_complaints("fail-on", self.fail_on, FailOn)
        yield from limits_complaints(self.limits)
        for number, override in enumerate(self.overrides, 1):
            yield from override_complaints(override, f"overrides {number}")
            if override.fail_on is not None:
                yield from _choice_complaints(f"overrides {number}.fail-on", override.fail_on, FailOn)
        for number, suppression in enumerate(self.suppress, 1):
            yield from suppression_complaints(suppression, f"suppress {number}")

    def require_known_codes(self, known: Iterable[str]) -> None:
        """Raise UsageError if a code anywhere in the settings fits none of ``known``; all are named."""
        codes = sorted(known)
        places = {"select": self.select, "ignore": self.ignore, "limits.codes": tuple(self.limits.codes)}
        for number, override in enumerate(self.overrides, 1):
            places[f"overrides {number}.ignore"] = override.ignore
        mistakes = [
            f"{name}: {complaint}"
            for name, values in places.items()
            for complaint in code_complaints(values, codes)
        ]
        if mistakes:
            raise UsageError("; ".join(mistakes))

    def reported(self) -> dict[str, object]:
        """The settings that change what is found, as they stand in a report; ``jobs`` does not.

        Overrides are named only where there are any, without what they say of failing.
        """
        values = asdict(self)
        for name in ("jobs", "cache_dir", "encoder", "judge", *_ONLY_FOR_THE_GATE):
            values.pop(name)
        values["across"] = str(self.across)
        for override in values["overrides"]:
            override.pop("fail_on")
        if not values["overrides"]:
            values.pop("overrides")
        return values


def _choice_complaints(name: str, value: str, choices: type[StrEnum]) -> Iterable[str]:
    if value not in set(choices):
        yield f"{name} must be one of {', '.join(choices)}, not {value!r}"


def split_codes(values: Iterable[str]) -> tuple[str, ...]:
    """Codes or prefixes out of repeated, comma-separated ``values``: upper case, each once, in order."""
    parts = (part.strip().upper() for value in values for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def code_complaints(values: Iterable[str], known: Iterable[str]) -> list[str]:
    """One sentence for each of ``values`` that is no code of ``known`` and no prefix of one."""
    codes = sorted(known)
    # Families are offered too, since NMU was more likely meant as NUM than as NUM001.
    families = sorted({code.rstrip("0123456789") for code in codes})
    complaints = []
    for value in values:
        if not value or not any(code.startswith(value) for code in codes):
            hint = did_you_mean(value, [*codes, *families]) or f"; known are {', '.join(codes)}"
            complaints.append(f"no rule has the code {value!r}{hint}")
    return complaints


def column_complaints(names: Iterable[str]) -> Iterable[str]:
    """One sentence for each of ``names`` that is no field of an article to read a column into."""
    for name in names:
        if name not in ARTICLE_FIELDS:
            hint = did_you_mean(name, ARTICLE_FIELDS) or f"; known are {', '.join(ARTICLE_FIELDS)}"
            yield f"an article has no field {name!r} to read a column into{hint}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A tail for an error message that names the nearest of ``known``, or "" if none is near."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
