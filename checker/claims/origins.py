"""Where a page says what belongs to a text: credits, captions, authors, dates and links to other texts.

Rules of page furniture by the first word of a line, as in ``openings``.
"""

from __future__ import annotations

from checker.claims.vocabulary import CLOCK, DATE, END, MONTH, MONTHS, WEEKDAYS, Rule

_LINKED = (
    r"(?: (?:also|more|next|now|live|here|too|on this|on this story|articles?|stor(?:y|ies)|posts?|news|"
    r"content|coverage|videos?|topics?|reading|from the web))?\s*(?:[:|►▶→»]|\s[–—-]\s)\s*\S"
)
_PICTURE = r"(?:photo|photograph|image|picture|pic|graphic|illustration|screenshot|screengrab|video|map)s?"
_PICTURES = (
    "photo photos photograph photographs image images picture pictures pic pics graphic graphics "
    "illustration illustrations screenshot screenshots screengrab video videos map maps cover infographic "
    "infographics"
)
_CREDIT = r"\s*(?:credits?|courtesy(?: of)?|by|from|via|source)?\s*[:/©|]\s*\S"
_CREDITED = r"\s+(?:from|by|via|courtesy(?: of)?|credits?|source)\b[^.!?]{1,80}\Z"
READ_ALSO: tuple[Rule, ...] = (
    ("read_also", "next previous prev", r" (?:article|post|story)(?:\s*[:›»→].{1,140})?\W*\Z", 160),
    (
        "tags",
        "read see explore more",
        r"(?: more)?(?: stories)? (?:on|about)(?: (?:this|these) topics?)?\s*:\s*\S[^.]{0,160}\Z",
        200,
    ),
    ("read_also", "more watch related earlier", r"\s*:\Z", 20),
    ("read_also", "also see go", r" (?:see|related|deeper|on [\w ]{1,20})\s*:", 260),
    ("read_also", "special full", r" coverage\s*:\s*\S", 160),
    ("read_also", "visit", r" (?:[\w ]{1,30}['’]s? |our )(?:home ?page|website|page|site)\b.{0,40}\Z", 120),
    ("read_also", "don", r"['’]t see the\b.{0,40}\bclick\b", 120),
    (
        "read_also",
        "read",
        r" [\w ]{1,20}['’]s (?:new |latest )?(?:\w+ )?(?:blog|magazine|newsletter|column)\W*\Z",
        120,
    ),
    (
        "read_also",
        "read see also must watch listen related recommended trending more",
        rf"(?:[- ](?:also|read|watch|see))?{_LINKED}",
        260,
    ),
    ("read_also", "don editor editors", rf"['’]?[st]?['’]? (?:miss|picks?|choice){_LINKED}", 260),
    ("read_also", "in", rf" (?:pictures|photos|video){_LINKED}", 260),
    (
        "read_also",
        "read see watch view download",
        (
            r"\s+(?:the\s+)?(?:full|original|complete|entire)\s+"
            r"(?:story|article|report|text|statement|interview|video|post|document|transcript)\b"
        ),
        260,
    ),
    ("read_also", "read", r" (?:more|also|next)\b[^.]{0,160}\Z", 260),
    ("read_also", "check", r" (?:this )?out\s*:\s*\S", 260),
    ("read_also", "click tap", r" (?:here|on|to|for more)\b", 260),
    ("read_also", "also what", rf"(?: to)? read{END}", 60),
)

CREDITS: tuple[Rule, ...] = (
    (
        "credit",
        "view open see",
        r" (?:the )?(?:gallery|image|photo|slideshow)s?\b(?: in (?:gallery|full ?screen))?\b[^.]{0,16}\Z",
        60,
    ),
    ("credit", _PICTURES, rf"{_CREDIT}|{_CREDITED}", 420),
    ("credit", "file stock", rf" {_PICTURE}(?:{_CREDIT}|{_CREDITED}|\b\s*[-–—:.])|{END}", 420),
    ("credit", "file", r"\s*[-–—]\s*(?:in this|this|then|the|an?)\b", 700),
    ("credit", "credit credits courtesy caption", r"\s*[:/]\s*\S", 420),
    ("credit", "image", r" (?:caption|source|copyright)\b[^.]{0,200}\Z", 240),
    ("credit", "ap reuters afp epa getty", rf" (?:photo|images?)\b[^.]{{0,80}}\Z|{END}", 120),
    ("credit", "shutterstock image photo caption video", END, 40),
    ("credit", "associated", rf" press{END}", 40),
    ("credit", "enlarge toggle hide show", r"(?: this)? (?:image|caption|photo)\b", 420),
    ("credit", "slideshow gallery expand", rf"(?:\s*\(?\d+ (?:images|photos|pictures)\)?)?{END}", 60),
    (
        "credit",
        "in",
        (
            rf" this (?:[\w.,]+ ){{0,6}}(?:{_PICTURE}|frame|still|file|combination)\b(?: (?:photo|image))?"
            r"(?: (?:taken|made|provided|released|from|by)\b|,)"
        ),
        700,
    ),
)

AUTHORS: tuple[Rule, ...] = (
    ("byline", "author authors words writer reporter", r"\s*:\s*(?-i:[A-Z]).{1,80}\Z", 100),
    ("byline", "contributing contributors", r"\s*:\s*\S", 160),
    ("byline", "opinion", r" (?:contributor|columnist|writer|editor)\Z", 40),
    ("byline", "special", r" (?:for|to) (?:the )?(?-i:[A-Z])[\w ]{1,30}\Z", 60),
    (
        "author_bio",
        "send let",
        (
            r" (?:us |your |letters?|an? |story |news )*(?:tips?|letters?|know|e-?mail|"
            r"comments)\b.{0,60}(?:@|"
            r"\[email|\bat\b).{0,60}\Z"
        ),
        160,
    ),
    (
        "byline",
        "by",
        (
            r":?\s+(?-i:[A-Z])[\w.'’-]*(?:[\s,&|/]+(?-i:[A-Z]|and\b|for\b|in\b|of\b|the\b|"
            r"at\b)[\w.'’@-]*){0,9}"
            rf"(?:[\s,|–-]+(?:published |updated )?{DATE}.{{0,40}})?\Z"
        ),
        240,
    ),
    ("byline", "by", r" (?:our|the|a) (?:own )?(?:foreign|political|staff|news|editorial)\b[^.]{0,30}\Z", 60),
    (
        "byline",
        "written reported edited posted published story text analysis compiled translated updated",
        r"\s+by\b.{1,80}\Z",
        140,
    ),
    (
        "byline",
        "additional reporting writing editing with",
        r"(?: (?:reporting|writing|editing|files))? (?:by|from) (?-i:[A-Z]).{1,200}\Z",
        240,
    ),
    ("byline", "staff guest special", rf" (?:writer|reporter|correspondent|contributor){END}", 60),
    ("byline", "news web", r" desk\Z", 20),
    ("byline", "editor admin administrator newsroom agencies staff", r"\Z", 20),
    (
        "author_bio",
        "view see read more",
        r" (?:all |more )?(?:posts|stor(?:y|ies)|articles|news)? ?by\b[^.]{1,60}\Z",
        90,
    ),
    ("author_bio", "about", rf" the (?:author|writer|reporter)s?{END}", 40),
    (
        "author_bio",
        "contact email write reach follow e",
        r"\b[^“”\"]{0,120}(?:\w@\w|\[email|\bon (?:x|twitter|facebook|linkedin|instagram)\b).{0,80}\Z",
        200,
    ),
    (
        "author_bio",
        "opinions views thoughts",
        r" expressed\b.{0,80}\b(?:authors?|own|writers?|columnists?)\b",
        300,
    ),
    ("author_bio", "the", r" (?:opinions|views) expressed\b.{0,80}\b(?:authors?|own|writers?)\b", 300),
    (
        "author_bio",
        "do have got",
        (
            r" (?:you have )?an? (?:news )?(?:story|tip|question|correction)\b.{0,60}"
            r"\b(?:e-?mail|contact|reach|send|write|let us|share)\b.{0,80}\Z"
        ),
        200,
    ),
    ("source_line", "source sources via origin", r"\s*[:：]\s*\S.{0,80}\Z", 240),
    (
        "source_line",
        "this the",
        (
            r" (?:article|story|post|piece|report|column|essay)\b.{0,40}\b(?:originally|first)\b.{0,20}"
            r"\b(?:appeared|published|posted)\b"
        ),
        240,
    ),
    ("source_line", "originally first", r" (?:appeared|published|posted)\b", 240),
)

DATES: tuple[Rule, ...] = (
    (
        "weather_date",
        "wind humidity feels pressure precipitation visibility",
        r"\b[^.!?]{0,16}\d[^.!?]{0,40}\Z",
        80,
    ),
    (
        "weather_date",
        f"{MONTHS} {WEEKDAYS}",
        (
            rf"\.?,?\s+(?:{MONTH}\s+)?\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:{MONTH},?\s+)?\d{{4}}"
            rf"(?:\s*(?:at|,|\||-|–|—|·|/)?\s*{CLOCK})?(?:\W*(?:timer)?\W*\d+ min\b.{{0,16}})?{END}"
        ),
        140,
    ),
    (
        "weather_date",
        "last first updated update published posted modified created date time",
        (
            rf"(?: (?:updated?|published|modified))?(?:\s+(?:on|at))?\s*[:|–-]?\s*"
            rf"(?:{DATE}|{CLOCK}|\d+ \w+ ago).{{0,60}}\Z"
        ),
        140,
    ),
    (
        "weather_date",
        "about over an a one",
        r"(?: \d+| an?)? (?:second|minute|min|hour|hr|day|week|month|year)s? ago\Z",
        40,
    ),
    (
        "weather_date",
        "today tonight tomorrow current",
        rf"(?:['’]s)? (?:weather|forecast|conditions){END}",
        40,
    ),
    (
        "weather_date",
        "mostly partly sunny cloudy clear overcast",
        r"(?: (?:sunny|cloudy|clear))?(?:,? (?:with )?(?:an? )?(?:highs?|lows?)\b[^.]{0,30})?\Z",
        60,
    ),
)
