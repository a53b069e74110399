"""Write docs/rules/ anew from the docstrings of the rules: ``python docs/write_rule_pages.py``."""

from __future__ import annotations

from pathlib import Path

from checker.commandline.rule_pages import rule_pages
from checker.rules import RULES

FOLDER = Path(__file__).parent / "rules"


def main() -> None:
    """Write every page, and remove those of rules that are gone."""
    pages = rule_pages(RULES)
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
