"""Pairs about numbers: another number, a rounded one, a bound beside a count, digits beside words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, both
from training.grammar import reword

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from training.changes import Material

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
TENS = dict(zip("thirty forty fifty sixty seventy eighty ninety".split(), range(30, 100, 10), strict=True))
SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
#: What stands before a number that is not an exact count, or not a count at all.
_BOUNDS = frozenset(
    "remaining a an least most than over under about around nearly almost roughly some to up approximately "
    "between and or estimated only just well as no. number top article section chapter "
    "the these those other past last next first another every each - within of".split()
)
_RATES = frozenset("a an per each every".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a claim: its token, its value as written ("61.4" of "$61.4 billion"), what surrounds it."""

    token: Token
    value: float
    spelled: bool
    decimals: int
    scale: str

    def write(self, value: float) -> str:
        """Another value in the same manner."""
        if self.spelled and value == int(value) and 0 < value <= 20:
            return SMALL[int(value)].capitalize() if self.token.text[0].isupper() else SMALL[int(value)]
        if self.decimals:
            return f"{value:.{self.decimals}f}"
        return f"{round(value):,}" if value >= 1000 else str(round(value))


def number(doc: Doc) -> Number | None:
    """The only exact quantity of a claim, or None if it has none or several."""
    found = [token for token in doc if token.pos_ == "NUM" or token.like_num]
    heads = [token for token in found if token.lower_ not in SCALES]
    if len(heads) != 1:
        return None
    token = heads[0]
    if token.ent_type_ not in ("", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"):
        return None
    before = doc[token.i - 1] if token.i else None
    start = before
    if before is not None and before.text == "$":
        start = doc[before.i - 1] if before.i else None
    if start is not None and (start.lower_ in _BOUNDS or start.is_punct or start.pos_ in ("PROPN", "NUM")):
        return None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is None or "-" in after.text or after.text in (":", "/") or after.pos_ == "PROPN":
        return None
    value = _value(token.text)
    if value is None or (value <= 1 and token.text != "1") or token.lower_ == "one" or value == 1:
        return None
    money = before is not None and before.text == "$"
    counted = after.tag_ in ("NNS", "JJ", "CD", "NN", "VBN") or after.text == "%"
    if not (money or counted) or (token.ent_type_ in ("DATE", "TIME") and after.tag_ != "NNS"):
        return None
    if 1900 <= value <= 2035 and "," not in token.text and not money and after.tag_ != "NNS":
        return None
    return Number(
        token,
        value,
        spelled=token.text.isalpha(),
        decimals=len(token.text.partition(".")[2]) if "." in token.text else 0,
        scale=after.lower_ if after.lower_ in SCALES else "",
    )


def _value(text: str) -> float | None:
    word = text.lower()
    if word in SMALL:
        return float(SMALL.index(word))
    if word in TENS:
        return float(TENS[word])
    return float(text.replace(",", "")) if _FIGURE.fullmatch(text) else None


def _other(found: Number, rng: random.Random) -> float:
    percent = found.token.doc[found.token.i + 1].lower_ in ("percent", "%")
    if found.value <= 20 and not found.decimals:
        far = [n for n in range(2, 21) if abs(n - found.value) >= max(1, 0.35 * found.value)]
        near = [n for n in far if n <= 3 * found.value]
        return float(rng.choice(near or far))
    factors = [0.3, 0.4, 0.55, 0.65, 1.4, 1.7, 2.2, 3.0]
    if percent and found.value <= 100:
        factors = [factor for factor in factors if factor * found.value <= 97]
    value = found.value * rng.choice(factors)
    if found.decimals:
        return round(value, found.decimals)
    digits = len(re.sub(r"0+$", "", str(round(found.value))))
    return _significant(value, max(1, digits))


def _significant(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _put(found: Number, value: float, bound: str = "") -> str:
    token = found.token
    written = found.write(value).lower() if bound else found.write(value)
    if bound and token.i and token.doc[token.i - 1].text == "$":
        return reword(token.doc, {token.i - 1: f"{bound} $", token.i: written})
    return reword(token.doc, {token.i: f"{bound} {written}".strip()})


def number_changed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Another number of the same thing: a contradiction; now and then with "about" on one side."""
    found = number(doc)
    if found is None:
        return
    value = _other(found, rng)
    if not 0.75 < value / found.value < 1.33:
        far = max(value / found.value, found.value / value) > 1.6
        bound = rng.choice(["about", "some", "roughly", "nearly"]) if far and rng.random() < 0.4 else ""
        yield both(rng, "number", doc.text, _put(found, value, bound), CONTRADICTION)
    if found.spelled and found.value <= 20 and found.token.i:
        yield both(
            rng, "spelling", doc.text, reword(doc, {found.token.i: str(round(found.value))}), ENTAILMENT
        )


def rounded(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A number beside its rounding: entailment."""
    found = number(doc)
    if found is None or found.spelled:
        return
    digits = len(found.token.text.replace(",", "").replace(".", "").rstrip("0"))
    if digits < 2 or (digits == 2 and not found.decimals and found.value < 40):
        return
    value = _significant(found.value, digits - 1)
    off = abs(value - found.value) / found.value
    if off == 0 or off > 0.05:
        return
    plain = Number(found.token, found.value, spelled=False, decimals=0, scale=found.scale)
    decimals = 0 if value == int(value) else max(0, found.decimals - 1)
    plain = Number(found.token, found.value, spelled=False, decimals=decimals, scale=found.scale)
    bound = rng.choice(["about", "around", "roughly", "nearly" if value > found.value else "more than"])
    yield Change("rounding", doc.text, _put(plain, value, bound), ENTAILMENT)
    if off < 0.012 and (found.decimals or found.value >= 1000):
        yield Change("rounding", doc.text, _put(plain, value), ENTAILMENT)


def compared(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A count beside a bound ("at least 20"): all three labels, by arithmetic."""
    found = number(doc)
    if found is None or found.value < 4:
        return
    small = found.value <= 20 and not found.decimals
    low = found.value - rng.randint(1, 3) if small else _significant(found.value * rng.uniform(0.6, 0.92), 1)
    high = found.value + rng.randint(2, 6) if small else _significant(found.value * rng.uniform(1.3, 2.5), 1)
    plain = Number(found.token, found.value, found.spelled and found.value <= 20, 0, found.scale)
    if low < 2 or low >= found.value or high <= found.value:
        return
    if doc[found.token.i + 1].lower_ in ("percent", "%") and high > 95:
        return
    over = rng.choice(["at least", "more than", "over"])
    under = rng.choice(
        ["at most", "fewer than", "no more than"] if _countable(found) else ["at most", "less than"]
    )
    yield Change("comparison", doc.text, _put(plain, low, over), ENTAILMENT)
    yield Change("comparison", doc.text, _put(plain, high, under), ENTAILMENT)
    yield Change("comparison", _put(plain, low, over), doc.text, NEUTRAL)
    yield Change("comparison", _put(plain, high, under), doc.text, NEUTRAL)
    yield both(rng, "comparison", doc.text, _put(plain, high, over), CONTRADICTION)
    yield both(rng, "comparison", doc.text, _put(plain, low, under), CONTRADICTION)
    yield both(rng, "comparison", _put(plain, high, over), _put(plain, low, under), CONTRADICTION)


def _countable(found: Number) -> bool:
    before = found.token.doc[found.token.i - 1].text if found.token.i else ""
    return before != "$" and found.token.doc[found.token.i + 1].tag_ == "NNS"


def number_spelled(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """ "5%" beside "5 percent", "$5 million" beside "5 million dollars": entailment."""
    for token in doc[:-1]:
        after = doc[token.i + 1]
        if token.like_num and after.text == "%":
            yield both(rng, "spelling", doc.text, reword(doc, {after.i: " percent"}), ENTAILMENT)
        if token.like_num and after.lower_ == "percent":
            text = doc.text[: after.idx - 1] + "%" + doc.text[after.idx + len(after.text) :]
            yield both(rng, "spelling", doc.text, text, ENTAILMENT)
        if token.text == "$" and token.i + 2 < len(doc) and doc[token.i + 2].lower_ in SCALES[2:]:
            scale = doc[token.i + 2]
            end = doc[scale.i + 1] if scale.i + 1 < len(doc) else None
            if end is None or end.pos_ in ("ADP", "PUNCT", "CCONJ", "ADV"):
                words = {token.i: "", scale.i: f"{scale.text} dollars"}
                yield both(rng, "spelling", doc.text, reword(doc, words), ENTAILMENT)
