"""Page furniture by the word it begins with.

Each rule is a kind, the words that open a line of it, and what must follow them. A line is only held
against the rules of its first word, so that most paragraphs of an article are read no further. The
patterns go to the end of the line or ask for an unmistakable continuation: a paragraph that merely
speaks of photographs, newsletters or comments stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import notices, origins, promotions

if TYPE_CHECKING:
    from checker.claims.vocabulary import Rule

#: All rules; among those of one first word the earlier one counts.
RULES: tuple[Rule, ...] = (
    *promotions.ADVERTISEMENTS,
    *origins.READ_ALSO,
    *origins.CREDITS,
    *origins.AUTHORS,
    *promotions.SHARING,
    *origins.DATES,
    *promotions.SUBSCRIPTIONS,
    *notices.NOTICES,
    *notices.COMMENTS,
    *notices.PLAYERS,
    *notices.MENUS,
)
