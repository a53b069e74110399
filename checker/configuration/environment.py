"""Environment variables: CHECKER_FAIL_ON for fail-on, and so on for every key that is no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.configuration.kinds import Count, Flag, Kind, Share
from checker.configuration.layers import Layer, Origin, Source
from checker.configuration.tables import ListOf, MapOf, Table
from checker.settings import did_you_mean, split_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.configuration.mistakes import Place

PREFIX = "CHECKER_"
_TRUTH = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def variable(key: str) -> str:
    """The variable of a key: CHECKER_FAIL_ON for fail-on."""
    return PREFIX + key.upper().replace("-", "_")


def variables(section: Table) -> dict[str, str]:
    """The keys of ``section`` that a variable can set, by the names of the variables."""
    return {variable(key): key for key, entry in section.keys.items() if _has_spelling(entry.kind)}


def read(environ: Mapping[str, str], section: Table) -> Layer:
    """What the variables of ``environ`` say. An empty variable says nothing, as an unset one.

    Truth values are 1, true, yes, on, 0, false, no and off, lists of codes are separated by commas.
    """
    known = variables(section)
    values: dict[str, object] = {}
    origins: dict[Place, Origin] = {}
    mistakes = list(_strangers(environ, known, section))
    for name, key in known.items():
        text = environ.get(name, "").strip()
        if not text:
            continue
        kind = section.keys[key].kind
        value = _spelled(kind, text)
        wrong = [f"{name}: {mistake.message}" for mistake in kind.mistakes(value, (key,))]
        mistakes += wrong
        if not wrong:
            values[key.replace("-", "_")] = kind.converted(value)
            origins[key,] = Origin(Source.ENVIRONMENT, name)
    return Layer(values, origins, mistakes)


def _has_spelling(kind: Kind) -> bool:
    if isinstance(kind, ListOf):
        return not isinstance(kind.item, Table)
    return not isinstance(kind, Table | MapOf)


def _spelled(kind: Kind, text: str) -> object:
    """The value that ``text`` spells, or the text itself if it spells none; the kind then says so."""
    try:
        match kind:
            case Flag():
                return _TRUTH.get(text.lower(), text)
            case Count():
                return int(text)
            case Share():
                return float(text)
            case ListOf():
                return list(split_codes([text]))
            case _:
                return text
    except ValueError:
        return text


def _strangers(environ: Mapping[str, str], known: Mapping[str, str], section: Table) -> Iterator[str]:
    """Variables that were surely meant for checker and set nothing; others may share its prefix."""
    tables = {variable(key): key for key in section.keys}
    # Compared without the prefix, which would make all of them alike.
    short = {name.removeprefix(PREFIX).lower(): name for name in known}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in known or not environ[name].strip():
            continue
        if name in tables:
            yield f"{name}: only a file can set {tables[name]}; write it into checker.toml or pyproject.toml"
        elif near := did_you_mean(name.removeprefix(PREFIX).lower(), short):
            meant = next(full for word, full in short.items() if repr(word) in near)
            yield f"there is no variable {name!r}; did you mean {meant!r}?"
