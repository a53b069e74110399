"""One finding as lines for a terminal: header, two quotes, who says it where, and the reasons.

The lines are laid out here, not by a rich table, so that none ends in padding and each can be piped.
One accent colour a finding (by severity); the clashing words are bold and underlined, or stand between
marks where the terminal knows no styles.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from checker.records import Finding, Severity, Side
from checker.reports import wording
from checker.reports.escape import encodable, one_line
from checker.reports.quotes import Quote, quotes

if TYPE_CHECKING:
    from rich.console import Console

_ACCENTS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 140
_SIDE_BY_SIDE_FROM = 100
_MARGIN = 2
_GUTTER = 4


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs outside the letters; ``opening`` and ``closing`` mark clashing words without styles."""

    bar: str = "│"
    rule: str = "─"
    dot: str = "·"
    minus: str = "−"
    opening: str = "«"
    closing: str = "»"


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw on one console: its width in cells (capped for reading), its signs, its styles."""

    console: Console
    width: int
    glyphs: Glyphs
    styled: bool

    @classmethod
    def of(cls, console: Console) -> Look:
        """Return the look that suits ``console``: ASCII signs where its encoding has no others."""
        fancy = Glyphs()
        signs = "".join(getattr(fancy, name) for name in Glyphs.__dataclass_fields__)
        plain = Glyphs(bar="|", rule="-", dot="-", minus="-", opening="*", closing="*")
        return cls(
            console=console,
            width=max(20, min(console.width, _WIDEST)),
            glyphs=fancy if encodable(signs, console.encoding) else plain,
            styled=console.color_system is not None,
        )

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """Return ``text`` folded into lines of at most ``width`` cells, without spaces at their ends."""
        lines = list(text.wrap(self.console, width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines


def finding_lines(finding: Finding, look: Look) -> list[Text]:
    """Return the lines of one finding, none wider than ``look.width`` and none truncated."""
    accent = _ACCENTS[finding.severity]
    lines = _header(finding, look, accent)
    lines += _indented(look, Text(one_line(finding.explanation))) if finding.explanation else []
    lines.append(Text())
    lines += _sides(finding, look, accent)
    if finding.reasons:
        lines.append(Text())
    for reason in finding.reasons:
        sign = "+" if reason.supports else look.glyphs.minus
        lines += _hanging(look, Text(f"{sign} ", "bold"), Text(one_line(reason.text)))
    return lines


def _header(finding: Finding, look: Look, accent: str) -> list[Text]:
    left = Text.assemble(
        (f"{finding.severity.value} ", f"bold {accent}"),
        (f"{finding.code} ", "bold"),
        (one_line(finding.name), "bold"),
    )
    if finding.event:
        left.append(f" {look.glyphs.dot} {one_line(finding.event)}", "dim")
    right = Text.assemble((wording.certainty(finding.score), "bold"), f" {finding.score:.2f}")
    room = look.width - left.cell_len - right.cell_len
    if room >= _GUTTER:
        return [Text.assemble(left, " " * room, right)]
    return [*look.wrapped(left, look.width), Text(" " * _MARGIN).append_text(right)]


def _sides(finding: Finding, look: Look, accent: str) -> list[Text]:
    marked = zip((finding.a, finding.b), quotes(finding), wording.dates(finding.a, finding.b), strict=True)
    if look.width < _SIDE_BY_SIDE_FROM:
        column = look.width - _MARGIN
        first, second = (_side(*each, look, column, accent) for each in marked)
        stacked = [*first, Text(), *second]
        return [_shifted(line) for line in stacked]
    column = (look.width - _MARGIN - _GUTTER) // 2
    first, second = (_side(*each, look, column, accent) for each in marked)
    lines = []
    for left, right in zip_longest(first, second):
        # A new text each time: what is appended to it must not show up in the next line.
        line = _shifted(left or Text())
        if right:
            line.append(" " * (_MARGIN + column + _GUTTER - line.cell_len)).append_text(right)
        lines.append(line)
    return lines


def _side(side: Side, quote: Quote, date: str, look: Look, width: int, accent: str) -> list[Text]:
    head = Text.assemble((one_line(side.source), "bold"), f" {look.glyphs.dot} {date}")
    lines = look.wrapped(head, width)
    lines += look.wrapped(Text(wording.voice(side), "italic"), width)
    bar = Text(f"{look.glyphs.bar} ", accent)
    body = look.wrapped(_quote(quote, look, accent), width - bar.cell_len)
    lines += [Text.assemble(bar, line) for line in body]
    claim = one_line(side.claim)
    literal = claim.rstrip(".").lower() in quote.text.lower()
    # Styles show which part of a quote is the claim; without them it needs a line of its own.
    if not literal or (not look.styled and _is_part(quote)):
        lines += look.wrapped(Text.assemble(("claim: ", "dim"), claim), width)
    carried = wording.carried_by(side)
    for foot in (*_where(side, look, width), *([carried] if carried else [])):
        lines += look.wrapped(Text(foot, "dim"), width)
    return lines


def _is_part(quote: Quote) -> bool:
    return quote.text[quote.claim.start : quote.claim.end].rstrip(".") != quote.text.rstrip(".")


def _where(side: Side, look: Look, width: int) -> list[str]:
    """Location and title on one line where both fit, so that a path is not torn from its end."""
    parts = [wording.location(side), *([one_line(side.title)] if side.title else [])]
    joined = f" {look.glyphs.dot} ".join(parts)
    return [joined] if cell_len(joined) <= width else parts


def _quote(quote: Quote, look: Look, accent: str) -> Text:
    if look.styled:
        text = Text(quote.text)
        text.stylize("dim", 0, quote.claim.start)
        text.stylize("dim", quote.claim.end, len(quote.text))
        for span in quote.clashing:
            text.stylize(f"not dim bold underline {accent}", span.start, span.end)
        return text
    pieces, at = [], 0
    for span in quote.clashing:
        words = quote.text[span.start : span.end]
        pieces += [quote.text[at : span.start], look.glyphs.opening, words, look.glyphs.closing]
        at = span.end
    return Text("".join([*pieces, quote.text[at:]]))


def _indented(look: Look, text: Text) -> list[Text]:
    return [_shifted(line) for line in look.wrapped(text, look.width - _MARGIN)]


def _hanging(look: Look, sign: Text, text: Text) -> list[Text]:
    body = look.wrapped(text, look.width - _MARGIN - sign.cell_len)
    first, *rest = body or [Text()]
    lines = [Text.assemble(sign, first), *(Text(" " * 2).append_text(line) for line in rest)]
    return [_shifted(line) for line in lines]


def _shifted(line: Text) -> Text:
    return Text(" " * _MARGIN).append_text(line) if line.plain else line
