"""The baseline: the findings that a team accepted, as a set that reports are compared with.

``create``, ``update`` and ``diff`` are set algebra over keys, each a pure function. A key is the
fingerprint of a finding and the family of its code, never its score, line, path or date, so that neither
an edit elsewhere in an article nor a better judge revives what was accepted. What else an entry holds is
for the people who review it: both quotes, their label and their note.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from checker.gate.excerpts import excerpt, folded
from checker.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.records import Finding, Report, Side

#: Fingerprint and family.
Key: TypeAlias = tuple[str, str]
#: From the path of an article, as a report has it, to the path that a baseline keeps.
Locate: TypeAlias = Callable[[str], str]

#: Rules that see one and the same conflict from different angles; a better judge may move it among them.
_CONFLICTS = frozenset({"CON", "NUM", "DAT", "DEN", "SUP"})
#: What a run can be told that changes no finding, or only which of them count.
_NO_CHANGE_OF_FINDINGS = frozenset({"fail_on", "allow_errors", "baseline", "limits", "suppress"})
_CLAIM_LENGTH = 160


class Label(StrEnum):
    """What a reviewer says of a finding: right, wrong, or not to be told from the texts."""

    TRUE = "true"
    FALSE = "false"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One side of an accepted finding, for the eyes of a reviewer only.

    ``quote`` is the sentence, shortened around the ``claim`` that was compared, and ``stance`` what the
    ``speaker`` (None: the paper itself) does with it: the claim of a denial is what is denied. ``path`` has
    forward slashes.
    """

    source: str
    quote: str
    claim: str
    speaker: str | None = None
    stance: str = Stance.ASSERTS.value
    published: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding. ``code`` is the one it had when the baseline was last made or updated."""

    fingerprint: str
    code: str
    a: Quoted
    b: Quoted
    explanation: str = ""
    label: Label | None = None
    note: str = ""

    @property
    def key(self) -> Key:
        """What this entry accepts."""
        return (self.fingerprint, family(self.code))


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries in the order of their keys, and the settings and models they were found with.

    ``path`` is the file it was read from, None for one made in Python; it takes no part in comparisons.
    """

    entries: tuple[Entry, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict, hash=False)
    path: str | None = field(default=None, compare=False)

    @property
    def keys(self) -> frozenset[Key]:
        """All that this baseline accepts."""
        return frozenset(entry.key for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Diff:
    """A report against a baseline: what is ``new`` in it, what is ``gone`` from it, and what both have."""

    new: tuple[Finding, ...]
    gone: tuple[Entry, ...]
    kept: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """A baseline brought up to date, with the entries that were ``added`` and those that were ``dropped``."""

    baseline: Baseline
    added: tuple[Entry, ...]
    dropped: tuple[Entry, ...]


def family(code: str) -> str:
    """The name under which a baseline matches ``code``: one for all conflicts, else the code itself."""
    return "conflict" if code.rstrip("0123456789") in _CONFLICTS else code


def key_of(finding: Finding) -> Key:
    """The key of a finding: equal for two findings that one entry accepts."""
    return (finding.fingerprint, family(finding.code))


def with_slashes(path: str) -> str:
    """``path`` with forward slashes, as it is written on every system."""
    return path.replace("\\", "/")


def entry_for(finding: Finding, *, locate: Locate = with_slashes) -> Entry:
    """The entry that accepts ``finding``, without label and note."""
    return Entry(
        fingerprint=finding.fingerprint,
        code=finding.code,
        a=_quoted(finding.a, locate),
        b=_quoted(finding.b, locate),
        explanation=folded(finding.explanation),
    )


def create(report: Report, *, locate: Locate = with_slashes) -> Baseline:
    """The baseline that accepts every finding of ``report``, and none that a suppression accepts.

    A suppression expires, and its finding must come back when it does.
    """
    return update(Baseline(), report, locate=locate).baseline


def update(old: Baseline, report: Report, *, locate: Locate = with_slashes) -> Update:
    """``old`` with the findings of ``report`` in place of its own.

    Labels and notes are kept where the finding is; an entry whose finding is gone is dropped. Quotes,
    code and settings become those of ``report``.
    """
    known = {entry.key: entry for entry in old.entries}
    entries = {}
    for key, finding in _all_findings(report).items():
        entry = entry_for(finding, locate=locate)
        before = known.get(key)
        entries[key] = replace(entry, label=before.label, note=before.note) if before else entry
    return Update(
        baseline=Baseline(_in_order(entries.values()), settings_of(report), old.path),
        added=_in_order(entry for key, entry in entries.items() if key not in known),
        dropped=_in_order(entry for key, entry in known.items() if key not in entries),
    )


def diff(old: Baseline, report: Report) -> Diff:
    """What ``update`` would add, drop and keep; ``new`` findings stand in the order of the report."""
    known = old.keys
    found = _all_findings(report)
    return Diff(
        new=tuple(finding for key, finding in found.items() if key not in known),
        gone=_in_order(entry for entry in old.entries if entry.key not in found),
        kept=_in_order(entry for entry in old.entries if entry.key in found),
    )


def settings_of(report: Report) -> dict[str, object]:
    """The settings and models of a report that decide what is found, as JSON knows them, by name."""
    told = {name: value for name, value in report.tool.settings.items() if name not in _NO_CHANGE_OF_FINDINGS}
    settings = {"encoder": report.tool.encoder, "judge": report.tool.judge, **told}
    return {name: _portable(name, settings[name]) for name in sorted(settings)}


def other_settings(old: Baseline, report: Report) -> list[str]:
    """One phrase for each setting that differs: ``min-score is 0.5, was 0.0 in the baseline``.

    A setting that only one of the two knows is no difference, as another version of checker may have
    added or removed it, unless it is a list or table with something in it.
    """
    now = settings_of(report)
    phrases = []
    for name in sorted({*now, *old.settings}):
        value, before = now.get(name), old.settings.get(name)
        if name not in now or name not in old.settings:
            value, before = value or None, before or None
            if not isinstance(value, list | dict) and not isinstance(before, list | dict):
                continue
        if value != before:
            phrases.append(_difference(name.replace("_", "-"), value, before))
    return phrases


def _all_findings(report: Report) -> dict[Key, Finding]:
    """By key; also those that an earlier look at a baseline set aside, else an update would drop them."""
    accepted = (each.finding for each in report.suppressed if each.by == "baseline")
    found: dict[Key, Finding] = {}
    for finding in (*report.findings, *accepted):
        found.setdefault(key_of(finding), finding)
    return found


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    # By fingerprint, which is as good as random: entries added on two branches rarely meet in one place.
    return tuple(sorted(entries, key=lambda entry: entry.key))


def _quoted(side: Side, locate: Locate) -> Quoted:
    return Quoted(
        source=folded(side.source),
        quote=excerpt(side.text, side.claim),
        claim=excerpt(side.claim, length=_CLAIM_LENGTH),
        speaker=None if side.speaker is None else folded(side.speaker),
        stance=side.stance.value,
        published=side.published,
        path=None if side.path is None else locate(side.path),
    )


def _portable(name: str, value: object) -> object:
    # A table of metadata is named by its file alone: where it lies differs from machine to machine.
    if name == "metadata" and isinstance(value, str):
        return with_slashes(value).rpartition("/")[2]
    if isinstance(value, Mapping):
        return {str(key): _portable("", value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple | set | frozenset):
        items = [_portable("", item) for item in value]
        return sorted(items) if name in ("select", "ignore") else items  # type: ignore[type-var]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _difference(name: str, value: object, before: object) -> str:
    now, then = _worded(value), _worded(before)
    if now is None or then is None:
        return f"{name} differ"
    return f"{name} is {now}, was {then} in the baseline"


def _worded(value: object) -> str | None:
    """A setting in a few words; None for what has too many."""
    if value is None or value == [] or value == {}:
        return "not set"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return None if isinstance(value, list | dict) else str(value)
