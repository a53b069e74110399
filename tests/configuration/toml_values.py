"""Values as a file may hold them, right and wrong, for the tests of the configuration."""

from datetime import date, datetime

from hypothesis import strategies as st

from checker.configuration import keys
from checker.configuration.kinds import Day
from checker.configuration.tables import ListOf, MapOf, Table
from checker.settings import Limits, Override, Suppression

FINGERPRINT = "0123456789abcdef"

#: Of each key: what may stand there with what it becomes, and what may not.
EXAMPLES = {
    "across": ([("all", "all"), ("sources", "sources")], ["papers", "", "ALL", True, 3, []]),
    "keep-furniture": ([(True, True), (False, False)], [1, 0, "true", [], {}]),
    "encoder": ([("embedded", "embedded"), ("models/e", "models/e")], ["", "  ", 3, False, ["x"]]),
    "judge": ([("embedded", "embedded")], ["", "\t", 1.5, ["embedded"]]),
    "max-pairs": ([(0, 0), (7, 7), (9.0, 9)], [-1, 1.5, True, "7", [7]]),
    "min-score": ([(0, 0.0), (1, 1.0), (0.25, 0.25)], [-0.1, 1.1, 2, True, "0.5", {}]),
    "select": ([(["NUM", "con001"], ("NUM", "CON001")), ([], ())], ["NUM", [""], ["NUM,CON"], ["NUMB"], [3]]),
    "ignore": ([(["D"], ("D",))], [{}, [1], [" NUM"], "D"]),
    "jobs": ([(2, 2)], [-3, "2", False, 0.5]),
    "columns": (
        [({"text": "a.b"}, {"text": "a.b"}), ({}, {})],
        [{"texts": "a"}, {"text": 3}, {"id": ""}, [], "a"],
    ),
    "publishers": ([({"bbc.co.uk": "BBC"}, {"bbc.co.uk": "BBC"})], [{"x": 1}, {"x": " "}, ["x"], 3]),
    "metadata": ([("m.csv", "m.csv")], ["", 3, "a\0b", ["m.csv"]]),
    "cache-dir": ([("kept", "kept")], ["", 3, "a\0b", ["kept"]]),
    "fail-on": ([("never", "never"), ("note", "note")], ["Note", "fatal", 0, []]),
    "allow-errors": ([(True, True)], ["yes", 0, 1]),
    "baseline": ([("b.json", "b.json")], [True, " ", {}, "\0"]),
    "limits": (
        [
            ({}, Limits()),
            (
                {"new": 2, "undisputed": 0.9, "codes": {"NUM": 2, "con001": 0}},
                Limits(2, {"NUM": 2, "CON001": 0}, 0.9),
            ),
        ],
        [
            {"new": -1},
            {"undisputed": 90},
            {"codes": {"NUM": 0.5}},
            {"codes": {"NUMBER": 1}},
            {"newest": 1},
            3,
            [],
        ],
    ),
    "overrides": (
        [
            ([], ()),
            (
                [
                    {
                        "sources": ["The *"],
                        "paths": ["w/*"],
                        "ignore": ["num"],
                        "min-score": 1,
                        "fail-on": "error",
                    }
                ],
                (Override(("The *",), ("w/*",), ("NUM",), 1.0, "error"),),
            ),
            ([{"paths": ["a"], "min-score": 0.5}], (Override(paths=("a",), min_score=0.5),)),
        ],
        [
            [{}],
            [{"sources": ["a"]}],
            [{"min-score": 0.5}],
            [{"sources": [], "min-score": 0.5}],
            {},
            ["a"],
            [{"paths": ["a"], "min-score": 3}],
            [{"paths": ["a"], "ignore": []}],
            [{"paths": "a", "min-score": 1}],
            [{"paths": ["a"], "fail-on": "x"}],
            [{"paths": ["a"], "min_score": 0.5, "ignore": ["A"]}],
        ],
    ),
    "suppress": (
        [
            ([], ()),
            (
                [{"fingerprint": FINGERPRINT, "reason": "seen", "expires": date(2027, 1, 31)}],
                (Suppression(FINGERPRINT, "seen", date(2027, 1, 31)),),
            ),
            (
                [{"fingerprint": FINGERPRINT, "reason": "seen", "expires": "2027-01-31"}],
                (Suppression(FINGERPRINT, "seen", date(2027, 1, 31)),),
            ),
            ([{"fingerprint": FINGERPRINT, "reason": "seen"}], (Suppression(FINGERPRINT, "seen"),)),
        ],
        [
            [{}],
            [{"fingerprint": FINGERPRINT}],
            [{"reason": "seen"}],
            {},
            FINGERPRINT,
            [{"fingerprint": FINGERPRINT, "reason": " "}],
            [{"fingerprint": FINGERPRINT.upper(), "reason": "x"}],
            [{"fingerprint": FINGERPRINT[1:], "reason": "x"}],
            [{"fingerprint": 1234567890123456, "reason": "x"}],
            [{"fingerprint": FINGERPRINT, "reason": "x", "expires": "2027-02-30"}],
            [{"fingerprint": FINGERPRINT, "reason": "x", "expires": "31.1.2027"}],
            [{"fingerprint": FINGERPRINT, "reason": "x", "expires": datetime(2027, 1, 31, 12)}],
            [{"fingerprint": FINGERPRINT, "reason": "x", "until": date(2027, 1, 31)}],
        ],
    ),
}


def as_json(value):
    """``value`` as an editor's schema sees it: days and moments are texts."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


# "$" of Python's regular expressions, which check the schema here, also stands before a last line break.
WORDS = st.text(
    st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=8
) | st.sampled_from(["NUM", "con001", "all", "error", FINGERPRINT, "2027-01-31", "embedded"])
PLAIN = st.one_of(
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(0, 1),
    WORDS,
)
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)


def values_for(kind):
    """Values for a kind, many of them of the right shape: a strategy that reaches into tables and lists."""
    right = [
        value for key, entry in keys.section().keys.items() if entry.kind == kind
        for value, _ in EXAMPLES[key][0]
    ]  # fmt: skip
    near = st.sampled_from(right) if right else st.nothing()
    if isinstance(kind, Table):
        shaped = tables_of(kind)
    elif isinstance(kind, ListOf):
        shaped = st.lists(values_for(kind.item), max_size=2)
    elif isinstance(kind, MapOf):
        shaped = st.dictionaries(WORDS, values_for(kind.value), max_size=2)
    elif isinstance(kind, Day):
        # Only where a day is wanted: elsewhere JSON would see a text in it, as an editor does.
        shaped = st.dates() | st.datetimes() | st.dates().map(str)
    else:
        shaped = PLAIN
    return near | shaped | ANYTHING


def tables_of(table):
    """Tables that mostly hold keys that ``table`` knows."""
    known = st.fixed_dictionaries(
        {},
        optional={key: st.deferred(lambda e=entry: values_for(e.kind)) for key, entry in table.keys.items()},
    )
    strange = st.dictionaries(WORDS, ANYTHING, max_size=1)
    return st.builds(lambda a, b: {**a, **b}, known, st.just({}) | strange)
