"""One finding as lines for a terminal: header, two quotes, who says it where, and the reasons.

The lines are laid out here, not by a rich table, so that none ends in padding and each can be piped.
One colour a finding (by severity); the clashing words are marked as with a marker pen, underlined where
there are no colours, and stand between marks where the terminal knows no styles at all.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.look import ACCENTS
from checker.reports.quotes import Quote, quotes

if TYPE_CHECKING:
    from checker.records import Finding, Side
    from checker.reports.look import Look

_SIDE_BY_SIDE_FROM = 100
_MARGIN = 2
_GUTTER = 4


def finding_lines(finding: Finding, look: Look) -> list[Text]:
    """Return the lines of one finding, none wider than ``look.width`` and none truncated."""
    accent = ACCENTS[finding.severity]
    lines = _header(finding, look)
    lines += _indented(look, Text(one_line(finding.explanation))) if finding.explanation else []
    lines.append(Text())
    lines += _sides(finding, look, accent)
    if finding.reasons:
        lines.append(Text())
    for reason in sorted(finding.reasons, key=lambda each: not each.supports):
        sign = "+" if reason.supports else look.glyphs.minus
        lines += _hanging(look, Text(f"{sign} ", "bold"), Text(one_line(reason.text)))
    return lines


def _header(finding: Finding, look: Look) -> list[Text]:
    left = look.label(finding.severity)
    left = look.spelled(Text.assemble(left, (f" {finding.code} {one_line(finding.name)}", "bold")))
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
    lines = _head(side, date, look, width)
    bar = Text(f"{look.glyphs.bar} ", accent)
    body = look.wrapped(_quote(quote, look), width - bar.cell_len)
    lines += [Text.assemble(bar, line) for line in body]
    claim = one_line(side.claim)
    literal = claim.rstrip(".").lower() in quote.text.lower()
    # Styles show which part of a quote is the claim; without them it needs a line of its own.
    if not literal or (not look.styled and _is_part(quote)):
        lines += look.wrapped(Text.assemble(("claim: ", "dim"), claim), width)
    carried = wording.carried_by(side)
    for foot in (*whereabouts(side, look, width), *([carried] if carried else [])):
        lines += look.wrapped(Text(foot, "dim"), width)
    return lines


def _head(side: Side, date: str, look: Look, width: int) -> list[Text]:
    """Source, date and voice on one line where they fit."""
    dot = f" {look.glyphs.dot} "
    origin = look.spelled(Text.assemble((one_line(side.source), "bold"), dot, date))
    voice = look.spelled(Text(wording.voice(side), "italic"))
    joined = Text.assemble(origin, dot, voice)
    if joined.cell_len <= width:
        return [joined]
    return [*look.wrapped(origin, width), *look.wrapped(voice, width)]


def _is_part(quote: Quote) -> bool:
    return quote.text[quote.claim.start : quote.claim.end].rstrip(".") != quote.text.rstrip(".")


def whereabouts(side: Side, look: Look, width: int) -> list[str]:
    """Return location and title, as one line where both fit, so that a path is not torn from its end."""
    parts = [wording.location(side), *([one_line(side.title)] if side.title else [])]
    joined = f" {look.glyphs.dot} ".join(parts)
    return [joined] if cell_len(joined) <= width else parts


def _quote(quote: Quote, look: Look) -> Text:
    if look.styled:
        text = Text(quote.text)
        text.stylize("dim", 0, quote.claim.start)
        text.stylize("dim", quote.claim.end, len(quote.text))
        for span in quote.clashing:
            text.stylize(look.marker, span.start, span.end)
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
