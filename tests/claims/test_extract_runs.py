"""Speakers of quotations over several sentences, and repairs that whole sentences need."""

import pytest

from checker.claims.extract import claims_of_parsed, extract
from checker.claims.factual import with_antecedents
from checker.records import Article, Modality, Sentence, Stance


def sentences_of(*texts, gap=""):
    text = (" " + gap).join(texts)
    article = Article(id="a", source="s", text=text)
    out, start = [], 0
    for each in texts:
        start = text.index(each, start)
        out.append(Sentence(article, start, start + len(each)))
        start += len(each)
    return out


QUOTED = ('"The army has left the city," Peskov said.', '"The tanks were destroyed in the north."')


def test_a_sentence_of_quotation_is_its_speakers(parser):
    claims = list(extract(sentences_of(*QUOTED), parser))
    (claim,) = claims[1]
    text = claim.sentence.article.text
    assert claim.speaker_name == "Peskov"
    assert text[claim.speaker.start : claim.speaker.end] == "Peskov"
    assert text[claim.cue.start : claim.cue.end] == "said"
    assert (claim.content.start, claim.content.end) == (claim.start, claim.end)


def test_a_quotation_is_not_credited_across_a_gap(parser):
    claims = list(extract(sentences_of(*QUOTED, gap="Something else stood here. "), parser))
    assert claims[1][0].speaker is None


def test_parsed_sentences_give_the_same_claims(parser):
    sentences = sentences_of(*QUOTED)
    parsed = list(zip(sentences, parser.parse(each.text for each in sentences), strict=True))
    assert list(claims_of_parsed(parsed)) == list(extract(sentences, parser))


def test_the_rest_of_a_quotation_is_parsed_along_to_find_its_speaker():
    sentences = sentences_of(
        "It rained.", '"The army has left.', "It was late.", 'Nobody fell," Peskov said.'
    )
    assert with_antecedents([sentences[1]], {"a": sentences}) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine carried out an attack in Russia yesterday, hitting an arsenal.", "Ukraine hit an arsenal"),
        (
            "Ed Morrissey, writing in a weekly in 2017, did a good job of telling the story.",
            "Ed Morrissey did a good job of telling the story",
        ),
        (
            "Abbott told reporters in a statement that the company has delivered two million tests.",
            "The company has delivered two million tests",
        ),
        (
            "Any citizen who had voted by mail in one of the earlier elections may vote again.",
            "Any citizen who had voted by mail in one of the earlier elections may vote again",
        ),
        ("One drawback is that combat jobs pay less.", "Combat jobs pay less"),
    ],
)
def test_claims_are_neither_lost_nor_cut_short(claims_of, text, expected):
    assert expected in [claim.text for claim in claims_of(text)]


def test_not_thinking_so_is_thinking_not_so(claims_of):
    (claim,) = claims_of("Unikowsky does not think that race and religion are identical.")
    assert (claim.text, claim.stance) == ("Race and religion are identical", Stance.DENIES)


def test_not_only_is_no_negation(claims_of):
    assert not claims_of("The tweet plays not only on the date of the feast.")[0].negated


def test_a_refusal_to_allow_something_denies_nothing(claims_of):
    claims = claims_of("The president has rejected allowing foreign aid into the country.")
    assert all(claim.stance is Stance.ASSERTS and claim.modality is Modality.ASSERTED for claim in claims)
