"""One quotation in two renderings: the places at which the words differ so that the meaning does.

Two quotations are laid beside each other word by word (Ratcliff and Obershelp, as in ``difflib``). They are
one quotation if they agree in most of what both of them have; a part quoted by one paper alone is no
difference, and neither is what an ellipsis or brackets stand for. Of what remains, only a negation, a
number, a name, an opposite, or a single word of meaning in an otherwise identical quotation counts. Where
much differs a little, two translations or two utterances are compared, and nothing is found.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.quotes import WILD, of_sentences, words
from checker.claims.titles_of_people import cannot_be_one
from checker.judges import quote_words
from checker.records import Clash, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims.quotes import Word
    from checker.records import Article, Claim, Sentence

#: The names under which this judge reports: a change that is one for certain, and a word for another
#: word, which may be a synonym.
JUDGE = "quotes"
JUDGE_OF_WORDS = "quotes.word"

#: So many words of one quotation must stand in the other ...
FEWEST_SHARED = 5

#: ... and be this share of the stretch that both papers quote.
COVERED = 0.75

#: So many words, and so many words of meaning, must be shared for a change of each kind to be one of a
#: quotation: with fewer, two utterances share a turn of phrase.
SHARED_FOR: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"negation": (5, 3), "opposite": (5, 2), "number": (6, 2), "name": (7, 2), "word": (8, 3)}
)
SHARED_FOR_EDGES = 8

#: Articles further apart quote one utterance only if they share so many words: people repeat themselves.
CLOSE_DAYS = 30
SHARED_LONG_APART = 15

#: For every so many shared words one other difference is borne: beyond that it is another rendering.
WORDS_A_PLACE = 12

#: More changes of meaning than this are no slip: somebody said something else.
MOST_CHANGES = 2

_LETTERS = re.compile(r"[^\W_]+")

#: What is said of each kind of difference.
_NOTES: Mapping[str, str] = MappingProxyType(
    {
        "negation": "one quotation has a negation that the other lacks",
        "number": "two numbers in one quotation",
        "name": "two names in one quotation",
        "opposite": "two words that exclude each other in one quotation",
        "word": "one word of the quotation is another",
    }
)

#: No more words than this are one change.
_LONGEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where two renderings differ: the words of either side, one of which may have none here.

    ``near_a`` and ``near_b`` are the same stretches with a shared word before and after. ``at_edge`` says
    that one of the quotations begins or ends here.
    """

    a: list[Word]
    b: list[Word]
    near_a: list[Word]
    near_b: list[Word]
    at_edge: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two renderings of one quotation: the words they share, and where they differ.

    ``telling`` counts those of the shared words that carry meaning by themselves. ``negated_around`` says
    that one side goes on with a negation where the other is silent ("I don't think that ...").
    """

    shared: int
    telling: int
    places: tuple[Place, ...]
    negated_around: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A change of meaning at one place: ``kind`` is negation, number, name, opposite or word."""

    kind: str
    place: Place


def align(a: list[Word], b: list[Word]) -> Alignment | None:
    """Two quotations word by word, or None if they are not renderings of one."""
    texts_a, texts_b = [word.text for word in a], [word.text for word in b]
    # Most pairs share a phrase and no more; counting words is cheaper than laying them side by side.
    if sum((Counter(texts_a) & Counter(texts_b)).values()) < FEWEST_SHARED:
        return None
    matcher = SequenceMatcher(None, texts_a, texts_b, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    while len(blocks) > 1 and blocks[0].size < _gap(blocks[0], blocks[1]):
        blocks.pop(0)
    while len(blocks) > 1 and blocks[-1].size < _gap(blocks[-2], blocks[-1]):
        blocks.pop()
    if not blocks:
        return None
    places = _places(a, b, blocks)
    common = [text for block in blocks for text in texts_a[block.a : block.a + block.size] if text != WILD]
    shared = len(common)
    differing = sum(_differing(place) for place in places)
    if shared < FEWEST_SHARED or shared < COVERED * (shared + differing):
        return None
    kept = (place for place in places if (place.a or place.b) and not _has_wild(place.a + place.b))
    telling = len(quote_words.telling(common))
    differing_places = tuple(place for place in kept if not _says_the_same(place))
    return Alignment(shared, telling, differing_places, _negated_around(texts_a, texts_b, blocks))


def _negated_around(a: Sequence[str], b: Sequence[str], blocks: Sequence[Match]) -> bool:
    first, last = blocks[0], blocks[-1]
    around = (a[: first.a], b[: first.b], a[last.a + last.size :], b[last.b + last.size :])
    return any(text in quote_words.NEGATIONS for texts in around for text in texts)


def _gap(left: Match, right: Match) -> int:
    """The words between two blocks: what matches far away from the rest matches by chance."""
    return max(right.a - left.a - left.size, right.b - left.b - left.size)


def _places(a: list[Word], b: list[Word], blocks: Sequence[Match]) -> list[Place]:
    """What stands between the blocks, and before and after all of them as far as both sides have words."""
    first, last = blocks[0], blocks[-1]
    before = min(first.a, first.b)
    end_a, end_b = last.a + last.size, last.b + last.size
    after = min(len(a) - end_a, len(b) - end_b)
    stretches = [(first.a - before, first.a, first.b - before, first.b)]
    for left, right in pairwise(blocks):
        stretches.append((left.a + left.size, right.a, left.b + left.size, right.b))
    stretches.append((end_a, end_a + after, end_b, end_b + after))
    return [
        Place(
            a[i:j], b[k:m], a[max(i - 1, 0) : j + 1], b[max(k - 1, 0) : m + 1],
            at_edge=number in (0, len(stretches) - 1),
        )
        for number, (i, j, k, m) in enumerate(stretches)
    ]  # fmt: skip


def _has_wild(words: Sequence[Word]) -> bool:
    return any(word.text == WILD for word in words)


def _differing(place: Place) -> int:
    """The words of the larger side; an ellipsis or brackets answer for all words of the other side."""
    unanswered_a = 0 if _has_wild(place.b) else sum(word.text != WILD for word in place.a)
    unanswered_b = 0 if _has_wild(place.a) else sum(word.text != WILD for word in place.b)
    return max(unanswered_a, unanswered_b)


def _says_the_same(place: Place) -> bool:
    """Spellings, forms, contractions, digits for words, words in two or in one."""
    a, b = [word.text for word in place.a], [word.text for word in place.b]
    if len(a) == len(b) and all(quote_words.alike(x, y) for x, y in zip(a, b, strict=True)):
        return True
    if "".join(a) == "".join(b):
        return True
    value = quote_words.number(a)
    return value is not None and value == quote_words.number(b)


def differences(alignment: Alignment) -> list[Difference]:
    """The changes of meaning, none if so much else differs that it is another rendering altogether."""
    negations_a = _negations([word for place in alignment.places for word in place.a])
    negations_b = _negations([word for place in alignment.places for word in place.b])
    found: list[Difference] = []
    heavy = 0
    for place in alignment.places:
        kind = _kind(place)
        if kind == "negation" and negations_a == negations_b:
            # "is generally not", "is not generally": the negation has only moved.
            continue
        if kind is not None:
            found.append(Difference(kind, place))
        elif quote_words.telling([word.text for word in (*place.a, *place.b)]):
            heavy += 1
    borne = alignment.shared // WORDS_A_PLACE
    others = len(alignment.places) - len(found)
    if heavy > borne or others > borne + 1 or len(found) > MOST_CHANGES:
        return []
    if any(difference.kind == "word" for difference in found) and len(alignment.places) > 1:
        return []
    return [difference for difference in found if _is_borne_out(difference, alignment)]


def _is_borne_out(difference: Difference, alignment: Alignment) -> bool:
    """Whether enough else agrees for a change of this kind."""
    if difference.kind == "negation" and alignment.negated_around:
        return False
    needed, telling = SHARED_FOR[difference.kind]
    # At an edge a word may belong to another sentence; only its opposite is hardly there by chance.
    if difference.place.at_edge and difference.kind != "opposite":
        needed = max(needed, SHARED_FOR_EDGES)
    return alignment.shared >= needed and alignment.telling >= telling


def _negations(words: Sequence[Word]) -> int:
    return sum(word.text in quote_words.NEGATIONS for word in words)


def _kind(place: Place) -> str | None:
    """What is changed at a place, None if nothing that matters."""
    a, b = [word.text for word in place.a], [word.text for word in place.b]
    if max(len(a), len(b)) > _LONGEST_PLACE:
        return None
    heavy_a, heavy_b = quote_words.telling(a), quote_words.telling(b)
    if any(quote_words.opposed(x, y) for x in a for y in b) and max(len(heavy_a), len(heavy_b)) <= 1:
        return "opposite"
    negations = [_negations(place.a), _negations(place.b)]
    if (negations[0] - negations[1]) % 2 and not place.at_edge:
        return None if {*a, *b} - quote_words.TURNING - quote_words.AUXILIARIES else "negation"
    if sum(negations):
        return None
    numbers = quote_words.number(heavy_a), quote_words.number(heavy_b)
    if None not in numbers:
        return "number" if numbers[0] != numbers[1] else None
    if len(heavy_a) != 1 or len(heavy_b) != 1 or quote_words.alike(heavy_a[0], heavy_b[0]):
        return None
    named = [
        any(word.named for word in side if word.text in heavy_a + heavy_b) for side in (place.a, place.b)
    ]
    if all(named):
        return None if quote_words.one_name(heavy_a[0], heavy_b[0]) else "name"
    return None if place.at_edge or any(named) else "word"


def clashes(a: Claim, b: Claim) -> list[Clash]:
    """Where two claims quote one speaker's words differently; empty if their speakers cannot be one.

    Quotations of whom a paper does not name, or only as "he", are held together by their words alone.
    """
    if cannot_be_one(a, b):
        return []
    return sentence_clashes(a.sentence, b.sentence, within=(Span(a.start, a.end), Span(b.start, b.end)))


def sentence_clashes(a: Sentence, b: Sentence, *, within: tuple[Span, Span] | None = None) -> list[Clash]:
    """Where the quotations of two sentences differ, whoever speaks; ``within`` limits them to two spans."""
    spans_a, spans_b = next(of_sentences([a])), next(of_sentences([b]))
    if within is not None:
        spans_a = tuple(span for span in spans_a if _overlap(span, within[0]))
        spans_b = tuple(span for span in spans_b if _overlap(span, within[1]))
    found: list[Clash] = []
    for left in spans_a:
        for right in spans_b:
            found += span_clashes(a, left, b, right)
    return found


def span_clashes(a: Sentence, left: Span, b: Sentence, right: Span) -> list[Clash]:
    """Where the quotation ``left`` of sentence ``a`` and ``right`` of sentence ``b`` differ."""
    text_a, text_b = a.article.text, b.article.text
    alignment = align(words(text_a, left), words(text_b, right))
    if alignment is None or (alignment.shared < SHARED_LONG_APART and _long_apart(a.article, b.article)):
        return []
    return [
        _clash(difference, text_a, text_b)
        for difference in differences(alignment)
        if not _both_said(difference, text_a, text_b)
    ]


def _long_apart(a: Article, b: Article) -> bool:
    days = a.days_from(b)
    return days is not None and days > CLOSE_DAYS


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _both_said(difference: Difference, text_a: str, text_b: str) -> bool:
    """Whether one article has the other's wording as well: the speaker said it once so and once so."""
    place = difference.place
    return _stands(text_a, place.near_a, text_b) or _stands(text_b, place.near_b, text_a)


def _stands(text: str, near: Sequence[Word], other: str) -> bool:
    written = _LETTERS.findall(text[near[0].start : near[-1].end])
    return (
        re.search(r"\b" + r"[\W_]+".join(map(re.escape, written)) + r"\b", other, re.IGNORECASE) is not None
    )


def _clash(difference: Difference, text_a: str, text_b: str) -> Clash:
    place = difference.place
    spans = [
        Span((words or near)[0].start, (words or near)[-1].end)
        for words, near in ((place.a, place.near_a), (place.b, place.near_b))
    ]
    shown = [f"“{text[span.start : span.end]}”" for text, span in zip((text_a, text_b), spans, strict=True)]
    judge = JUDGE_OF_WORDS if difference.kind == "word" else JUDGE
    return Clash(judge, spans[0], spans[1], f"{_NOTES[difference.kind]}: {shown[0]} and {shown[1]}")
