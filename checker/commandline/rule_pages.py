"""The pages of docs/rules/: what ``checker explain`` prints, one page a rule, and a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.commandline.listings import rule_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.rules import Rule

_INDEX = """\
# The rules

In the order in which they are tried: of one pair of claims the first rule that fits makes the finding. Each
page is what `checker explain CODE` prints.

| code | name | severity | what is found |
|---|---|---|---|
"""


def rule_pages(rules: Mapping[str, Rule]) -> dict[str, str]:
    """File name -> Markdown: ``CODE.md`` for each rule, and ``README.md`` with a table of all."""
    pages = {f"{rule.code}.md": f"# {rule_text(rule)}\n" for rule in rules.values()}
    rows = (
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |\n"
        for rule in rules.values()
    )
    return pages | {"README.md": _INDEX + "".join(rows)}
