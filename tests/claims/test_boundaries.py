import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import boundaries
from checker.claims.abbreviations import BEFORE_NUMBER, DOUBTFUL, INNER, TITLES
from checker.claims.boundaries import sentence_ends


def _pieces(text: str) -> list[str]:
    cuts = [0, *sentence_ends(text, 0, len(text)), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts) if text[a:b].strip()]


@pytest.mark.parametrize(
    "sentences",
    [
        ("They resumed the negotiations.", "The envoy left."),
        ("It rained in Kyiv.", "So they left.", "It was 5 a.m.", "Nobody spoke."),
        ("He flew to the U.S.", "The envoy stayed."),
        ("He asked why.", "“We want peace.”", "She did not answer."),
        ("He asked why.", '"We want peace."', "She did not answer."),
        ("They talked about pay, leave, etc.", "Unions were absent."),
        ("Is it over?", "where are they now?", "nobody knows."),
        ('He called it "a mess".', "they laughed at him."),
        ("Talks ended on Friday (May 3).", "they resume soon."),
        ("The clip spread fast.", "https://t.co/abc", "https://t.co/def", "www.example.org"),
        ("Read http://example.org/a/b.html", "The paper is there."),
        ("[http://example.org/a?id=1]", "Envoys met in Geneva."),
        ('Email: "Jo Doe"<jo.doe@example.org>', "Groups: talks.geneva"),
        ("Email: jo@example.org", "Talks are over."),
        ("The talks went well :-)", "Posted by Jo"),
        ("The senator lost.", "***", "Envoys met again."),
        ("The talks failed.", "--", "Posted by the desk."),
        ("Send it to the desk", "==========", "All rights are reserved."),
        ("(Daily Post)", "Envoys met in Geneva."),
        ("The house voted. […]", "The senate waits."),
        ("The vote was close.[12]", "The senate waits."),
        ("i came from Miramar.", "i like it there."),
    ],
)
def test_sentences_end_here(sentences: tuple[str, ...]) -> None:
    assert _pieces(" ".join(sentences)) == list(sentences)


@pytest.mark.parametrize(
    "sentence",
    [
        "Some U.S. Russia experts and U.S. Senator Hale met Mr. Marlow and Messrs. Smith and Lee.",
        "The assoc. Director of approx. Forty firms, e.g. Apple, came.",
        "Yahoo! and Google met the hosts of Jeopardy! last week.",
        "“Who will pay?” asked the envoy.",
        "It was posted via Newsfeed.Com on Friday, e.g. https://t.co/abc is one.",
        "He left ... and then came back… or so he said.",
        "The deal -- a first -- was signed in Ferguson, Mo. -- Hale said so at 9 p.m. -- late.",
        "He shouted 'burn the ----- down' and f*** the rest * of * it.",
        "Write to jo@example.org and see http://example.org/a for more.",
        "Options : a) talk ; b) leave :) and so on.",
        "The a/b test of key=value and snake_case went to @envoy on Monday.",
    ],
)
def test_no_sentence_ends_inside(sentence: str) -> None:
    assert _pieces(sentence) == [sentence]


WORDS = st.sampled_from(
    (
        *sorted(TITLES | INNER | BEFORE_NUMBER | DOUBTFUL),
        *("etc", "ones", "said", "peace", "U.S", "p.m", "X", "7", "messrs", "x.y", "re-assoc", "www.example"),
    )
)
PARTS = st.builds(
    lambda word, shape, mark, gap, opener, following: f"so {shape(word)}{mark}{gap}{opener}{following} it",
    WORDS,
    st.sampled_from((str, str.capitalize, str.upper)),
    st.sampled_from((".", "?", "!", '."', ".”", '?"', "..", ".)", "?!")),
    st.sampled_from((" ", "  ", "", "\n")),
    st.sampled_from(("", '"', "“", "(", "‘")),
    st.sampled_from(("The", "Hale", "and", "12", "I", "$5")),
)


@given(st.lists(PARTS, min_size=1, max_size=4).map(" ".join))
def test_the_endings_that_skip_the_rules_are_those_of_the_rules(text: str) -> None:
    after = boundaries._AFTER_MARK.replace(f"{boundaries._PLAINLY}|", "", 1)
    assert after != boundaries._AFTER_MARK
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boundaries, "_STOP", re.compile(r"\." + after))
        patch.setattr(boundaries, "_MARK", re.compile(r"[.!?…。！？]" + after))
        by_rules = list(sentence_ends(text, 0, len(text)))
    assert list(sentence_ends(text, 0, len(text))) == by_rules


@given(
    st.text(alphabet="aA1 .!?…。\"”'()[]-*=_~:;/@\n", max_size=120),
    st.integers(0, 60),
    st.integers(0, 120),
)
def test_ends_ascend_inside_the_range(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    ends = list(sentence_ends(text, start, end))
    assert ends == sorted(set(ends))
    assert all(start < at < end for at in ends)


PATTERNS = (
    *(
        ".",
        ". ",
        '."',
        "a.A",
        "?!”",
        ".[",
        '"',
        "(",
        "[",
        "!",
        "…",
        "。",
        " .",
        "a. ",
        ". .",
        "-",
        "--",
        "- ",
    ),
    *(
        "*",
        "=_",
        ":)",
        " :-) ",
        "@",
        "a@",
        "://",
        "://a ",
        "http://a ",
        "[…]",
        "(A ",
        "Email: ",
        "a",
        " ",
        "A",
    ),
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_long_run_of_one_kind_is_read_in_linear_time(pattern: str) -> None:
    length = 200_000
    text = (pattern * length)[:length]
    begun = time.process_time()
    for _ in sentence_ends(text, 0, length):
        pass
    # At most 2 s on a busy machine; a step that looked back or ahead over the run would take over 30.
    assert time.process_time() - begun < 15
