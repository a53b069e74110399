from hypothesis import given
from hypothesis import strategies as st

from checker.claims.clean import clean
from checker.claims.datelines import dateline
from checker.claims.split import split
from checker.records import Article, Block


def _split(text: str) -> tuple[list[str], list[str]]:
    article = Article(id="a", source="s", text=text)
    sentences, drops = split(article, [Block(0, len(text))])
    return [sentence.text for sentence in sentences], [drop.reason for drop in drops]


def _sentences(text: str) -> list[str]:
    return _split(text)[0]


def test_a_lost_space_after_a_full_stop_still_ends_the_sentence() -> None:
    assert _sentences("They will resume the negotiations.The envoy left the city late.") == [
        "They will resume the negotiations.",
        "The envoy left the city late.",
    ]
    assert _sentences("It was a quiet night in Kyiv.Meanwhile the envoy left Geneva.") == [
        "It was a quiet night in Kyiv.",
        "Meanwhile the envoy left Geneva.",
    ]


def test_addresses_and_decimal_numbers_are_not_cut() -> None:
    text = "The site checker.com grew by 3.5 percent, and Node.js or mail@Desk.Example.org were not cut."
    assert _sentences(text) == [text]


def test_doubled_full_stops_end_one_sentence() -> None:
    assert _sentences("The ministry rejected talks with Russia.. However, the envoy stayed on.") == [
        "The ministry rejected talks with Russia..",
        "However, the envoy stayed on.",
    ]
    assert _sentences("Two people close to him told the agency. . Then the envoy left.") == [
        "Two people close to him told the agency. .",
        "Then the envoy left.",
    ]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert _sentences("The envoy said “we want no talks.”French officials did not answer him.") == [
        "The envoy said “we want no talks.”",
        "French officials did not answer him.",
    ]
    assert _sentences(
        'He told them "we want to go."The minister then left. She said."The end is near now," he said.'
    ) == [
        'He told them "we want to go."',
        "The minister then left.",
        '"The end is near now," he said.',
    ]


def test_a_quotation_that_runs_on_is_split_inside() -> None:
    assert _sentences("“We are ready for peace. We will not wait for it,” he said.") == [
        "“We are ready for peace.",
        "We will not wait for it,” he said.",
    ]


def test_a_question_with_its_speaker_is_one_sentence() -> None:
    assert _sentences("“Who will pay for it?” President Hale asked. The room stayed silent then.") == [
        "“Who will pay for it?” President Hale asked.",
        "The room stayed silent then.",
    ]


def test_abbreviations_and_initials_do_not_end_sentences() -> None:
    for text in (
        "J. K. Marlow met Mr. Smith and Gen. Hale in the U.S. Capitol on Nov. 6 at 5 p.m. Monday.",
        "Apple Inc. Chief Executive T. Brown flew to St. Louis, Mo. Friday with Dr. Lee et al. yesterday.",
        "No. 10 said that Art. 5 applies, e.g. The Hague, vs. Sen. Hale of Calif. Highway 1.",
    ):
        assert _sentences(text) == [text]


def test_an_abbreviation_before_a_word_that_begins_sentences_ends_one() -> None:
    assert _sentences(
        "He flew to the U.S. The envoy stayed at home. It met at 5 p.m. Police came much later."
    ) == [
        "He flew to the U.S.",
        "The envoy stayed at home.",
        "It met at 5 p.m.",
        "Police came much later.",
    ]


def test_questions_fragments_headings_and_endless_sentences_are_dropped_with_reasons() -> None:
    assert _split("Will the truce hold this time?") == ([], ["sentence.question"])
    assert _split("“Will the truce hold this time?”") == ([], ["sentence.question"])
    assert _split("To the table.") == ([], ["sentence.fragment"])
    assert _split("word " * 121) == ([], ["sentence.too_long"])
    assert _split("word " * 120)[1] == []
    article = Article(id="a", source="s", text="Envoys meet in Geneva again")
    sentences, drops = split(article, [Block(0, 27, heading=True)])
    assert sentences == []
    assert [(drop.start, drop.end, drop.reason) for drop in drops] == [(0, 27, "sentence.heading")]


def test_a_dateline_is_dropped_and_its_sentence_begins_after_it() -> None:
    text = "WASHINGTON/KYIV, Nov 6 – The United States urges talks."
    article = Article(id="a", source="s", text=text)
    sentences, drops = split(article, [Block(0, len(text))])
    assert [sentence.text for sentence in sentences] == ["The United States urges talks."]
    assert [(text[drop.start : drop.end], drop.reason) for drop in drops] == [
        ("WASHINGTON/KYIV, Nov 6 –", "dateline")
    ]


def test_words_are_counted_at_any_white_space_and_in_the_longest_short_words() -> None:
    assert _split("Envoys\u00a0met\tin Geneva.")[1] == []
    assert _split("a " * 120)[1] == []
    assert _split("a " * 121)[1] == ["sentence.too_long"]
    assert _split("a" * 500)[1] == ["sentence.fragment"]


def test_datelines_of_the_agencies_are_measured_to_the_first_word() -> None:
    for line in (
        "LONDON (Reuters) — ",
        "KYIV, Ukraine (AP) — ",
        "MOSCOW, March 3 (TASS) - ",
        "Geneva, 3 March (dpa) - ",
        "WASHINGTON—",
        "NEW YORK — ",
        "(CNN) ",
        "(Reuters) - ",
    ):
        assert dateline(line + "The envoy left.") == len(line), line


def test_a_subject_in_capitals_is_no_dateline() -> None:
    for line in (
        "NATO — the alliance — said no.",
        "US officials — The Post wrote — left.",
        "The envoy (Hale) left.",
        "EU-wide rules apply.",
        "FILE PHOTO - The envoy leaves.",
    ):
        assert dateline(line) == 0, line


PIECES = st.sampled_from(
    (
        "The envoy left",
        "He said",
        "U.S.",
        "Mr.",
        "3.5",
        "a",
        "É",
        "Advertisement",
        "KYIV (AP) — ",
        "Leave a Reply",
        ".",
        "..",
        ". ",
        "? ",
        "! ",
        "…",
        "。",
        "”",
        '"',
        "“",
        "(",
        ")",
        "[3]",
        "[…]",
        "***",
        " -- ",
        "-----",
        " :-) ",
        "https://t.co/x",
        "Email: a@b.org",
        "# ",
        "- ",
        "1. ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u2028",
        "\x85",
        "\x1c",
    )
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_spans_are_exact_ordered_and_leave_no_visible_character_out(text: str) -> None:
    article = Article(id="a", source="s", text=text)
    blocks, dropped = clean(article)
    sentences, filtered = split(article, blocks)
    for sentence in sentences:
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert sentence.text
    covered = [0] * len(text)
    spans = [(s.start, s.end) for s in sentences] + [(d.start, d.end) for d in dropped + filtered]
    for start, end in spans:
        for at in range(start, end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(count or character.isspace() for count, character in zip(covered, text, strict=True))
    spans = [(s.start, s.end) for s in sentences]
    assert spans == sorted(spans)
    assert [(d.start, d.end) for d in filtered] == sorted((d.start, d.end) for d in filtered)
