"""``checker rules`` and ``checker explain``: folded to a terminal, as they are written in a pipe.

A pipe gets one line a rule, for grep, and the Markdown of a rule's documentation, for pages.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.commandline import console, listings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import Console
    from rich.text import Text

    from checker.reports.look import Look
    from checker.rules import Rule

#: Narrower than this, a table leaves its last column too few words a line.
_TABLE_FROM = 72
_WIDEST_PROSE = 88
_BULLET = "- "


def show_rules(rules: Mapping[str, Rule]) -> None:
    """Write the list of ``rules`` to stdout."""
    if sys.stdout.isatty():
        console.write_rich(lambda screen: draw_rules(rules, screen))
    else:
        console.write_text(listings.rules_text(rules))


def show_rule(rule: Rule) -> None:
    """Write what ``rule`` means to stdout."""
    if sys.stdout.isatty():
        console.write_rich(lambda screen: draw_rule(rule, screen))
    else:
        console.write_text(listings.rule_text(rule))


def draw_rules(rules: Mapping[str, Rule], screen: Console) -> None:
    """Print one entry a rule on ``screen``: a row of a table, or a small block where that is too wide."""
    from checker.reports.look import Look

    look = Look.of(screen)
    name_width = max(len(rule.name) for rule in rules.values())
    for rule in rules.values():
        _print(screen, _row(rule, name_width, look) if look.width >= _TABLE_FROM else _block(rule, look))


def draw_rule(rule: Rule, screen: Console) -> None:
    """Print the documentation of ``rule`` on ``screen``, its paragraphs folded anew."""
    from rich.text import Text

    from checker.reports.look import Look

    look = Look.of(screen)
    width = min(look.width, _WIDEST_PROSE)
    _print(screen, [Text.assemble((f"{rule.code} {rule.name}", "bold"), " ", look.label(rule.severity))])
    for paragraph in rule.documentation.strip().split("\n\n"):
        _print(screen, [Text(), *_paragraph(paragraph, width, look)])


def _row(rule: Rule, name_width: int, look: Look) -> list[Text]:
    from rich.text import Text

    label = look.label(rule.severity)
    left = Text.assemble(
        (rule.code, "bold"), "  ", label, " " * (len("warning") + 2 - len(rule.severity.value))
    )
    left.append(f"{rule.name:{name_width}}  ")
    folded = look.wrapped(Text(rule.summary), look.width - left.cell_len)
    rest = Text(" " * left.cell_len)
    return [(left if number == 0 else rest).copy().append_text(line) for number, line in enumerate(folded)]


def _block(rule: Rule, look: Look) -> list[Text]:
    from rich.text import Text

    head = Text.assemble((f"{rule.code} {rule.name}", "bold"), " ", look.label(rule.severity))
    return [head, *(Text("  ") + line for line in look.wrapped(Text(rule.summary), look.width - 2))]


def _paragraph(paragraph: str, width: int, look: Look) -> Iterator[Text]:
    """A heading, a list, or prose: the only Markdown that the documentation of a rule uses."""
    from rich.text import Text

    if paragraph.startswith("#"):
        yield Text(paragraph.lstrip("# "), "bold")
        return
    if not paragraph.startswith(_BULLET):
        yield from look.wrapped(Text(" ".join(paragraph.split())), width)
        return
    for item in f"\n{paragraph}".split(f"\n{_BULLET}")[1:]:
        folded = look.wrapped(Text(" ".join(item.split())), width - len(_BULLET))
        for number, line in enumerate(folded):
            yield Text(_BULLET if number == 0 else " " * len(_BULLET)).append_text(line)


def _print(screen: Console, lines: list[Text]) -> None:
    from rich.text import Text

    screen.print(Text("\n").join(lines), soft_wrap=True, highlight=False)
