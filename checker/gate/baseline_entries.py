"""One entry of a baseline to and from its JSON object, with every mistake in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.gate.baseline import Entry, Label, Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_LABELS = tuple(label.value for label in Label)
_KEYS = frozenset({"fingerprint", "code", "label", "note", "explanation", "a", "b"})
_TEXTS = ("code", "note", "explanation")
_SIDE_TEXTS = ("source", "quote", "claim", "stance")
_SIDE_OPTIONAL = ("speaker", "published", "path")


def entry_object(entry: Entry) -> dict[str, object]:
    """The JSON object of ``entry``: what a reviewer looks at first stands first."""
    return {
        "fingerprint": entry.fingerprint,
        "code": entry.code,
        "label": entry.label.value if entry.label else None,
        "note": entry.note,
        "a": _side_object(entry.a),
        "b": _side_object(entry.b),
        "explanation": entry.explanation,
    }


def entry_of(item: Mapping[str, object]) -> Entry:
    """The entry of a JSON object without complaints."""
    label = item["label"]
    return Entry(
        fingerprint=str(item["fingerprint"]),
        code=str(item["code"]),
        a=_side_of(item["a"]),
        b=_side_of(item["b"]),
        explanation=str(item["explanation"]),
        label=None if label is None else Label(str(label)),
        note=str(item["note"]),
    )


def entry_complaints(item: object) -> Iterator[str]:
    """One sentence for each thing that makes ``item`` no entry."""
    if not isinstance(item, dict):
        yield "an entry must be an object"
        return
    yield from (f"{key!r} is missing" for key in sorted(_KEYS - item.keys()))
    yield from (f"an entry has no key {key!r}" for key in sorted(item.keys() - _KEYS))
    fingerprint = item.get("fingerprint")
    if "fingerprint" in item and not (isinstance(fingerprint, str) and _FINGERPRINT.fullmatch(fingerprint)):
        yield f"the fingerprint must be 16 hexadecimal digits, not {fingerprint!r}"
    for key in _TEXTS:
        if not isinstance(item.get(key, ""), str):
            yield f"{key!r} must be a text, not {item[key]!r}"
    if item.get("label") not in (None, *_LABELS):
        yield f"the label must be {', '.join(_LABELS)} or null, not {item['label']!r}"
    for key in ("a", "b"):
        if key in item:
            yield from _side_complaints(key, item[key])


def _side_object(side: Quoted) -> dict[str, object]:
    return {
        "source": side.source,
        "published": side.published,
        "path": side.path,
        "quote": side.quote,
        "claim": side.claim,
        "speaker": side.speaker,
        "stance": side.stance,
    }


def _side_of(item: object) -> Quoted:
    assert isinstance(item, dict)
    return Quoted(**{key: item[key] for key in (*_SIDE_TEXTS, *_SIDE_OPTIONAL)})


def _side_complaints(name: str, item: object) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{name!r} must be an object"
        return
    for key in (*_SIDE_TEXTS, *_SIDE_OPTIONAL):
        if key not in item:
            yield f"{name}.{key} is missing"
        elif not (isinstance(item[key], str) or (item[key] is None and key in _SIDE_OPTIONAL)):
            yield f"{name}.{key} must be a text, not {item[key]!r}"
    yield from (f"{name} has no key {key!r}" for key in sorted(item.keys() - {*_SIDE_TEXTS, *_SIDE_OPTIONAL}))
