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
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.quotes import WILD, of_sentences, words
from checker.claims.titles_of_people import cannot_be_one
from checker.judges import quote_words
from checker.records import Clash, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims.quotes import Word
    from checker.records import Claim, Sentence

#: The name of this judge.
JUDGE = "quotes"

#: So many words of one quotation must stand in the other ...
FEWEST_SHARED = 5

#: ... and be this share of the stretch that both papers quote.
COVERED = 0.75

#: A changed word that is neither negation nor number, name or opposite counts in this many shared words.
SHARED_FOR_WORDS = 8

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

    a: Sequence[Word]
    b: Sequence[Word]
    near_a: Sequence[Word]
    near_b: Sequence[Word]
    at_edge: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two renderings of one quotation: how many words they share, and where they differ."""

    shared: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A change of meaning at one place: ``kind`` is negation, number, name, opposite or word."""

    kind: str
    place: Place


def align(a: Sequence[Word], b: Sequence[Word]) -> Alignment | None:
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
    shared = sum(word.text != WILD for block in blocks for word in a[block.a : block.a + block.size])
    kept = [place for place in places if (place.a or place.b) and not _is_covered(place)]
    differing = sum(max(len(place.a), len(place.b)) for place in kept)
    if shared < FEWEST_SHARED or shared < COVERED * (shared + differing):
        return None
    return Alignment(shared, tuple(place for place in kept if not _says_the_same(place)))


def _gap(left: Match, right: Match) -> int:
    """The words between two blocks: what matches far away from the rest matches by chance."""
    return max(right.a - left.a - left.size, right.b - left.b - left.size)


def _places(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[Match]) -> list[Place]:
    """What stands between the blocks, and before and after all of them as far as both sides have words."""
    first, last = blocks[0], blocks[-1]
    before = min(first.a, first.b)
    end_a, end_b = last.a + last.size, last.b + last.size
    after = min(len(a) - end_a, len(b) - end_b)
    stretches = [(first.a - before, first.a, first.b - before, first.b)]
    for left, right in zip(blocks, blocks[1:], strict=False):
        stretches.append((left.a + left.size, right.a, left.b + left.size, right.b))
    stretches.append((end_a, end_a + after, end_b, end_b + after))
    return [
        Place(
            a[i:j], b[k:m], a[max(i - 1, 0) : j + 1], b[max(k - 1, 0) : m + 1],
            at_edge=number in (0, len(stretches) - 1),
        )
        for number, (i, j, k, m) in enumerate(stretches)
    ]  # fmt: skip


def _is_covered(place: Place) -> bool:
    return any(word.text == WILD for word in (*place.a, *place.b))


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
    found: list[Difference] = []
    heavy = 0
    for place in alignment.places:
        kind = _kind(place)
        if kind is not None:
            found.append(Difference(kind, place))
        elif quote_words.telling([word.text for word in (*place.a, *place.b)]):
            heavy += 1
    borne = alignment.shared // WORDS_A_PLACE
    others = len(alignment.places) - len(found)
    if heavy > borne or others > borne + 1 or len(found) > MOST_CHANGES:
        return []
    if any(difference.kind == "word" for difference in found):
        return found if len(alignment.places) == 1 and alignment.shared >= SHARED_FOR_WORDS else []
    return found


def _kind(place: Place) -> str | None:
    """What is changed at a place, None if nothing that matters."""
    a, b = [word.text for word in place.a], [word.text for word in place.b]
    if max(len(a), len(b)) > _LONGEST_PLACE:
        return None
    heavy_a, heavy_b = quote_words.telling(a), quote_words.telling(b)
    if any(quote_words.opposed(x, y) for x in a for y in b) and max(len(heavy_a), len(heavy_b)) <= 1:
        return "opposite"
    negations = [sum(word in quote_words.NEGATIONS for word in side) for side in (a, b)]
    if (negations[0] - negations[1]) % 2 and not place.at_edge:
        rest = quote_words.telling([word for word in (*a, *b) if word not in quote_words.NEGATIONS])
        return None if rest else "negation"
    numbers = quote_words.number(heavy_a), quote_words.number(heavy_b)
    if None not in numbers:
        return "number" if numbers[0] != numbers[1] else None
    if len(heavy_a) != 1 or len(heavy_b) != 1 or quote_words.alike(heavy_a[0], heavy_b[0]):
        return None
    named = [
        any(word.named for word in side if word.text in heavy_a + heavy_b) for side in (place.a, place.b)
    ]
    if all(named):
        return "name"
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
    if alignment is None:
        return []
    return [
        _clash(difference, text_a, text_b)
        for difference in differences(alignment)
        if not _both_said(difference, text_a, text_b)
    ]


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
    return Clash(JUDGE, spans[0], spans[1], f"{_NOTES[difference.kind]}: {shown[0]} and {shown[1]}")
