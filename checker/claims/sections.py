"""Where a page leaves the article: titles of comment sections and of lists of other texts, author's notes.

Unlike the furniture of single lines these say something of the lines around them; ``places`` decides
by where they stand on the page whether to believe them.
"""

from __future__ import annotations

import re

from checker.claims.vocabulary import NAME, any_of

_JOB = (
    r"(?:writer|reporter|journalist|correspondent|editor|columnist|contributor|fellow|producer|"
    r"intern|author|blogger|professor|analyst|strategist|commentator)"
)
#: An author's note in the third person; believed only in the last lines of an article. ``name`` is the
#: person it speaks of, None when it begins with a verb.
AUTHOR_NOTE = re.compile(
    rf"[—–•·*-]?\s*(?:(?:dr\.|prof\.|mr\.|ms\.|mrs\.)\s)?(?P<name>{NAME}|the (?:author|writer|columnist)(?= "
    rf"is )|(?-i:[A-Z][\w.'’-]+))(?:, [^,]{{3,80}},)? "
    r"(?:(?:is|are|was formerly|has (?:served|worked|written|covered|reported))\b"
    rf"(?![^.]*\b(?:said|told|killed|arrested|charged|accused)\b)[^.]{{0,140}}\b{_JOB}s?\b"
    r"|(?:covers|writes|reports|teaches|blogs|edits)\b(?![^.]*\bthat\b)"
    r"[^“”\"]{0,200}\b(?:for|about|on|from|national|politics|White House|at)\b"
    r"|(?:can be|is) (?:reached|found|followed) (?:at|on)\b)"
    r"|(?:follow|e-?mail|contact|write to|reach)\b.{0,80}(?:@\w+|on (?:twitter|x|facebook))",
    re.IGNORECASE | re.DOTALL,
)

#: Headings after which nothing of the article comes.
COMMENTS_FOR_SURE = any_of(
    r"(?:leave|post|write|add|submit) (?:a|your|us a) (?:reply|comment|response)\b.{0,40}\Z",
    r"notify (?:me )?of\b.{0,40}\Z",
    r"(?:view|show|see|read|load)(?: all| more)?(?: \d+)? (?:comments|replies)\b.{0,20}\Z",
    r"inline feedbacks?\Z",
    r"(?:\d+|one|two|no|all|reader|user|facebook)\s+(?:responses?|thoughts?|replies|comments)\s+(?:to|"
    r"on)\b.{0,120}\Z",
)
_COMMENTS_PERHAPS = any_of(
    r"(?:(?:\d+|one|no|all|reader|readers['’]|user|top)\s+)?(?:comments?|replies|"
    r"responses)(?:\s*[:(]?\s*\d*\)?)\Z",
    r"join the (?:conversation|discussion|debate)\W*\Z",
    r"have your say\W*\Z",
    r"(?:discussion|conversation)\Z",
    r"comments? on this (?:story|article|post)\W*\Z",
)
#: What stands in the first lines of a comment section.
SIGN_OF_A_COMMENT = any_of(
    r"(?:about |over )?(?:\d+|an?|one) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) "
    r"ago\Z",
    r".{1,40}\b(?:says|wrote)\s*:",
    r"(?:reply|like|report|upvote|log ?in|sort by|newest|oldest|guest|anonymous)\b.{0,30}\Z",
)
_LISTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "related",
        any_of(
            r"(?:the )?(?:most|more) (?:popular|read|viewed|recent|shared|watched|commented|e-?mailed|"
            r"discussed|"
            r"talked about)(?: (?:articles?|stories|news|posts|videos|now|today|in .{1,30}))?\W*\Z",
            r"popular(?: (?:articles|posts|stories|news|now|videos|topics))?(?: in .{1,30})?\W*\Z",
            r"(?:the |today['’]s )?(?:related|recommended|similar|suggested|featured|trending|latest|recent|"
            r"top(?: \d+)?|other|more|promoted)"
            r" (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|videos?|headlines|comments|"
            r"now|today|for you|links)\W*\Z",
            r"(?:related|recommended|trending|latest|live updates?|up next|read next|what to read next|"
            r"you may have missed|in other news|"
            r"must reads?|must-reads?|editor['’]?s['’]? (?:picks?|choice)|around the web|from the web|"
            r"more on this(?: story)?|in case you missed it|further reading|"
            r"more for you|more from us|next (?:article|post|story)|previous (?:article|post|story)|"
            r"don['’]t miss)\W*\Z",
            r"(?:you )?(?:may|might|will) (?:also )?(?:like|enjoy|love|be interested in)\b.{0,20}\Z",
            r"more (?:from|in|by) (?:the )?(?-i:[A-Z]).{1,40}\Z",
            r"what (?:others|people|readers|everyone)(?:['’](?:s|re)| are| is) (?:reading|watching)\W*\Z",
            r"(?:the )?most \w+ed\W*\Z",
            r"(?:breaking|hot|top|latest)(?: \d+)? (?:news|topics?|picks|videos)\W*\Z",
            r"popular (?:on|at|from) .{1,30}\Z",
            r"(?:go|dig|read) deeper\W*\Z|from (?:our|the) archives?\W*\Z|(?:suggested|recommended) for "
            r"you\W*\Z",
            r"(?:more|related|full) (?:coverage|reading|reports?|links?)\W*\Z",
        ),
    ),
    ("related", any_of(r"(?:also (?:read|see|watch|on)|read also|see also|read more)\W*\Z")),
    ("video", any_of(r"(?:now playing|watch next|playing next|more videos?)\W*\Z")),
    (
        "tags",
        any_of(
            r"(?:explore |see |read )?more (?:on|about) (?:these|this) (?:topics?|subjects?)\W*\Z",
            r"(?:topics|companies|people|places|tags|countries|issues) (?:mentioned )?in this (?:story|"
            r"article)\W*\Z",
            r"(?:tags?|topics?|related topics|filed under|categor(?:y|ies)|keywords?|in this (?:article|"
            r"story))\W*\Z",
        ),
    ),
)
LONGEST_SECTION_TITLE = 160
_LONGEST_LIST_TITLE = 60


def is_comments_title(line: str) -> bool:
    """Whether a line may be the title of a comment section."""
    return COMMENTS_FOR_SURE.match(line) is not None or _COMMENTS_PERHAPS.match(line) is not None


def kind_of_list(line: str) -> str | None:
    """The kind of the list of other texts or of subjects that a line is the title of, or None."""
    if len(line) > _LONGEST_LIST_TITLE:
        return None
    return next((kind for kind, pattern in _LISTS if pattern.match(line)), None)


def is_title(line: str) -> bool:
    """Whether a line may be the title of a list or of the comments."""
    return len(line) <= LONGEST_SECTION_TITLE and (is_comments_title(line) or kind_of_list(line) is not None)
