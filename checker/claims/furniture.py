"""Page furniture: the lines of a news page that are no part of the article, by their wording.

Kinds stand in the reasons of drops as ``furniture.<kind>``. A line is held against the rules of its
first word (``openings``), then, while it is short, against shapes without a word of their own (a menu, a
date, names and their paper), last against the few endings and phrases that give a caption or a notice
away. A paragraph thus costs one look-up and a few comparisons.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.openings import RULES
from checker.claims.shapes import LETTER_OR_DIGIT, kind_by_shape
from checker.claims.vocabulary import AGENCY, NAME, any_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_Compiled = tuple[str, re.Pattern[str], int]


def _by_first_word() -> Mapping[str, tuple[_Compiled, ...]]:
    """The rules of each first word, in the order of the table."""
    found: dict[str, list[_Compiled]] = {}
    for kind, words, rest, longest in RULES:
        compiled = (kind, any_of(rest), longest)
        for word in words.split():
            found.setdefault(word, []).append(compiled)
    return MappingProxyType({word: tuple(rules) for word, rules in found.items()})


_RULES = _by_first_word()
#: The first run of letters; a line that opens with a quotation mark is speech.
_FIRST_WORD = re.compile(r"[^\w\"“”'‘’«]{0,12}([^\W\d_]+)")
_OPENS_SPEECH = "\"“‘'«"
_LONGEST_OPENING = 700

#: How captions end; looked for in the last characters of a line.
_CAPTION_END = any_of(
    r"\((?:[^()]*\b)?(?:photo|image|picture|credit|screenshot)\b[^()]{0,100}\)\s*\.?\Z",
    rf"\([^()]*(?:/|\b(?:by|via|from|for)\s)\s*(?:{AGENCY})\b[^()]{{0,60}}\)\s*\.?\Z",
    # An agency alone in brackets closes a caption, but after a full stop the last paragraph of a report.
    rf"[^\s(.!?\"”’]\s*\((?:{AGENCY})\)\s*\.?\Z",
    rf"\A\((?:{AGENCY})\)\.?\Z",
    rf"(?:[.)\]/|©]\s*|[^\s.!?\"”’]\s*[—–]\s*)(?:{AGENCY})(?:\s*[/-]\s*[\w ]{{2,20}})*\s*\Z",
    r"(?:\A|[.)|;] )(?:photo )?(?:credits?|photograph(?:er|y)?|photo|image|picture|illustration)s?"
    r"(?: by)?\s*[:/|] ?[^.!?]{2,80}\Z",
    rf"\| {NAME}/[^.!?]{{2,60}}\Z",
)
_PICTURE_END = any_of(r"\bin (?:this|an?) (?:\w+ ){0,3}(?:photo|image|picture|photograph|frame)\.?\Z")
_PICTURES = ("photo.", "image.", "picture.", "photograph.", "photo", "image", "picture", "photograph")
_LONGEST_CAPTION = 420
_LONGEST_CREDIT = 140

#: (kind, phrases one of which the line holds, pattern, longest line)
_PHRASES: tuple[tuple[str, tuple[str, ...], re.Pattern[str], int], ...] = (
    (
        "byline",
        (" contributed ",),
        any_of(
            r"[^“”]{2,400}\bcontributed (?:(?:to|from) (?:this|the) (?:\w+ )?"
            r"(?:report|story|article|column|post|piece|dispatch)|reporting)\b.{0,80}\Z"
        ),
        500,
    ),
    (
        "copyright",
        ("ights reserved", "ights Reserved", "RIGHTS RESERVED"),
        any_of(r".{0,200}\ball rights reserved\b"),
        400,
    ),
    (
        "subscription",
        ("your inbox",),
        any_of(r"(?!.*(?:[“”\"]|\b(?:said|told|he|she)\b)).*\byour inbox\b.{0,40}\Z"),
        200,
    ),
    (
        "subscription",
        ("signing up", "ign up"),
        any_of(
            r"(?!.*(?:[“”\"]|\bsaid\b)).*\b(?:by signing up,? you agree|"
            r"sign up (?:to receive|for our|for the|here|now)\b.{0,120}\Z)"
        ),
        300,
    ),
    (
        "subscription",
        ("ubscribe", "ign up", "ign Up", "onate"),
        any_of(
            r"(?!.*(?:[“”\"]|\bsaid\b)).*[.!?] (?:subscribe|sign up|donate)(?: (?:now|today|here|for "
            r"free))?\W*\Z"
        ),
        200,
    ),
    (
        "subscription",
        ("delivered ",),
        any_of(r"[^“”\"]*\bdelivered (?:daily|weekdays?|weekly|every|to you)\b.{0,40}\Z"),
        200,
    ),
    (
        "copyright",
        ("not responsible for ",),
        any_of(r"[^“”\"]{0,60}not responsible for (?:the )?(?:content|links)"),
        240,
    ),
    (
        "cookies",
        ("ookie",),
        any_of(
            r"(?!.*(?:[“”\"]|\bsaid\b)).*\b(?:use of (?:\w+ )?cookies|us(?:e|es|ing) (?:\w+ ){0,3}cookies|"
            r"our cookies|"
            r"our cookie policy|cookies (?:and|or) (?:similar|other)|accept (?:all )?cookies|cookies help "
            r"us)\b"
        ),
        700,
    ),
    (
        "cookies",
        ("you agree", "you accept", "you consent"),
        any_of(
            r"(?!.*(?:[“”\"]|\bsaid\b)).*\byou (?:agree|accept|consent)\b.{0,30}\bour\b.{0,30}\b(?:terms|"
            r"privacy|policy)\b"
        ),
        300,
    ),
    (
        "copyright",
        ("rohibited", "ermission"),
        any_of(
            r"[^“”\"]*\b(?:reproduc|redistribut|republish|reprint|reuse|copying)\w*\b.*\b(?:prohibited|"
            r"permission)\b"
        ),
        200,
    ),
    ("subscription", ("reCAPTCHA", "recaptcha"), any_of(r".*\bprotected by recaptcha\b"), 300),
    (
        "author_bio",
        (" expressed ",),
        any_of(
            r".*\b(?:opinions|views|thoughts) expressed\b.{0,80}\b(?:author|own|solely|writer|contributor)"
        ),
        300,
    ),
    ("read_also", ("ead more", "EAD MORE"), any_of(r"[^.]{10,180}\bread more\W*\Z"), 200),
    (
        "author_bio",
        (" I ",),
        any_of(
            r"(?=.*\b(?:years (?:honed )?(?:in|of|as)|over \d+\+? years|experience))"
            r"(?=.*\b(?:journalis[mt]|writer|editor|reporter|blogger)\b)"
            r"(?=.*\b(?:I bring|I (?:currently )?work as|passionate|freelance|"
            r"my (?:work|writing|articles)|I write|I cover)\b)",
        ),
        1200,
    ),
)
#: (phrase, kind, pattern, longest line)
Phrase = tuple[str, str, re.Pattern[str], int]
_BY_PHRASE: tuple[Phrase, ...] = tuple(
    (phrase, kind, pattern, longest) for kind, phrases, pattern, longest in _PHRASES for phrase in phrases
)
_LONGEST_PHRASE = 1200
_LONGEST_MARKS = 10_000


def phrases_in(text: str) -> tuple[Phrase, ...]:
    """The phrases that a text holds anywhere: looked for once a page, not once a line."""
    return tuple(row for row in _BY_PHRASE if row[0] in text)


def kind_of(line: str, phrases: Sequence[Phrase] = _BY_PHRASE, *, prose: bool = False) -> str | None:
    """The kind of furniture that a trimmed line is by its wording, or None.

    ``phrases`` are those of its page (``phrases_in``). ``prose`` says that the line reads like a
    paragraph: then it is no menu and no mere name.
    """
    length = len(line)
    if length > _LONGEST_PHRASE:
        return "markup" if length <= _LONGEST_MARKS and LETTER_OR_DIGIT.search(line) is None else None
    if length <= _LONGEST_OPENING and (opening := _FIRST_WORD.match(line)) is not None:
        at = opening.end()
        for kind, pattern, longest in _RULES.get(opening[1].lower(), ()):
            if length <= longest and pattern.match(line, at):
                return kind
    if not (prose and (line[0].isalpha() or line[0] in _OPENS_SPEECH)):
        shape = kind_by_shape(line)
        if shape is not None:
            return shape
    if length <= _LONGEST_CAPTION and _is_caption(line):
        return "credit"
    for phrase, kind, pattern, longest in phrases:
        if length <= longest and phrase in line and pattern.match(line):
            return kind
    return None


def _is_caption(line: str) -> bool:
    last = line[-1]
    if last == ")" or last.isalpha() or line.endswith(")."):
        return _CAPTION_END.search(line[-_LONGEST_CREDIT:]) is not None or (
            line.endswith(_PICTURES) and _PICTURE_END.search(line[-_LONGEST_CREDIT:]) is not None
        )
    return (
        last == "." and line.endswith(_PICTURES) and _PICTURE_END.search(line[-_LONGEST_CREDIT:]) is not None
    )
