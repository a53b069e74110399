"""Where a page leaves the article: titles of comment sections and of lists of other articles, author's notes.

Unlike the furniture of single lines these say something of the lines around them; ``clean`` decides
by their place on the page whether to believe them.
"""

from __future__ import annotations

import re

from checker.claims.furniture import any_of

#: An author's note in the third person; believed only in the last lines of an article.
AUTHOR_NOTE = re.compile(
    r"(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]*){0,3},? (?:is|are|covers|writes|reports|"
    r"can be)\b.{0,120}"
    r"\b(?:(?:writer|reporter|journalist|correspondent|editor|columnist|contributor|fellow|producer|"
    r"intern)\b.{0,200}"
    r"\b(?:covers|covering|writes|writing|focus(?:es|ed|ing)|based in|previously|follow|freelance|"
    r"twitter|joined|"
    r"e-?mail|reach)|reached at|follow (?:him|her|them)|on twitter)|"
    r"(?:follow|e-?mail|contact|write to|reach)\b.{0,80}(?:@\w+|on (?:twitter|x|facebook))",
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
COMMENTS_PERHAPS = any_of(
    r"(?:(?:\d+|one|no|all|reader|readers['’]|user|top)\s+)?(?:comments?|replies|"
    r"responses)(?:\s*[:(]?\s*\d*\)?)\Z",
    r"join the (?:conversation|discussion|debate)\W*\Z",
    r"have your say\W*\Z",
    r"discussion\Z",
)
#: Lists of other articles.
OTHER_ARTICLES = any_of(
    r"(?:most|more) (?:popular|read|viewed|recent|shared|watched|commented)(?: (?:articles?|stories|"
    r"news|posts|videos|now))?"
    r"\W*\Z",
    r"popular(?: (?:articles|posts|stories|news|now|videos|topics))?\W*\Z",
    r"(?:related|recommended|similar|suggested|featured|trending|latest|recent|top|other|more)"
    r" (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|videos?|headlines|comments|now|"
    r"today|for you|links)"
    r"\W*\Z",
    r"(?:related|recommended|trending|up next|read next|what to read next|you may have missed|"
    r"in other news|"
    r"must reads?|must-reads?|editor['’]?s['’]? (?:picks?|choice)|around the web|from the web|"
    r"more on this(?: story)?|"
    r"more for you|more from us|next (?:article|post|story)|previous (?:article|post|story)|"
    r"don['’]t miss)\W*\Z",
    r"(?:you )?(?:may|might|will) (?:also )?(?:like|enjoy|love|be interested in)\b.{0,20}\Z",
    r"more from (?-i:[A-Z]).{1,40}\Z",
    r"what (?:others|people|readers) are reading\W*\Z",
)
LONGEST_SECTION_TITLE = 160
