"""One accepted finding as a reviewer sees it: both quotes, what the rule says, the label so far, the keys."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.text import Text

from checker.gate.excerpts import folded
from checker.records import Stance
from checker.reports import highlight
from checker.reports.escape import one_line
from checker.reports.quotes import claim_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from checker.gate.audit import Audit
    from checker.gate.baseline import Entry, Quoted
    from checker.records import Finding, Side

#: What can be pressed, in one line.
KEYS = "press t true, f false, u unclear, s skip, n note, b back, q quit"

_WIDEST = 100
_STANCES = MappingProxyType({"denies": "denied", "hedges": "hedged", "questions": "questioned"})


def draw(audit: Audit, finding: Finding | None, screen: Console) -> None:
    """Print the entry of ``audit``; with its ``finding``, also the sentences around and the reasons."""
    entry = audit.entry
    if entry is None:
        return
    width = min(screen.width, _WIDEST)
    head = Text.assemble((f"{audit.at + 1} of {len(audit.queue)}  ", "dim"))
    head.append(f"{one_line(entry.code)}  {entry.fingerprint}", "bold")
    head.append(f"  {entry.label.value if entry.label else 'no label yet'}", "cyan" if entry.label else "dim")
    _print(screen, Text(), width)
    _print(screen, head, width)
    sides = (finding.a, finding.b) if finding else (None, None)
    texts = _marked(entry.a, entry.b)
    for quoted, text, side in zip((entry.a, entry.b), texts, sides, strict=True):
        for line in _side(quoted, side):
            _print(screen, line, width, indent=1)
        _print(screen, _between(text, side), width, indent=3)
        for line in _claim(quoted):
            _print(screen, line, width, indent=3)
    for line in _foot(entry, finding):
        _print(screen, line, width, indent=1)
    _print(screen, Text(KEYS, "dim"), width)


def _side(quoted: Quoted, side: Side | None) -> Iterator[Text]:
    line = Text(one_line(quoted.source), "bold")
    line.append(f"  {one_line(quoted.published or 'date unknown')}", "not bold")
    if quoted.path:
        place = one_line(quoted.path) if side is None else f"{one_line(quoted.path)}:{side.line}"
        line.append(f"  {place}", "not bold dim")
    yield line


def _marked(a: Quoted, b: Quoted) -> tuple[Text, Text]:
    """Both quotes, with the words marked in which their claims clash."""
    quotes = [one_line(side.quote) for side in (a, b)]
    spans = [claim_span(quote, one_line(side.claim)) for quote, side in zip(quotes, (a, b), strict=True)]
    parts = [quote[span.start : span.end] for quote, span in zip(quotes, spans, strict=True)]
    texts = Text(quotes[0]), Text(quotes[1])
    for text, span, clashing in zip(texts, spans, highlight.clashing(*parts), strict=True):
        for words in clashing:
            text.stylize("bold underline", span.start + words.start, span.start + words.end)
    return texts


def _claim(quoted: Quoted) -> Iterator[Text]:
    """Whose claim it is, what it says where the quote does not, and that it is denied where it is."""
    speaker = f"by {one_line(quoted.speaker)}" if quoted.speaker else "in its own voice"
    plain = quoted.stance == Stance.ASSERTS.value
    if quoted.claim.rstrip(".").casefold() not in quoted.quote.casefold():
        title = "claim" if plain else _STANCES.get(quoted.stance, one_line(quoted.stance))
        yield Text.assemble((f"{title} {speaker}: ", "dim"), one_line(quoted.claim))
    elif quoted.speaker or not plain:
        verb = "claimed" if plain else _STANCES.get(quoted.stance, one_line(quoted.stance))
        yield Text(f"{verb} {speaker}", "dim")


def _between(quote: Text, side: Side | None) -> Text:
    """The quote in its place: the whole sentence and its neighbours, where the article was read again."""
    if side is None:
        return quote
    if quote.plain != one_line(folded(side.text)):
        quote = Text(one_line(side.text))
    before, after = (Text(one_line(text), "dim") for text in (side.before, side.after))
    return Text(" ").join(part for part in (before, quote, after) if part.plain)


def _foot(entry: Entry, finding: Finding | None) -> Iterator[Text]:
    if entry.explanation:
        yield Text(one_line(entry.explanation), "italic")
    for reason in finding.reasons if finding else ():
        yield Text(f"{'+' if reason.supports else '-'} {one_line(reason.text)}")
    if finding:
        yield Text(f"score {finding.score:.2f}", "dim")
    if entry.note:
        yield Text.assemble(("note: ", "bold"), one_line(entry.note))


def _print(screen: Console, text: Text, width: int, *, indent: int = 0) -> None:
    lines = text.wrap(screen, max(20, width - indent)) or [text]
    for line in lines:
        line.rstrip()
        screen.print(
            Text(" " * indent).append_text(line) if line.plain else line, soft_wrap=True, highlight=False
        )
