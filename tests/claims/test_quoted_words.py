from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.quotes import WILD, of_sentences, quotations, words
from checker.records import Article, Sentence, Span


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations(text)]


def forms(text: str) -> list[str]:
    return [word.text for word in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will win," he said.', ["We will win,"]),
        ("“We will win,” he said. “Soon.”", ["We will win,", "Soon."]),
        ("Il dit «We will win» today.", ["We will win"]),
        ("‘We will win,’ he said.", ["We will win,"]),
        ("He said 'we will win the workers' vote.'", ["we will win the workers' vote."]),
        ("He said “call it ‘victory’ or not” twice.", ["call it ‘victory’ or not"]),
        ('Zelensky"Ukraine will win"and left.', ["Ukraine will win"]),
        ("The workers’ union met in the '90s, it’s said.", []),
        ("We will win,” he said.", []),
        ('<img src="https://example.org/one/two three.jpg">', []),
        ("No quotation at all.", []),
    ],
)
def test_quotation_marks_of_every_kind_are_paired(text, expected):
    assert quoted(text) == expected


def test_a_quotation_of_two_sentences_gives_each_its_share():
    text = 'Before. "We will win. We will not yield," he said.'
    article = Article(id="a", source="s", text=text)
    bounds = [(0, 7), (8, 21), (22, len(text))]
    shares = list(of_sentences([Sentence(article, start, end) for start, end in bounds]))
    assert [[text[s.start : s.end] for s in share] for share in shares] == [
        [],
        ["We will win."],
        ["We will not yield,"],
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    article = Article(id="a", source="s", text="“We will win.\nHe left the room.")
    shares = list(of_sentences([Sentence(article, 0, 13), Sentence(article, 14, 31)]))
    assert shares == [(Span(1, 13),), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don’t know", ["we", "do", "not", "know"]),
        ("They cannot, and won't", ["they", "can", "not", "and", "will", "not"]),
        ("We ... will go", ["we", WILD, "will", "go"]),
        ("[The] talks (sic) failed", [WILD, "talks", WILD, "failed"]),
        ("[T]he talks", ["the", "talks"]),
        ("5.5% or 2,000", ["5.5", "percent", "or", "2000"]),
        ("TALKS!", ["talks"]),
    ],
)
def test_words_are_freed_from_writing(text, expected):
    assert forms(text) == expected


def test_a_capital_inside_a_sentence_makes_a_name_and_at_its_start_does_not():
    found = words("We met Petrov. Then I left", Span(0, 26))
    assert [word.text for word in found if word.named] == ["petrov"]


@given(st.text(alphabet="ab c.\"'“”‘’«»[]…\n", max_size=60))
def test_spans_are_ordered_slices_without_overlap_and_words_lie_inside(text):
    spans = quotations(text)
    for left, right in pairwise(spans):
        assert left.end <= right.start
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text)
        assert all(span.start <= word.start < word.end <= span.end for word in words(text, span))
