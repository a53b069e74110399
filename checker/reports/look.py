"""How a report is drawn on one console: its width, its signs, its colours.

Every sign has a substitute for a code page that lacks it, each on its own: cp437 has bars and rules but
no minus sign, cp1252 the other way round. Colours are named, never exact, so that they follow the theme
of the terminal; where a text has a background it has a foreground as well. Bold yellow and bold cyan are
not used: many terminals brighten what is bold, and bright yellow cannot be read on white.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Span, Text

from checker.records import Severity
from checker.reports.escape import encodable, spelled

if TYPE_CHECKING:
    from rich.console import Console

#: The colour of the bar beside a quote.
ACCENTS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

#: The label of a severity; readable on any background, as it brings its own.
LABELS = {
    Severity.ERROR: "white on red",
    Severity.WARNING: "black on yellow",
    Severity.NOTE: "black on cyan",
}

#: Words that clash, as if gone over with a marker.
MARKER = "not dim black on yellow"
MARKER_WITHOUT_COLOUR = "not dim bold underline"

_WIDEST = 140
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs outside the letters; ``opening`` and ``closing`` mark clashing words without styles."""

    bar: str = "│"
    rule: str = "─"
    dot: str = "·"
    minus: str = "−"
    cut: str = "…"
    opening: str = "«"
    closing: str = "»"


_PLAIN = Glyphs(bar="|", rule="-", dot="-", minus="-", cut="~", opening="*", closing="*")


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw on one console: its width in cells (capped for reading), its signs, its styles.

    ``styled`` says whether bold and underlined show, ``coloured`` whether colours do as well.
    """

    console: Console
    width: int
    glyphs: Glyphs
    styled: bool
    coloured: bool

    @classmethod
    def of(cls, console: Console) -> Look:
        """Return the look that suits ``console``: ASCII signs where its encoding has no others."""
        styled = console.color_system is not None
        return cls(
            console=console,
            width=max(_NARROWEST, min(console.width, _WIDEST)),
            glyphs=_glyphs(console.encoding),
            styled=styled,
            coloured=styled and not console.no_color,
        )

    @property
    def marker(self) -> str:
        """The style of clashing words."""
        return MARKER if self.coloured else MARKER_WITHOUT_COLOUR

    def label(self, severity: Severity) -> Text:
        """Return the name of a severity as the label that begins a finding."""
        if self.coloured:
            return Text(f" {severity.value} ", LABELS[severity])
        return Text(severity.value, "bold")

    def spelled(self, text: Text) -> Text:
        """Return ``text`` in letters that the console has, its styles where they were."""
        encoding = self.console.encoding
        if encodable(text.plain, encoding):
            return text
        parts = [spelled(letter, encoding) for letter in text.plain]
        starts = [0]
        for part in parts:
            starts.append(starts[-1] + len(part))
        spans = [
            Span(starts[span.start], starts[min(span.end, len(parts))], span.style) for span in text.spans
        ]
        return Text("".join(parts), style=text.style, spans=spans)

    def wrapped(self, text: Text, width: int) -> list[Text]:
        """Return ``text`` folded into lines of at most ``width`` cells, without spaces at their ends."""
        lines = list(self.spelled(text).wrap(self.console, width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def cut(self, text: str, width: int) -> str:
        """Return ``text`` in the console's letters, its end cut off if it takes more than ``width`` cells."""
        shown = spelled(text, self.console.encoding)
        if cell_len(shown) <= width:
            return shown
        room = width - cell_len(self.glyphs.cut)
        while shown and cell_len(shown) > room:
            shown = shown[:-1]
        return f"{shown.rstrip()}{self.glyphs.cut}"


def _glyphs(encoding: str) -> Glyphs:
    fancy = Glyphs()
    signs = {
        field.name: getattr(fancy if encodable(getattr(fancy, field.name), encoding) else _PLAIN, field.name)
        for field in fields(Glyphs)
    }
    # Two marks of one pair.
    if _PLAIN.opening in (signs["opening"], signs["closing"]):
        signs |= {"opening": _PLAIN.opening, "closing": _PLAIN.closing}
    return Glyphs(**signs)
