from collections import Counter
from dataclasses import replace

import pytest
from doubles import article, claim, judgement, verdict
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Article, Claim, Modality, Pair, Sentence, Severity, Span, Stance, Verdict
from checker.rules import findings, reasons
from checker.rules.findings import Surroundings, fingerprint
from checker.rules.sides import position

OPEN = "The northern bridge was open on Monday."
CLOSED = "The northern bridge was closed on Monday."
POST = article("post", OPEN, source="Post", published="2024-05-02")
HERALD = article("herald", CLOSED, source="Herald", published="2024-05-01")


def found(*verdicts: Verdict, repeats: dict[Claim, list[Claim]] | None = None, **more):
    sentences: dict[str, set[Sentence]] = {}
    for made in verdicts:
        for side in (made.pair.a, made.pair.b):
            sentences.setdefault(side.sentence.article.id, set()).add(side.sentence)
    context = {key: sorted(value, key=lambda s: s.start) for key, value in sentences.items()}
    return findings.findings(verdicts, Surroundings(context, repeats or {}, **more))


def one(a: Claim, b: Claim, contradiction: float = 0.9):
    (finding,) = found(verdict(a, b, contradiction))
    return finding


def test_a_fingerprint_is_sixteen_hexadecimal_digits():
    made = one(claim(OPEN, of=POST), claim(CLOSED, of=HERALD)).fingerprint
    assert len(made) == 16
    assert int(made, 16) >= 0


def test_the_fingerprint_is_the_same_in_both_orders():
    a, b = claim(OPEN, of=POST), claim(CLOSED, of=HERALD)
    assert one(a, b).fingerprint == one(b, a).fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(POST, path="elsewhere.md"),
        replace(POST, line=7),
        replace(POST, skipped_lines=9),
        replace(POST, published="2025-01-01"),
        replace(POST, id="another"),
        replace(POST, text=f"Rain fell.\n\n{OPEN}"),
        replace(POST, text=OPEN.replace(" ", "  ", 1)),
    ],
    ids=["path", "line", "skipped", "date", "id", "place", "spaces"],
)
def test_the_fingerprint_ignores_where_and_when(changed):
    start = changed.text.index("The")
    sentence = Sentence(changed, start, len(changed.text))
    moved = Claim(sentence, OPEN, start, len(changed.text), subject="The bridge")
    before = one(claim(OPEN, of=POST), claim(CLOSED, of=HERALD), 0.9)
    after = one(moved, claim(CLOSED, of=HERALD), 0.7)
    assert before.score != after.score
    assert before.fingerprint == after.fingerprint


def test_the_fingerprint_depends_on_the_texts_and_on_the_sources():
    prints = {
        fingerprint(("It rained.", "Post"), ("It was dry.", "Herald")),
        fingerprint(("It rained.", "Post"), ("It was wet.", "Herald")),
        fingerprint(("It rained.", "Post"), ("It was dry.", "Courier")),
        fingerprint(("It was dry.", "Post"), ("It rained.", "Herald")),
    }
    assert len(prints) == 4


words = st.lists(st.text("abcdé12", min_size=1, max_size=5), min_size=1, max_size=6)


@given(words, words, st.sampled_from([" ", "  ", "\n", "\u00a0", " \t"]))
def test_no_white_space_and_no_order_changes_a_fingerprint(left, right, space):
    plain = fingerprint((" ".join(left), "Post"), (" ".join(right), "Herald"))
    assert plain == fingerprint((space.join(right), "Herald"), (f"{space}{space.join(left)}{space}", "Post"))


def test_a_pair_of_sentences_makes_one_finding_that_of_the_strongest_verdict():
    whole, part = claim(OPEN, of=POST), replace(claim(OPEN, of=POST), text="the northern bridge was open")
    other = claim(CLOSED, of=HERALD)
    weak, strong = verdict(whole, other, 0.7), verdict(part, other, 0.8)
    for order in ((weak, strong), (strong, weak)):
        (finding,) = found(*order)
        assert finding.score == 0.8
        assert finding.b.claim == part.text


def test_a_verdict_that_no_rule_fits_is_no_finding():
    assert found(verdict(claim(OPEN, of=POST), claim(CLOSED, of=HERALD), 0.1)) == []


def test_the_earlier_article_is_side_a_whatever_the_order_of_the_pair():
    a, b = claim(OPEN, of=POST), claim(CLOSED, of=HERALD)
    for finding in (one(a, b), one(b, a)):
        assert (finding.a.source, finding.b.source) == ("Herald", "Post")


def test_a_pair_turned_round_makes_the_same_finding():
    a, b = claim(OPEN, of=POST), claim(CLOSED, of=HERALD)
    made = Verdict(Pair(a, b, 0.8), judgement(0.7, entailment=0.05), judgement(0.7, entailment=0.25))
    turned = Verdict(Pair(b, a, 0.8), made.reverse, made.forward)
    assert found(made) == found(turned)


def test_an_unknown_date_comes_last_and_equal_dates_go_by_id():
    undated = replace(HERALD, published=None)
    assert one(claim(CLOSED, of=undated), claim(OPEN, of=POST)).a.source == "Post"
    level = replace(HERALD, published=POST.published)
    assert one(claim(OPEN, of=POST), claim(CLOSED, of=level)).a.article == "herald"


@pytest.mark.parametrize(
    ("text", "offset", "skipped", "expected"),
    [
        ("abc", 0, 0, (1, 1)),
        ("abc", 2, 0, (1, 3)),
        ("ab\ncd", 3, 0, (2, 1)),
        ("ab\n\ncde", 6, 0, (3, 3)),
        ("ab\ncd", 4, 5, (7, 2)),
        ("é😀x", 2, 0, (1, 3)),
    ],
)
def test_lines_and_columns_count_from_one_in_the_file(text, offset, skipped, expected):
    made = Article("x", "Post", text, skipped_lines=skipped)
    assert position(made, offset) == expected


def test_a_record_has_the_line_of_its_file_whatever_its_own_lines():
    assert position(Article("x", "Post", "ab\ncd", line=41), 4) == (41, 1)


def test_a_side_shows_its_sentence_and_the_ones_around_it():
    text = f"It rained.\n{OPEN} It was dry."
    home = replace(POST, text=text)
    start = text.index(OPEN)
    sentences = [
        Sentence(home, 0, 10),
        Sentence(home, start, start + len(OPEN)),
        Sentence(home, start + len(OPEN) + 1, len(text)),
    ]
    a = Claim(sentences[1], "the bridge was open", start + 4, start + 20)
    b = claim(CLOSED, of=HERALD)
    context = {"post": sentences, "herald": [b.sentence]}
    (finding,) = findings.findings([verdict(a, b)], Surroundings(context))
    side = finding.b
    assert side.text == OPEN == text[side.start : side.end]
    assert (side.before, side.after) == ("It rained.", "It was dry.")
    assert (side.line, side.column) == (2, 1)
    assert side.claim == "the bridge was open"
    assert (finding.a.before, finding.a.after) == ("", "")


def test_other_sentences_that_say_the_same_are_members_of_the_side():
    home = replace(POST, text=f"{OPEN} {OPEN}")
    first = Claim(Sentence(home, 0, len(OPEN)), OPEN, 0, len(OPEN))
    second = Claim(Sentence(home, len(OPEN) + 1, len(home.text)), OPEN, len(OPEN) + 1, len(home.text))
    b = claim(CLOSED, of=HERALD)
    again = replace(first, text="northern bridge")
    (finding,) = found(verdict(first, b), repeats={first: [second, again, second]})
    # A second claim of the very sentence is no copy of it.
    assert finding.b.copies == 2
    assert [(member.start, member.end) for member in finding.b.members] == [(len(OPEN) + 1, len(home.text))]
    assert finding.sources_b == 1


def test_copies_in_other_articles_are_members_and_copied_articles_one_source():
    wire = [article(name, OPEN, source=name, published="2024-05-03") for name in ("x", "y", "z")]
    a, b = claim(OPEN, of=POST), claim(CLOSED, of=HERALD)
    copies = {a.sentence: [claim(OPEN, of=home).sentence for home in wire]}
    (finding,) = found(verdict(a, b), copies=copies, families={"x": "post", "post": "post"})
    assert [member.article for member in finding.b.members] == ["x", "y", "z"]
    assert finding.b.copies == 4
    assert finding.sources_b == 3
    assert any("Post and x carry copies" in reason.text for reason in finding.reasons)


@pytest.mark.parametrize("price", ["€5", "5%", "-$5", "5"])
def test_what_a_number_is_of_tells_two_fingerprints_apart(price):
    assert fingerprint(("It cost $5 in May.", "Post"), (CLOSED, "Herald")) != fingerprint(
        (f"It cost {price} in May.", "Post"), (CLOSED, "Herald")
    )


def test_findings_are_sorted_by_weight_then_score():
    def pair(number: int, speaker: str | None, contradiction: float) -> Verdict:
        a = article(f"a{number}", f"The bridge {number} is open.", source="Post")
        b = article(f"b{number}", f"The bridge {number} is closed.", source="Herald")
        return verdict(claim(a.text, of=a, speaker=speaker), claim(b.text, of=b), contradiction)

    made = found(pair(1, "Peskov", 0.99), pair(2, None, 0.7), pair(3, None, 0.8))
    assert [f.severity for f in made] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]
    assert made[0].score > made[1].score
    assert made[2].score > made[1].score


def several():
    contradiction = one(claim(OPEN, of=POST), claim(CLOSED, of=HERALD), 0.8)
    denial = one(claim(OPEN, of=POST, speaker="Peskov"), claim(CLOSED, of=HERALD), 0.9)
    return [contradiction, denial]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["CON001", "DEN001"]),
        (("CON",), (), ["CON001"]),
        (("CON001", "DEN"), (), ["CON001", "DEN001"]),
        ((), ("DEN001",), ["CON001"]),
        (("C", "D"), ("CON",), ["DEN001"]),
    ],
)
def test_only_what_the_settings_ask_for_is_chosen(select, ignore, codes):
    chosen = findings.chosen(several(), select=select, ignore=ignore)
    assert [finding.code for finding in chosen] == codes


def texts(a: Claim, b: Claim, *, supports: bool) -> list[str]:
    return [reason.text for reason in reasons.of_verdict(verdict(a, b)) if reason.supports is supports]


def test_the_reasons_tell_of_time_between_and_of_unknown_dates():
    a = claim(OPEN, of=POST)
    later = replace(HERALD, published="2024-05-12T10:00:00Z")
    assert any("10 days" in text for text in texts(a, claim(CLOSED, of=later), supports=False))
    undated = replace(HERALD, published=None)
    assert any("date is unknown" in text for text in texts(a, claim(CLOSED, of=undated), supports=False))
    same_day = replace(HERALD, published="2024-05-02")
    assert texts(a, claim(CLOSED, of=same_day), supports=False) == []


def test_the_days_that_passed_speak_for_a_change_and_against_a_conflict():
    early, late = (
        article(name, OPEN, published=day) for name, day in (("x", "2024-03-01"), ("y", "2024-05-01"))
    )
    conflict = verdict(claim(OPEN, of=early), claim(OPEN, of=late))
    for changed in (True, False):
        (passed,) = [r for r in reasons.of_verdict(conflict, changed=changed) if "61 days lie" in r.text]
        assert passed.supports is changed


def test_an_opinion_is_named_as_a_reason_against():
    opinion = verdict(claim("The mayor was brilliant.", of=POST), claim("The mayor was awful.", of=HERALD))
    assert any(
        "only give an opinion" in text for text in texts(opinion.pair.a, opinion.pair.b, supports=False)
    )


def test_the_reasons_quote_the_words_of_a_denial():
    text = "The ministry denied that the bridge was open."
    home = article("herald", text, source="Herald", published="2024-05-02")
    denial = claim(
        text, of=home, speaker="The ministry", stance=Stance.DENIES, denial="It was shut.", cue=Span(13, 19)
    )
    assert any("“denied”" in reason for reason in texts(claim(OPEN, of=POST), denial, supports=True))
    assert any("two voices" in reason for reason in texts(claim(OPEN, of=POST), denial, supports=True))


def test_a_hedge_speaks_against_a_finding():
    hedged = claim(OPEN, of=POST, modality=Modality.HEDGED)
    assert any("Post hedges" in reason for reason in texts(hedged, claim(CLOSED, of=HERALD), supports=False))


def test_the_evidence_points_into_the_articles():
    text = "The ministry denied that the bridge was open."
    home = article("herald", text, source="Herald", published="2024-05-03")
    denial = claim(text, of=home, stance=Stance.DENIES, denial="It was shut.", cue=Span(13, 19))
    evidence = one(claim(OPEN, of=POST), denial).evidence
    quoted = {(e.judge, e.side): (POST if e.side == "a" else home).text[e.start : e.end] for e in evidence}
    assert quoted == {("nli", "a"): OPEN, ("nli", "b"): text, ("attribution", "b"): "denied"}


def test_the_event_is_named_by_what_both_sentences_name():
    a = article("a", "Kyiv and Moscow met in Istanbul.", source="Post")
    b = article("b", "Moscow never met Kyiv, says Ankara.", source="Herald")
    assert one(claim(a.text, of=a), claim(b.text, of=b)).event == "Kyiv, Moscow"


def test_a_date_that_is_none_counts_as_unknown():
    odd = replace(HERALD, published="last Tuesday")
    assert odd.day is None
    assert any(
        "date is unknown" in text
        for text in texts(claim(OPEN, of=POST), claim(CLOSED, of=odd), supports=False)
    )


@pytest.mark.parametrize(("less", "more"), [(0.6, 0.9), (0.898, 0.902)])
def test_one_claim_against_several_of_one_article_is_told_once_by_the_strongest(less, more):
    many = article("many", f"{CLOSED} The bridge was shut on Monday. Rain fell.", source="Many")
    mild, strong = claim("The bridge was shut on Monday.", of=many), claim(CLOSED, of=many)
    a = claim(OPEN, of=POST)
    dropped = Counter()
    verdicts = [verdict(a, mild, less), verdict(a, strong, more)]
    context = {
        side.sentence.article.id: [v.pair.b.sentence for v in verdicts] if side is not a else [a.sentence]
        for side in (a, mild)
    }
    (finding,) = findings.findings(verdicts, Surroundings(context), dropped)
    assert CLOSED[:-1] in (finding.a.claim, finding.a.text[:-1], finding.b.claim, finding.b.text[:-1])
    assert dropped["finding.weaker"] == 1


def test_one_claim_against_two_articles_is_told_twice():
    other = article("other", CLOSED.replace("Monday", "Monday again"), source="Other")
    a = claim(OPEN, of=POST)
    b, c = claim(CLOSED, of=HERALD), claim(other.text, of=other)
    assert len(found(verdict(a, b, 0.6), verdict(a, c, 0.9))) == 2


def test_what_is_told_by_another_finding_is_not_lost_with_it():
    many = article("many", f"{CLOSED} The bridge was shut on Monday.", source="Many")
    third = article("third", "The bridge was passable on Monday.", source="Post")
    a1, a3 = claim(OPEN, of=POST), replace(claim(third.text, of=third))
    b1, b2 = claim(CLOSED, of=many), claim("The bridge was shut on Monday.", of=many)
    told = found(verdict(a1, b1, 0.9), verdict(a1, b2, 0.8), verdict(a3, b2, 0.78))
    assert sorted(finding.score for finding in told) == [0.78, 0.9]
