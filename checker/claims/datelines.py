"""Datelines: the place, day and agency before the first sentence of a news report.

"WASHINGTON/KYIV, Nov 6 (Reuters) - ", "KYIV, Ukraine (AP) — ", "LONDON — ", "(CNN) ".
"""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
_AGENCY_NAME = (
    r"(?:Thomson )?Reuters(?: Health)?|AP|The Associated Press|Associated Press|AFP|UPI|CNN|Xinhua|TASS|"
    r"dpa|DPA|PTI|ANI|IANS|"
    r"Bloomberg|KNA|EFE|ANSA|BBC|CBS News|ABC News|NBC News|Fox News|Interfax|Kyodo|Yonhap|JTA"
)
_AGENCY = rf"\((?:{_AGENCY_NAME}|[A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}})\)"
_NO_PLACE = r"(?!FILE|PHOTO|VIDEO|UPDATE|BREAKING|EXCLUSIVE|LIVE|WATCH|READ|CORRECTION|OPINION)"
_CAPITALS = _NO_PLACE + r"[A-Z][A-Z.'’]+(?:[ /-][A-Z][A-Z.'’]*){0,4}"
_PLACE = rf"{_CAPITALS}(?:,\s+[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){{0,2}})?"
_MIXED_PLACE = r"[A-Z][\w.’']+(?:[ /-][A-Z][\w.’']+){0,3}(?:,\s+[A-Z][\w.’']*(?:\s[A-Z][\w.’']*)?)?"
_DASH = r"\s*(?:—|–|--|-{1,2}(?=\s)|―)\s*"
#: What opens a sentence; "NATO — the alliance" is none.
_OPENS = r"(?=[\"“‘'(\[]?[A-Z0-9$£€])"

_DATELINE = re.compile(
    "|".join(
        (
            rf"(?:{_PLACE}|{_MIXED_PLACE}),?\s+{_DAY}\s*(?:{_AGENCY})?{_DASH}",
            rf"(?:{_PLACE}|{_MIXED_PLACE}),?\s*{_AGENCY}{_DASH}",
            rf"(?:{_PLACE},?\s*)?\((?:{_AGENCY_NAME})\)(?:{_DASH}|\s*{_OPENS})",
            rf"{_PLACE}\s*(?:—|\s(?:–|--?))\s*{_OPENS}",
        )
    )
)
_LONGEST = 120


def dateline(text: str) -> int:
    """The length of the dateline at the beginning of ``text`` with its dash and white space, or 0."""
    head = text[:_LONGEST]
    # Each ends in a dash or holds a bracket; most paragraphs have neither near their beginning.
    if not ("-" in head or "(" in head or "—" in head or "–" in head or "―" in head):
        return 0
    found = _DATELINE.match(head)
    return found.end() if found else 0
