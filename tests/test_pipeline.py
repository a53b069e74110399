"""The steps together, with an encoder and a judge small enough to foresee what must be found."""

import json
from dataclasses import replace

import pytest
from doubles import FixtureJudge, FixtureModels, article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import pipeline
from checker.errors import ModelError, NoArticlesError, UsageError
from checker.judges.context import PART
from checker.records import Article, Report
from checker.settings import Across, Settings

CLOSED = "The northern bridge was closed on Monday."
NOT_CLOSED = "The northern bridge was not closed on Monday."
FLOODED = "The old harbour was flooded in April."
NOT_FLOODED = "The old harbour was not flooded in April."
HAIL = "The wheat harvest in Poltava was ruined by hail."
CONDITION = "If the northern bridge was closed on Monday, trains will stop."
DEMAND = "The northern bridge must not be closed on Monday."

POST = article("1", f"{CLOSED} {HAIL}", source="Post", published="2024-05-01")
HERALD = article("2", f"{NOT_CLOSED} {FLOODED}", source="Herald", published="2024-05-02")
COURIER = article("3", f"{NOT_FLOODED} {CLOSED}", source="Courier", published="2024-05-03")
POST_2 = article(
    "4", f"The ministry denied that the old harbour was flooded in April.\n\n{HAIL}", source="Post"
)
FOUR = (POST, HERALD, COURIER, POST_2)


def check(*articles: Article, models: FixtureModels | None = None, against=(), **chosen) -> Report:
    models = models or FixtureModels()
    return pipeline.check(articles, against=against, settings=Settings(**chosen), models=models)


def read_by(judge: FixtureJudge) -> list[tuple[str, str]]:
    """The pairs that the judge was shown, at a glance or in full."""
    return [*judge.scored, *(pair for pair in judge.screened if pair not in judge.scored)]


def clashes(report: Report) -> set[tuple[str, str]]:
    return {(finding.a.article, finding.b.article) for finding in report.findings}


def test_a_claim_and_its_opposite_in_two_sources_are_found():
    report = check(POST, HERALD)
    (finding,) = report.findings
    assert (finding.code, finding.score) == ("CON001", 0.95)
    assert (finding.a.text, finding.b.text) == (CLOSED, NOT_CLOSED)
    assert (finding.a.source, finding.b.source) == ("Post", "Herald")
    assert report.summary.by_code == {"CON001": 1}


def test_what_exclude_each_other_as_bare_claims_is_read_again_where_it_stands():
    titled = replace(POST, title="Trains stop")
    scores = []
    for told in (0.9, 0.01):
        judge = FixtureJudge(contexts=told)
        (finding,) = check(titled, HERALD, models=FixtureModels(judge)).findings
        scores.append(finding.score)
        assert any("Trains stop" in text and CLOSED in text for pair in judge.scored for text in pair)
    assert scores[0] > scores[1] + 0.2


def test_what_bare_claims_do_not_show_is_not_read_again():
    bare = (CLOSED.rstrip("."), NOT_CLOSED.rstrip("."))
    judge = FixtureJudge({bare: 0.1}, contexts=0.9)
    assert check(POST, HERALD, models=FixtureModels(judge)).findings == ()
    assert judge.scored
    assert not any(PART in text for pair in judge.scored for text in pair)


def test_what_was_read_in_context_counts_in_any_order_of_the_articles():
    there, back = (
        check(*articles, models=FixtureModels(FixtureJudge(contexts=0.8))) for articles in (FOUR, FOUR[::-1])
    )
    assert there.to_json() == back.to_json()
    assert there.findings
    for finding in there.findings:
        assert any("in their articles" in reason.text for reason in finding.reasons)
        assert finding.score != 0.95


def test_a_denial_in_another_source_is_found_as_one():
    codes = {(finding.code, finding.b.article) for finding in check(HERALD, POST_2).findings}
    assert codes == {("DEN001", "4")}


def test_sources_that_agree_have_no_findings():
    assert check(POST, replace(POST, id="9", source="Herald")).findings == ()


@given(st.permutations(FOUR), st.permutations(FOUR), st.sampled_from([None, 2, 3, 5]))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_articles_in_any_order_give_the_same_bytes(first, second, budget):
    one, two = (check(*order, across="all", max_pairs=budget).to_json() for order in (first, second))
    assert one == two
    assert budget is not None or json.loads(one)["findings"]


@pytest.mark.parametrize("against", [True, False])
def test_the_order_of_the_archive_changes_nothing(against):
    drafts, archive = ((POST, HERALD), (COURIER, POST_2)) if against else (FOUR, ())
    one = check(*drafts, against=archive)
    assert one == check(*reversed(drafts), against=tuple(reversed(archive)))
    assert one.findings


@pytest.mark.parametrize("budget", [0, 1, 2, 10_000])
def test_pairs_beyond_the_budget_are_counted_and_not_judged(budget):
    models = FixtureModels()
    every = check(*FOUR).summary.pairs_considered
    summary = check(*FOUR, models=models, max_pairs=budget).summary
    assert every > 2
    assert summary.pairs_considered == every
    assert summary.pairs_judged == min(budget, every) == len(read_by(models.judge))
    assert summary.pairs_not_examined == every - summary.pairs_judged


def test_a_budget_is_spent_on_the_most_alike_pairs():
    def similarity(report: Report) -> float:
        return max(finding.similarity for finding in report.findings)

    assert similarity(check(*FOUR, max_pairs=3)) == similarity(check(*FOUR))


def test_only_suspicious_pairs_are_judged_and_the_others_are_counted():
    tunnel = article("5", "The southern tunnel was closed on Monday.", source="Mail")
    pair = ("The northern bridge was closed on Monday", "The southern tunnel was closed on Monday")
    models = FixtureModels(FixtureJudge(innocent=[pair]))
    report = check(POST, HERALD, tunnel, models=models)
    judge = models.judge
    assert {frozenset(p) for p in judge.screened} - {frozenset(p) for p in judge.scored} == {frozenset(pair)}
    assert report.summary.dropped["pair.screened_out"] == 1
    assert len(read_by(judge)) == report.summary.pairs_judged


def test_the_counts_of_the_funnel_add_up():
    summary = check(*FOUR).summary
    assert (summary.articles, summary.sources) == (4, 3)
    assert summary.sentences == 8
    # Each of these sentences holds one claim, unless it was left out.
    left_out = ("sentence.copy", "sentence.no_neighbour", "sentence.no_claim", "claim.repeated")
    assert summary.claims + sum(summary.dropped.get(reason, 0) for reason in left_out) == summary.sentences
    assert summary.pairs_judged + summary.pairs_not_examined == summary.pairs_considered
    assert sum(summary.by_code.values()) == summary.findings == len(check(*FOUR).findings)
    assert all(summary.dropped.values())


def test_sentences_without_a_neighbour_in_another_source_are_not_parsed_but_counted():
    report = check(POST, HERALD)
    assert report.summary.dropped["sentence.no_neighbour"] == 2
    assert report.summary.claims == 2


@pytest.mark.parametrize(("text", "reason"), [(CONDITION, "conditional"), (DEMAND, "demanded")])
def test_claims_that_speak_of_no_facts_are_never_judged(text, reason):
    models = FixtureModels()
    report = check(article("a", text), article("b", CLOSED), article("c", NOT_CLOSED), models=models)
    assert report.summary.dropped[f"claim.{reason}"] == 1
    assert clashes(report) == {("b", "c")}
    assert {text for pair in models.judge.scored for text in pair} <= {CLOSED[:-1], NOT_CLOSED[:-1]}


def test_a_claim_repeated_in_one_article_is_judged_once_and_counts_as_a_copy():
    twice = article("a", f"{CLOSED} {CLOSED}", published="2024-01-01")
    report = check(twice, article("b", NOT_CLOSED))
    (finding,) = report.findings
    assert finding.a.copies == 2
    assert [member.start for member in finding.a.members] == [len(CLOSED) + 1]
    assert report.summary.dropped["sentence.copy"] == 1


def test_two_articles_of_one_source_are_compared_across_articles_only():
    pair = (article("a", CLOSED, source="Post"), article("b", NOT_CLOSED, source="Post"))
    assert clashes(check(*pair)) == set()
    assert clashes(check(*pair, across=Across.ARTICLES)) == {("a", "b")}


def test_one_article_is_compared_with_itself_across_all_only():
    lone = article("a", f"{CLOSED} {NOT_CLOSED}")
    assert clashes(check(lone, across=Across.ARTICLES)) == set()
    assert clashes(check(lone, across=Across.ALL)) == {("a", "a")}


def test_one_article_has_no_findings_and_is_no_error():
    report = check(POST)
    assert report.findings == ()
    assert report.summary.articles == 1
    assert report.summary.pairs_considered == 0


def test_against_an_archive_only_pairs_with_a_draft_are_compared():
    models = FixtureModels()
    report = check(POST, against=(HERALD, COURIER), models=models)
    assert clashes(report) == {("1", "2")}
    assert clashes(check(POST, HERALD, COURIER)) > clashes(report)
    assert all(CLOSED[:-1] in pair for pair in read_by(models.judge))


def test_a_draft_stands_for_the_article_of_its_id_in_the_archive():
    report = check(POST, against=(replace(POST, text=NOT_CLOSED), HERALD))
    assert report.summary.articles == 2
    assert {finding.a.text for finding in report.findings} == {CLOSED}


def test_two_articles_of_one_id_are_an_error_that_names_both():
    with pytest.raises(UsageError) as error:
        check(replace(POST, path="a.jsonl", line=3), replace(HERALD, id="1", path="b.md"), COURIER)
    assert str(error.value) == "two articles have the same id: '1' (a.jsonl:3, b.md); give each its own"


def test_two_articles_of_one_id_in_the_archive_are_an_error_too():
    with pytest.raises(UsageError, match="'2' \\(of Herald, of Courier\\)"):
        check(POST, against=(HERALD, replace(COURIER, id="2")))


@pytest.mark.parametrize("against", [(), (POST,)])
def test_nothing_to_check_is_an_error(against):
    with pytest.raises(NoArticlesError, match="no article to check"):
        check(against=against)


def test_when_nothing_could_be_read_the_error_says_what_became_of_it(tmp_path):
    (tmp_path / "broken.jsonl").write_text("{not json\n", encoding="utf-8")
    with pytest.raises(NoArticlesError) as error:
        pipeline.check_paths([str(tmp_path)], models=FixtureModels())
    assert [problem.line for problem in error.value.problems] == [1]


def test_what_could_not_be_read_stands_in_the_report_and_the_rest_is_checked(tmp_path):
    lines = [
        json.dumps({"id": "a", "source": "Post", "text": CLOSED}),
        "{not json",
        json.dumps({"id": "b", "source": "Herald", "text": NOT_CLOSED}),
        json.dumps({"id": "c", "source": "Courier", "text": "  "}),
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    report = pipeline.check_paths([str(path)], models=FixtureModels())
    assert [problem.line for problem in report.errors] == [2]
    assert report.summary.repaired == {"empty_text": 1}
    (finding,) = report.findings
    assert (finding.a.line, finding.b.line) == (1, 3)


def test_a_problem_met_as_draft_and_in_the_archive_is_told_once(tmp_path):
    path = tmp_path / "news.jsonl"
    good = json.dumps({"id": "a", "source": "Post", "text": CLOSED})
    path.write_text(f"{good}\n{{not json\n", encoding="utf-8")
    report = pipeline.check_paths([str(path)], against=[str(path)], models=FixtureModels())
    assert len(report.errors) == 1


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_article_without_text_has_no_sentences(text):
    report = check(article("a", text), POST, HERALD)
    assert clashes(report) == {("1", "2")}
    assert report.summary.articles == 3


def test_articles_without_any_text_have_no_findings():
    report = check(article("a", ""), article("b", ""))
    assert (report.summary.sentences, report.findings) == (0, ())


@pytest.mark.parametrize("flag", ["select", "ignore"])
def test_an_unknown_code_is_a_usage_error_before_any_model_is_loaded(flag):
    class Unloadable:
        def __getattr__(self, name: str) -> object:
            raise ModelError(f"{name} was loaded")

    with pytest.raises(UsageError, match="XYZ"):
        pipeline.check([POST, HERALD], settings=Settings(**{flag: ("XYZ",)}), models=Unloadable())


@pytest.mark.parametrize(
    ("chosen", "codes"),
    [({"select": ("DEN",)}, {"DEN001"}), ({"ignore": ("DEN001",)}, {"CON001"}), ({"min_score": 0.96}, set())],
)
def test_the_report_counts_only_the_findings_that_were_asked_for(chosen, codes):
    report = check(*FOUR, **chosen)
    assert {finding.code for finding in report.findings} == codes == set(report.summary.by_code)


def test_the_report_names_the_models_and_settings_that_made_it():
    tool = check(POST, max_pairs=5).tool
    assert (tool.encoder, tool.judge) == ("fixture-encoder", "fixture-judge")
    assert tool.settings["max_pairs"] == 5
    assert "jobs" not in tool.settings


def test_progress_tells_each_step_to_its_end():
    told: list[tuple[str, int, int]] = []
    tunnel = article("5", "The southern tunnel was closed on Monday.", source="Mail")
    pipeline.check([POST, HERALD, tunnel], models=FixtureModels(), progress=lambda *step: told.append(step))
    ends = {step: (done, total) for step, done, total in told}
    assert list(ends) == [
        "embedding sentences",
        "extracting claims",
        "embedding claims",
        "screening pairs",
        "judging pairs",
    ]
    assert all(done == total > 0 for done, total in ends.values())


def test_lines_count_in_the_file_behind_its_front_matter(tmp_path):
    for name, text in (("post", CLOSED), ("herald", f"{HAIL}\n\n{NOT_CLOSED}")):
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {name}\n---\n\n{text}\n", encoding="utf-8")
    (finding,) = pipeline.check_paths([str(tmp_path)], models=FixtureModels()).findings
    lines = {side.source: side.line for side in (finding.a, finding.b)}
    for source, line in lines.items():
        written = (tmp_path / f"{source}.md").read_text(encoding="utf-8").splitlines()
        assert written[line - 1] in (CLOSED, NOT_CLOSED)


def test_numbers_that_exclude_each_other_are_a_finding_with_their_spans():
    one = article("a", "The fire in the Odesa hotel killed 20 people.", source="Post", published="2024-05-02")
    two = article(
        "b", "The fire in the Odesa hotel killed 12 people.", source="Herald", published="2024-05-02"
    )
    (finding,) = check(one, two).findings
    assert finding.code == "NUM001"
    spans = {(e.side, one.text[e.start : e.end] if e.side == "a" else two.text[e.start : e.end])
             for e in finding.evidence if e.judge == "quantities"}  # fmt: skip
    assert {words.split()[0] for _, words in spans} == {"20", "12"}


def test_one_person_with_two_offices_is_a_note():
    one = article(
        "a", "Foreign Minister Ivan Petrov met the envoys in Vienna.", source="Post", published="2024-05-02"
    )
    two = article(
        "b", "Defence Minister Ivan Petrov welcomed the result.", source="Herald", published="2024-05-03"
    )
    report = check(one, two)
    assert [finding.code for finding in report.findings] == ["ROL001"]
    assert not any("contradict each other" in reason.text for reason in report.findings[0].reasons)
