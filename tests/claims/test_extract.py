import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.extract import FEWEST_WORDS, extract
from checker.claims.parse import Parser
from checker.records import Article, Modality, Sentence, Stance

TEXT = "Before. Kremlin spokesman Dmitry Peskov said Monday that the talks in Geneva had failed. After."
START, END = TEXT.index("Kremlin"), TEXT.index(" After")


def test_speaker_cue_and_content_are_slices_of_the_article(parser):
    article = Article(id="a", source="s", text=TEXT)
    ((claim,),) = extract([Sentence(article, START, END)], parser)

    def slice_of(span):
        return TEXT[span.start : span.end]

    assert slice_of(claim.speaker) == "Kremlin spokesman Dmitry Peskov"
    assert slice_of(claim.cue) == "said"
    assert slice_of(claim.content) == "the talks in Geneva had failed"
    assert TEXT[claim.start : claim.end] == "the talks in Geneva had failed"


def test_the_papers_own_voice_has_no_speaker(claims_of):
    (claim,) = claims_of("The talks in Geneva failed on Monday.")
    assert (claim.speaker, claim.speaker_name, claim.cue, claim.content) == (None, None, None, None)


def test_a_claim_made_twice_in_a_sentence_is_there_once(claims_of):
    claims = claims_of("The talks failed on Monday, and the talks failed on Monday.")
    assert [claim.text for claim in claims] == ["The talks failed on Monday"]


def test_too_few_words_make_no_claim(claims_of):
    assert claims_of("The talks failed.") == ()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Russia does not have any plans for a ceasefire.", True),
        ("Russia sets no preconditions for a ceasefire.", True),
        ("Trump has promised peace without naming a date.", False),
        ("Russia has many plans for a ceasefire.", False),
    ],
)
def test_negated_says_whether_the_claim_itself_is_negated(claims_of, text, negated):
    (claim,) = claims_of(text)
    assert claim.negated is negated


def test_sentences_of_different_articles_share_no_antecedents(parser):
    first = Article(id="a", source="s", text="Vladimir Putin spoke to reporters.")
    second = Article(id="b", source="t", text="In June, he demanded a full withdrawal.")
    sentences = [Sentence(article, 0, len(article.text)) for article in (first, second)]
    assert list(extract(sentences, parser))[1] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The Wall Street Journal revealed on Monday that National Security Adviser Joe Biden and top "
                "Kremlin aides have been in private talks in recent months to reduce the risk of a wider war."
            ),
            (
                "National Security Adviser Joe Biden and top Kremlin aides have been in private talks "
                "in recent months"
            ),
        ),
        (
            (
                "The Russian president Vladimir Putin has “more than once, or more precisely, repeatedly, "
                "declared that he is ready for contacts and negotiations”Kremlin spokesman Peskov said."
            ),
            "The Russian president Vladimir Putin is ready for contacts and negotiations",
        ),
        (
            (
                "Putin is still insisting on abandoning Ukraine’s NATO ambitions, but is ready to discuss "
                "security guarantees for the neighboring state, according to a Reuters report."
            ),
            "Putin is still insisting on abandoning Ukraine's NATO ambitions",
        ),
        (
            (
                "In return for potential negotiations, Russia demands control over the territory it has "
                "seized, a condition vehemently opposed by Kyiv."
            ),
            ("In return for potential negotiations, Russia demands control over the territory it has seized"),
        ),
    ],
)
def test_claims_of_real_sentences_are_found(claims_of, text, expected):
    assert expected in [claim.text for claim in claims_of(text)]


WORDS = st.sampled_from(
    "Putin Kyiv he they it said denied that which if although and or not no may should according to the a "
    "army talks ready have left leaving leave who , ; : . ( ) “ ” - — 18% reports is was".split()
)


def _check(text: str, parser: Parser) -> None:
    article = Article(id="a", source="s", text=f"Lead. {text} Tail.")
    sentence = Sentence(article, 6, 6 + len(text))
    (claims,) = extract([sentence], parser)
    assert len({claim.text for claim in claims}) == len(claims)
    for claim in claims:
        assert len(claim.text.split()) >= FEWEST_WORDS
        assert (claim.denial is not None) == (claim.stance is Stance.DENIES)
        assert (claim.content is None) == (claim.cue is None)
        assert isinstance(claim.modality, Modality)
        for span in (claim, claim.speaker, claim.cue, claim.content):
            assert span is None or sentence.start <= span.start < span.end <= sentence.end


@settings(max_examples=40, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_any_heap_of_words_gives_claims_inside_its_sentence(words, parser):
    _check(" ".join(words), parser)


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_gives_claims_inside_its_sentence(text, parser):
    _check(text, parser)


def test_a_clause_can_be_asserted_and_denied_in_one_sentence(claims_of):
    claims = claims_of("The measures included deportations of civilians, a war crime Russia denies.")
    assert any(claim.stance is Stance.DENIES and claim.speaker_name == "Russia" for claim in claims)


def test_what_is_ruled_out_lies_ahead(claims_of):
    (claim,) = claims_of("The minister ruled out sending troops to the border.")
    assert claim.stance is Stance.DENIES
    assert "will send troops" in claim.text


@pytest.mark.parametrize(
    "text",
    [
        "Obama is home free as far as domestic politics is concerned.",
        "With the press ready to praise him, Obama is home free as far as domestic politics is concerned.",
    ],
)
def test_a_limit_with_as_far_is_not_cut_off_in_the_middle(claims_of, text):
    assert not [claim.text for claim in claims_of(text) if claim.text.endswith(("as far", "free"))]
    assert not [claim.text for claim in claims_of(text) if claim.text.startswith("Domestic politics")]


def test_what_a_short_relative_clause_lacks_makes_no_claim(claims_of):
    assert not [claim.text for claim in claims_of("It is the best deal that China will ever receive.")]


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Clinton did in the spring of 2008.",
        "Hillary Clinton is surely that candidate.",
        "Hillary Clinton is the only candidate in the race who has ever held a post in the cabinet.",
    ],
)
def test_a_predicate_that_says_nothing_by_itself_makes_no_claim(claims_of, text):
    assert not [claim.text for claim in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I saw the mayor try to shift the blame.",
        "The mayor was certain that he had closed the bridge.",
        "The train tilting ten degrees to the right.",
    ],
)
def test_what_is_no_sentence_by_itself_makes_no_claim(claims_of, text):
    torn = ("The mayor try", "The mayor was certain", "The train tilting")
    assert not [claim.text for claim in claims_of(text) if claim.text.startswith(torn)]


@pytest.mark.parametrize("text", ["The economy is doing well in the north.", "Trump did poorly in Ohio."])
def test_who_does_well_does_something(claims_of, text):
    assert [claim.text for claim in claims_of(text)] == [text[:-1]]
