from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.quotations import quotations, speakers_of_quotations
from checker.records import Article, Sentence


@pytest.fixture
def speakers(parser):
    """The speaker's word (or None) for each of some sentences of one article, joined by ``glue``."""

    def named(*texts, glue=" "):
        article = Article(id="a", source="s", text=glue.join(texts))
        sentences, start = [], 0
        for text in texts:
            sentences.append(Sentence(article, start, start + len(text)))
            start += len(text) + len(glue)
        docs = parser.parse(texts)
        found = speakers_of_quotations(list(zip(sentences, docs, strict=True)))
        return [
            None if each is None else article.text[each.speaker.start : each.speaker.end] for each in found
        ]

    return named


def test_a_quotation_before_its_speaker_is_his_in_all_its_sentences(speakers):
    assert speakers(
        '"The army left the city.', 'It will not return before spring," Peskov said.', "The mayor stayed."
    ) == ["Peskov", None, None]


def test_a_quotation_that_follows_directly_is_the_same_speakers(speakers):
    assert speakers(
        '"The army left the city," Peskov said.', '"It will not return before spring.', 'Nobody wants that."'
    ) == [None, "Peskov", "Peskov"]


def test_a_quotation_behind_a_colon_is_the_speakers_in_all_its_sentences(speakers):
    assert speakers(
        'Peskov said: "The army left the city.', "It will not return before spring.", 'Nobody wants that."'
    ) == [None, "Peskov", "Peskov"]


def test_typographic_marks_count_as_well(speakers):
    assert speakers("“The army left the city,” Peskov said.", "“It will not return before spring.”") == [
        None,
        "Peskov",
    ]


def test_a_new_paragraph_of_an_open_quotation_goes_on_with_it(speakers):
    assert speakers(
        'Peskov said: "The army left the city.', '"It will not return before spring."', glue="\n\n"
    ) == [None, "Peskov"]


def test_a_quotation_in_a_new_paragraph_has_no_known_speaker(speakers):
    assert speakers('"The army left the city," Peskov said.', '"It will return."', glue="\n\n") == [
        None,
        None,
    ]


def test_another_speaker_ends_the_first_ones_words(speakers):
    assert speakers(
        '"The army left the city," Peskov said.', "Kyiv disagreed.", '"It will not return before spring."'
    ) == [None, None, None]


def test_what_stands_outside_of_quotations_is_nobodys(speakers):
    assert speakers('"The army left the city," Peskov said.', "It will not return before spring.") == [
        None,
        None,
    ]


def test_a_lost_closing_mark_does_not_quote_the_rest_of_the_article():
    text = 'He said "it is over. ' + "The army left the city. " * 200 + 'It "will" return.'
    assert [text[each.start : each.end] for each in quotations(text, 0, len(text))] == ['"will"']


@given(st.text(alphabet='ab "“”\n.', max_size=60))
def test_quotations_are_ascending_and_apart(text):
    found = quotations(text, 0, len(text))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
