"""Page furniture: the lines of a news page that are no part of the article, by their wording.

Kinds stand in the reasons of drops as ``furniture.<kind>``. The patterns are keyed on short lines and
anchored at their beginning, so that a paragraph that merely speaks of photographs, newsletters or
comments stays. Few patterns look into paragraphs: at their ends (captions) or for an unmistakable word.
"""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_CLOCK = r"\d{1,2}(?::|\.)\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?"
_AGENCY = (
    r"(?:the )?associated press|ap photo|ap|reuters|getty(?: images)?|afp|epa(?:-efe)?|shutterstock|istock|"
    r"bloomberg(?: news)?|zuma(?: press)?|tass|sipa|xinhua|wikimedia(?: commons)?|pixabay|unsplash|"
    r"google|file"
)
_SOCIAL = (
    r"share|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|e-?mail|print|reddit|copy link|"
    r"messenger|flipboard|pocket|save|like|follow|instagram|youtube|viber|sms|tumblr|vk|link|url|more"
)
_MENU = (
    r"home|news|world|politics|sports?|business|opinions?|videos?|photos|menu|search|log ?in|sign ?in|"
    r"sign ?up|"
    r"register|my account|toggle navigation|close|next|previous|prev|back to top|breaking news|live|"
    r"load more|"
    r"show more|see more|view more|view all|main menu|about(?: us)?|contact(?: us)?|privacy policy|"
    r"technology|tech|"
    r"health|science|entertainment|lifestyle|culture|travel|weather|economy|markets|e-?paper|"
    r"archives?|jobs|"
    r"terms(?: of (?:use|service))?|terms (?:and|&) conditions|advertise(?: with us)?|sitemap|help|careers|"
    r"skip to (?:main )?(?:content|navigation)|edition|us|uk|europe|asia|africa|middle east|americas|"
    r"more|games"
)


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for any of several, without regard to upper and lower case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


#: (kind, pattern, longest line in characters): the first that matches at the beginning of a line counts.
SHORT: tuple[tuple[str, re.Pattern[str], int], ...] = (
    (
        "advertisement",
        any_of(
            r"(?:advertisements?|ad|ads|sponsored(?: content| links)?|promoted(?: content)?|"
            r"paid (?:post|content)|"
            r"ad feedback|partner content)\W*\Z",
            r"(?:the )?(?:story|article|text) continues below(?: (?:this )?(?:ad|advertisement|video|"
            r"photo|gallery))?\W*\Z",
            r"(?:continue reading|keep reading|scroll (?:down )?(?:to|for))\b.{0,80}\Z",
            r"advertisement\s*[-–—:|]\s",
        ),
        120,
    ),
    (
        "read_also",
        any_of(
            r"\W*(?:read|see|also read|see also|read also|must[- ]read|watch|listen|related|"
            r"recommended|trending|"
            r"more|don['’]t miss|editor['’]s picks?|in pictures|in photos)"
            r"(?: (?:also|more|next|now|live|here|too|on this|on this story|articles?|stor(?:y|ies)|"
            r"posts?|news|"
            r"content|coverage|videos?|topics?|reading|from the web))?\s*(?:[:|►▶→»]|\s[–—-]\s)\s*\S",
            r"\W*(?:read|see|watch|view|download)\s+(?:the\s+)?(?:full|original|complete|entire)\s+"
            r"(?:story|article|report|text|statement|interview|video|post|document)\b",
            r"\W*read (?:more|also|next)\b[^.]{0,160}\Z",
            r"\W*(?:click|tap) (?:here|on|to)\b",
            r"(?:also|what to) read\W*\Z",
        ),
        260,
    ),
    (
        "credit",
        any_of(
            r"\W*(?:file |stock )?(?:photo|photograph|image|picture|pic|graphic|illustration|"
            r"screenshot|screengrab|"
            r"video|map|cover|infographic)s?\s*(?:credits?|courtesy(?: of)?|by|from|via|"
            r"source)?\s*[:/©|]\s*\S",
            r"\W*(?:file |stock )?(?:photo|photograph|image|picture|pic|graphic|illustration|"
            r"screenshot|video|map)s?\s+"
            r"(?:from|by|via|courtesy(?: of)?|credits?|source)\b[^.!?]{1,80}\Z",
            r"(?:credits?|courtesy|caption)\s*[:/]\s*\S",
            r"(?:ap|reuters|afp|epa|getty) photo\b[^.]{0,80}\Z",
            rf"\(?[^()]{{0,60}}(?:/|\bvia )(?:{_AGENCY})(?:\s*/\s*[\w ]+)?\)?\.?\Z",
            rf"(?:{_AGENCY})(?: images?)?\s*/\s*[^.]{{1,60}}\Z",
            r"file (?:photo|picture|image)\b\s*[-–—:.]",
            r"(?:getty images|shutterstock|associated press|image|photo|caption|file photo|video|"
            r"reuters|ap)\W*\Z",
            r"(?:hide|toggle|show|enlarge)(?: this)? (?:image|caption|photo)\b",
            r"!\[[^\]]*\]\([^)]*\)\Z",
        ),
        420,
    ),
    (
        "byline",
        any_of(
            r"by:?\s+(?-i:[A-Z])[\w.'’-]*(?:[\s,&|/]+(?-i:[A-Z]|and\b|for\b|in\b|of\b|the\b|"
            r"at\b)[\w.'’@-]*){0,9}\Z",
            r"(?:written|reported|edited|posted|published|story|text|analysis|compiled|translated|"
            r"updated)\s+by\b.{1,80}\Z",
            r"\W*(?:additional |with )?(?:reporting|writing|editing|files) (?:by|from)\b.{1,200}\Z",
            r"(?:staff|guest|special) (?:writer|reporter|correspondent|contributor)\W*\Z",
            r"(?:news desk|web desk|editor|admin|administrator|newsroom|agencies|staff)\Z",
        ),
        240,
    ),
    (
        "source_line",
        any_of(
            r"(?:source|sources|via|origin)\s*[:：]\s*\S.{0,80}\Z",
            r"(?:this|the) (?:article|story|post|piece|report|column|essay)\b.{0,40}\b(?:originally|"
            r"first)\b.{0,20}"
            r"\b(?:appeared|published|posted)\b",
            r"(?:originally|first) (?:appeared|published|posted)\b",
        ),
        240,
    ),
    (
        "share",
        any_of(
            rf"(?:(?:{_SOCIAL})(?:[\s,|/·•+]+|\Z))+\Z",
            r"share (?:this|on|via|to|it|with)\b[^.]{0,60}\Z",
            r"(?:follow|like|find|join|connect with) (?:us|me|him|her|@\w+|[\w ]{1,30}) on\b.{0,80}\Z",
            r"\d[\d.,]*\s?[km]?\s+(?:shares?|views?|likes?|reads?|retweets?|reactions?|comments?)\W*\Z",
            r"\d+[- ]min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?\W*\Z",
            r"(?:reading|read) time\b.{0,30}\Z",
            r"https?://\S+\Z",
            r"(?:@\w++[\s,]*+)++\Z",
        ),
        140,
    ),
    (
        "weather_date",
        any_of(
            r"[-−+]?\d{1,3}(?:[.,]\d+)?\s*°?\s*[CF]?\s*°?\Z",
            rf"{_DATE}(?:\s*(?:at|,|\||-|–|—|·)?\s*{_CLOCK})?\W*\Z",
            rf"{_CLOCK}(?:\s*(?:on|,|\||-|–|—|·)?\s*{_DATE})?\W*\Z",
            rf"\W*(?:last |first )?(?:updated?|published|posted|modified|created|date|time)(?:\s+(?:on|"
            rf"at))?\s*[:|–-]?\s*"
            rf"(?:{_DATE}|{_CLOCK}|\d+ \w+ ago).{{0,60}}\Z",
            r"(?:about |over )?(?:\d+|an?|one) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|"
            r"months?|years?) ago\Z",
        ),
        140,
    ),
    (
        "subscription",
        any_of(
            r"(?:subscribe|sign[- ]?up|register|join|get|receive|download|stay|never miss)\b"
            r"(?!.*\bsaid\b).{0,140}"
            r"\b(?:newsletters?|inbox|alerts?|e-?mails?|subscribers?|app|channel|telegram|whatsapp|"
            r"for free|updates?|"
            r"up to date|breaking news|notifications?|benefits news)\W*.{0,20}\Z",
            r"(?:subscribe|sign up|donate|become a (?:member|subscriber|patron|supporter))\b[^.,]{0,40}\Z",
            r"join us(?: now| today)?\W*\Z",
            r"(?:enter|submit) your e-?mail\b",
            r"(?:already|not) a (?:subscriber|member)\b",
            r"(?:thank you|thanks) for (?:subscribing|signing up|registering|reading|joining)\b",
            r"(?:please )?support (?:our|independent|quality|free) (?:work|journalism|reporting|"
            r"newsroom)\b",
            r"this (?:article|content|story|page) is (?:only )?(?:available )?(?:for|"
            r"to) (?:subscribers|members|registered)",
            r"(?:to )?(?:continue|keep) reading\b.{0,60}(?:subscribe|sign|log|register)",
            r"newsletters?(?: sign[- ]?up)?\W*\Z",
            r"by (?:signing up|subscribing|clicking|registering),? you (?:agree|accept|consent)",
        ),
        260,
    ),
    (
        "cookies",
        any_of(
            r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners)(?: may)? uses? cookies\b",
            r"(?:accept|reject|manage|allow)(?: all)? cookies\b.{0,40}\Z",
            r"(?:cookie|privacy) (?:policy|settings|preferences|notice|consent)\W*\Z",
            r"(?:i )?(?:accept|agree)(?: all)?\Z",
        ),
        700,
    ),
    (
        "copyright",
        any_of(
            r"\W*(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©|\(c\)\s*\d).{0,200}\Z",
            r"this material may not be (?:published|reproduced|broadcast)",
        ),
        400,
    ),
    (
        "tags",
        any_of(
            r"(?:tags?|topics?|related topics|filed under|posted in|categor(?:y|ies)|keywords?|"
            r"labels?)\s*:.{0,200}\Z",
            r"(?:tags?|topics?|related topics|filed under|categor(?:y|ies)|keywords?|"
            r"in this (?:article|story))\W*\Z",
            r"(?:#\w++[\s,]*+)++\Z",
        ),
        240,
    ),
    (
        "comment_form",
        any_of(
            r"your e-?mail address will not be published\b",
            r"required fields are marked\b",
            r"save my name,? e-?mail\b",
            r"(?:name|e-?mail|website|comment|your (?:name|comment|e-?mail))\s*[*:]*\Z",
            r"(?:post|submit|add|write|cancel) (?:a |your )?(?:comment|reply)\W*\Z",
            r"you must be (?:logged|signed) in\b",
            r"(?:newest|oldest)(?: (?:most voted|first))?(?: \w+){0,3}\Z",
            r"inline feedbacks?\Z",
            r"a password has not been entered\Z",
            r"password generation\Z",
            r"would love your thoughts\b",
            r"this site uses akismet\b",
            r"(?:log|sign) ?in to (?:comment|reply|post)\b.{0,40}\Z",
            r"(?:reply|report|flag|upvote|downvote|vote)\Z",
            r"comments (?:are|have been) (?:closed|disabled|turned off)\b.{0,60}\Z",
        ),
        220,
    ),
    (
        "spam",
        any_of(
            r"(?:buy|order|purchase|get|cheap|cheapest)\s+(?:[\w-]+\s+){1,4}(?:online|"
            r"without (?:a )?prescription|cheap)\W*\Z",
            r".{0,60}\b(?:viagra|cialis|online casino|casino bonus|payday loans?|"
            r"essay writing service|slot online|"
            r"judi online|forex signals|seo services)\b.{0,60}\Z",
        ),
        140,
    ),
    (
        "menu",
        any_of(
            rf"(?:(?:{_MENU})(?:[\s,|/·•›»>+]+|\Z))++\Z",
            r"(?:[^|›»>•·\s][^|›»>•·]{0,28}\s*[|›»>•·]\s*){2,}[^|›»>•·]{0,28}\Z",
        ),
        300,
    ),
    ("markup", re.compile(r"[\W_]+\Z"), 10_000),
)

#: How captions end; looked for in the last characters of a line.
_CAPTION_END = any_of(
    r"\((?:[^()]*\b)?(?:photo|image|picture|credit|screenshot)\b[^()]{0,100}\)\s*\.?\Z",
    rf"\([^()]*(?:/|\b(?:by|via|from|for)\s)\s*(?:{_AGENCY})\b[^()]{{0,60}}\)\s*\.?\Z",
    # An agency alone in brackets closes a caption, but after a full stop the last paragraph of a report.
    rf"[^\s(.!?\"”’]\s*\((?:{_AGENCY})\)\s*\.?\Z",
    rf"\A\((?:{_AGENCY})\)\.?\Z",
    rf"(?:[.)\]/|©]\s*|[^\s.!?\"”’]\s*[—–]\s*)(?:{_AGENCY})(?:\s*/\s*(?:{_AGENCY}))*\s*\Z",
)
_LONGEST_CAPTION = 420
_LONGEST_CREDIT = 140

#: (kind, a needle in lower case, pattern, longest line): tried on lines of any length that hold the needle.
_ANYWHERE: tuple[tuple[str, str, re.Pattern[str], int], ...] = (
    ("byline", " contributed ", any_of(r".{2,200}\bcontributed (?:to|reporting)\b.{0,60}\Z"), 240),
    ("copyright", "all rights reserved", any_of(r".{0,200}\ball rights reserved\b"), 400),
    (
        "author_bio",
        " i ",
        any_of(
            r"(?=.*\b(?:years (?:honed )?(?:in|of|as)|over \d+\+? years|experience))"
            r"(?=.*\b(?:journalis[mt]|writer|editor|reporter|blogger)\b)"
            r"(?=.*\b(?:I bring|I (?:currently )?work as|passionate|freelance|"
            r"my (?:work|writing|articles)|I write|I cover)\b)",
        ),
        1200,
    ),
)
_LONGEST_LINE = 1200


def kind_of(line: str) -> str | None:
    """The kind of furniture that a trimmed line is by its wording, or None."""
    length = len(line)
    for kind, pattern, longest in SHORT:
        if length <= longest and pattern.match(line):
            return kind
    ends_open = line[-1:] != "." or line[-2:] == ")."
    if length <= _LONGEST_CAPTION and ends_open and _CAPTION_END.search(line[-_LONGEST_CREDIT:]):
        return "credit"
    if length <= _LONGEST_LINE:
        low = line.lower()
        for kind, needle, pattern, longest in _ANYWHERE:
            if needle in low and length <= longest and pattern.match(line):
                return kind
    return None
