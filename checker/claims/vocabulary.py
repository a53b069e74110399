"""Words that page furniture is made of: dates, clocks, agencies, networks, the entries of menus.

Pieces of regular expressions, to be compiled without regard to upper and lower case.
"""

from __future__ import annotations

import re

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct "
    "october nov november dec december"
)
WEEKDAYS = (
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
#: A line of such pieces and nothing else says when a page was made.
MOMENT = (
    rf"(?:cbs|abc|nbc|fox|bbc) news|{MONTH}|{_WEEKDAY}|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\.?|"
    rf"(?-i:[A-Z]{{2,4}})|(?:last |first )?"
    rf"(?:updated?|published|posted|modified|created|revised|date)|on|at|as of|ago|an?|about|today|yesterday|"
    rf"{_UNIT}|read|reading time|timer"
)
CLOCK = r"\d{1,2}(?::|\.)\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?"
AGENCY = (
    r"(?:the )?associated press|ap photo|ap|reuters|getty(?: images)?|afp|epa(?:-efe)?|shutterstock|istock|"
    r"bloomberg(?: news)?|zuma(?: press)?|tass|sipa|xinhua|wikimedia(?: commons)?|pixabay|unsplash|"
    r"google|file"
)
#: Papers and broadcasters that stand after the name of a photographer or reporter.
OUTLET = (
    rf"{AGENCY}|usa today|cnn(?:money)?|bbc(?: news)?|npr|fox news|cbs news|abc news|nbc news|politico|"
    r"the (?:guardian|new york times|washington post|hill|independent|times)|dpa|upi"
)
#: A person's name, in its own upper and lower case.
NAME = r"(?-i:[A-Z][\w.'’-]+(?: (?:de |van |von |al-|bin )?[A-Z][\w.'’-]*){1,3})"
JOB = (
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|producer|bureau chief|"
    r"staff|photographer|commentator)"
)
SOCIAL = (
    r"pin|bookmark|link copied!?|threads|bluesky|comments?|share|tweet|facebook|twitter|x|whatsapp|telegram|"
    r"linkedin|pinterest|e-?mail|print|reddit|copy link|"
    r"messenger|flipboard|pocket|save|like|follow|instagram|youtube|viber|sms|tumblr|vk|link|url|more|"
    r"this article|post"
)
#: What a page can do; a line of such words is a menu wherever it stands.
CONTROL = (
    r"search for:?|watch live(?: tv| now)?|home(?:page)?|front page|menu|search|log ?in|sign ?in|sign ?up|"
    r"log ?out|register|subscribe|"
    r"my account|toggle navigation|close|next|previous|prev|back to top|load more|show more|see more|"
    r"view more|view all|main menu|about(?: us)?|contact(?: us)?|privacy policy|terms(?: of (?:use|"
    r"service))?|"
    r"terms (?:and|&) conditions|advertise(?: with us)?|sitemap|help|careers|"
    r"skip to (?:main )?(?:content|navigation)|edition|more|archives?|e-?paper|e-edition|"
    r"(?:print|digital) edition|today['’]s paper|newsletters?|podcasts?|accessibility|rss|"
    r"corrections(?: (?:and|&) clarifications)?|faqs?|feedback|crosswords?|puzzles|classifieds|obituaries|"
    r"sections?|all sections|topics|live tv|"
    r"listen live|(?:us|uk|international|australia|europe|asia|world|global) edition|"
    r"(?:open|close|show|hide|toggle|expand) (?:the )?(?:menu|search|navigation|sidebar)|user agreement|"
    r"ethics policy|work for us|apps?|rss feeds?|site ?map|contact the newsroom|cookie policy|ad choices|"
    r"terms and privacy|masthead|staff|today['’]s news|e-?newsletter|shopping|shop|store|follow us"
)
#: Sections of a paper; such a word alone between paragraphs may be a subheading.
TOPIC = (
    r"(?:world|local|national|international|breaking|u\.?s\.?|business|top)? ?news|world|politics|sports?|"
    r"business|opinions?|editorials?|letters|videos?|photos|live|technology|tech|health|science|"
    r"entertainment|lifestyle|culture|arts|style|food|travel|weather|economy|markets|money|jobs|us|uk|"
    r"europe|asia|africa|middle east|americas|games|crime|courts|education|environment|nation|local|"
    r"features|columns|investigations|real estate|events"
)
#: Nothing more but signs.
END = r"\W*\Z"

#: (kind, first words in lower case, pattern of what follows them, longest line in characters)
Rule = tuple[str, str, str, int]


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for any of several, without regard to upper and lower case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
