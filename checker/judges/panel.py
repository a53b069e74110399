"""The judges beside the cross-encoder, asked together: numbers, times, quotations, statements, roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.titles_of_people import mentions
from checker.judges import moments, quantities, quotes, roles, statements
from checker.judges.quote_pairs import quote_pairs
from checker.records import Claim, Clash, Judgement, Pair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.titles_of_people import Mention
    from checker.records import Sentence

#: Rows of two sentences -> whether they may be compared.
Permitted = Callable[[int, int], bool]

_UNREAD = Judgement(contradiction=0.0, entailment=0.0, neutral=1.0)


def before_reading(pair: Pair) -> tuple[Clash, ...]:
    """What clashes in two claims without a model: numbers, times, words of one quotation.

    Roles are compared once a run, not pair by pair: see ``roles_of_people``.
    """
    a, b = pair.a, pair.b
    return (*quantities.clashes(a, b), *moments.clashes(a, b), *quotes.clashes(a, b))


def after_reading(verdict: Verdict) -> Verdict:
    """The verdict with what only shows once the pair was read: one statement of two speakers."""
    return replace(verdict, clashes=(*verdict.clashes, *statements.clashes(verdict)))


def one_quotation(sentences: Sequence[Sentence], permitted: Permitted) -> list[tuple[int, int]]:
    """Rows of sentences that give one quotation in different words, which no likeness may miss."""
    return [
        (found.left, found.right)
        for found in quote_pairs(sentences)
        if found.clashes and permitted(found.left, found.right)
    ]


def roles_of_people(sentences: Sequence[Sentence], permitted: Permitted) -> Iterator[Verdict]:
    """People who bear titles or spellings that do not fit together, each pair of titles once a run."""
    rows = {id(sentence): row for row, sentence in enumerate(sentences)}
    for found in roles.role_clashes(mentions(sentences)):
        if permitted(rows[id(found.a.sentence)], rows[id(found.b.sentence)]):
            clash = Clash(roles.JUDGE, found.a.span, found.b.span, found.note)
            pair = Pair(_claim(found.a), _claim(found.b), 0.0)
            yield Verdict(pair, _UNREAD, _UNREAD, clashes=(clash,))


def _claim(mention: Mention) -> Claim:
    text = mention.sentence.article.text[mention.span.start : mention.span.end]
    return Claim(mention.sentence, text, mention.span.start, mention.span.end)
