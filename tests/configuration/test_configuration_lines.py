import tomllib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.configuration.lines import lines_of
from checker.configuration.tables import places_of

DOCUMENT = '''# settings
[project]
name = "x" # [not.a.header]

[tool.checker]
min-score = 0.5
"select" = [
    "NUM",  # numbers ]
    'DEN',
]
limits.codes = {NUM = 2, "CON" = 3}
text = """
[not.a.header]
key = "value" \\""" """""
more = \'\'\'it\'s
}\'\'\'\'
[[tool.checker.overrides]]
paths = ["a", "b"]
[tool.checker.overrides.deep]
x = 1979-05-27 07:32:00
[[tool.checker.overrides]]

paths = []
[tool]
other = {a = [{b = 1}, {b = [
2]}]}
'''


def test_every_table_key_and_item_has_its_line():
    here = ("tool", "checker")
    assert lines_of(DOCUMENT) == {
        ("project",): 2,
        ("project", "name"): 3,
        here: 5,
        (*here, "min-score"): 6,
        (*here, "select"): 7,
        (*here, "select", 0): 8,
        (*here, "select", 1): 9,
        (*here, "limits"): 11,
        (*here, "limits", "codes"): 11,
        (*here, "limits", "codes", "NUM"): 11,
        (*here, "limits", "codes", "CON"): 11,
        (*here, "text"): 12,
        (*here, "more"): 15,
        (*here, "overrides"): 17,
        (*here, "overrides", 0): 17,
        (*here, "overrides", 0, "paths"): 18,
        (*here, "overrides", 0, "paths", 0): 18,
        (*here, "overrides", 0, "paths", 1): 18,
        (*here, "overrides", 0, "deep"): 19,
        (*here, "overrides", 0, "deep", "x"): 20,
        (*here, "overrides", 1): 21,
        (*here, "overrides", 1, "paths"): 23,
        ("tool",): 24,
        ("tool", "other"): 25,
        ("tool", "other", "a"): 25,
        ("tool", "other", "a", 0): 25,
        ("tool", "other", "a", 0, "b"): 25,
        ("tool", "other", "a", 1): 25,
        ("tool", "other", "a", 1, "b"): 25,
        ("tool", "other", "a", 1, "b", 0): 26,
    }


def test_the_places_are_those_of_the_parsed_document():
    assert set(lines_of(DOCUMENT)) == set(places_of(tomllib.loads(DOCUMENT))) - {()}


def test_a_text_without_anything_has_no_places():
    assert lines_of("") == lines_of("\n# nothing\n \t\n# at all") == {}


# Random documents: pieces of TOML that are hard to read are put together, with the lines counted alongside.

NAMES = ["a", "b-1", '"q.x"', "'q#'", '"\\u0041"', "1"]
SCALARS = [
    "1", "-0.5e3", "true", "2027-01-31", "07:32:00", '"a # ] } = \\" \'"', "'a \" # [x]'", '""', "''",
    '"""\n[x]\na = 1 # \\" ""\n"""', "'''\n[x]\n'' ] }\n'''", '""""""', '""""two""""', "'''''two'''''",
    '"""\\\n   # x\\\\"""',
]  # fmt: skip
BETWEEN = ["", "\n", '# [c] = "\n', " ", "\t# '''\n\n"]


def inline(depth):
    if depth == 0:
        return st.sampled_from(SCALARS)
    items = st.lists(st.tuples(st.sampled_from(BETWEEN), inline(depth - 1)), max_size=2)
    arrays = items.map(lambda parts: "[" + ",".join(f"{space}{part}{space}" for space, part in parts) + "]")
    tables = st.dictionaries(st.sampled_from(NAMES), inline(depth - 1), max_size=2).map(
        lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
    )
    return st.sampled_from(SCALARS) | arrays | tables


@st.composite
def documents(draw):
    text = ""
    headers = st.sampled_from(["[{}]", "[[{}]]", "[ {} . x ]", "[{}.y.z] # [d]"])
    for header in ["", *draw(st.lists(headers, max_size=3))]:
        pairs = draw(st.dictionaries(st.sampled_from(NAMES), inline(2), max_size=2))
        text += draw(st.sampled_from(["", "\n", "# x\n"]))
        # Every header has a name of its own, but for lists of tables, which may go on.
        name = draw(st.sampled_from(["n", f"t{len(text)}"])) if "[[" in header else f"t{len(text)}"
        text += header.format(name) + "\n" if header else ""
        for key, value in pairs.items():
            text += f"  {key} = {value}\n" if header else f"{key}.k.'l' = {value}\n"
    return text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_what_is_found_is_what_the_parser_finds(text):
    parsed = tomllib.loads(text)
    lines = lines_of(text)
    assert set(lines) == set(places_of(parsed)) - {()}
    count = text.count("\n") + 1
    assert all(1 <= line <= count for line in lines.values())
    for place, line in lines.items():
        # What holds something begins before it, unless a later header names it.
        assert place[:-1] not in lines or isinstance(place[-1], str) or lines[place[:-1]] <= line
