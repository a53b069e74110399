"""The sections of the quality table, on pairs whose figures can be counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from benchmarks import quality
from benchmarks.judging import alarms, calibration, claimdiff, markdown, memory, nli, speed
from benchmarks.judging.news_pairs import SAME_ARTICLE, NewsPair
from checker.settings import Settings
from training import calibrate, evaluate

if TYPE_CHECKING:
    from pathlib import Path

    from checker.judges import Texts

SURE = {"entailment": [6.0, 0.0, 0.0], "neutral": [0.0, 6.0, 0.0], "contradiction": [0.0, 0.0, 6.0]}


def teach(network: memory.Remembered, pairs: Texts, said: list[str]) -> None:
    network.memory.put(pairs, np.array([SURE[name] for name in said], dtype=np.float32))


def labelled() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "premise": ["p0", "p1", "p2", "p3"],
            "hypothesis": ["h0", "h1", "h2", "h3"],
            "label": ["contradiction", "neutral", "entailment", "contradiction"],
            "source": ["mnli", "mnli", "fever", "fever"],
        }
    )


def taught(role: str) -> memory.Remembered:
    """Right on three of four pairs with the premise first; the other order finds the last conflict too."""
    network = memory.Remembered(role)
    rows = list(labelled().select("premise", "hypothesis").iter_rows())
    teach(network, rows, ["contradiction", "neutral", "entailment", "neutral"])
    teach(network, [(b, a) for a, b in rows], ["neutral", "neutral", "neutral", "contradiction"])
    teach(network, [("", b) for _, b in rows], ["neutral"] * 4)
    return network


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]


def test_accuracy_is_that_of_the_premise_first_and_symmetry_stands_beside_it() -> None:
    rows = cells(nli.quality(nli.read(taught("judge"), labelled())))
    assert [row[:4] for row in rows] == [
        ["mnli", "2", "1.000", "1.000"],
        ["fever", "2", "0.500", "0.500"],
        ["all", "4", "0.750", "0.750"],
    ]
    precision, recall, f1, average = rows[2][4:8]
    assert (precision, recall, f1, average) == ("1.000", "0.500", "0.667", "1.000")


def test_every_way_of_symmetry_is_measured_on_all_pairs_and_on_mnli() -> None:
    rows = cells(nli.symmetry(nli.read(taught("judge"), labelled())))
    accuracy = {(row[0].split()[0], row[1]): row[2] for row in rows}
    assert accuracy["none", "all"] == "0.750"
    assert accuracy["stronger", "all"] == "1.000"
    assert len(rows) == 6


def test_the_hypothesis_alone_is_compared_with_the_commonest_class() -> None:
    rows = cells(nli.bias(taught("judge"), labelled(), seed=0))
    assert rows[-1] == ["all", "4", "0.250", "0.500"]


def test_floors_are_set_for_each_network_and_source_that_was_measured() -> None:
    section = nli.section([taught("judge"), taught("screen")], labelled(), seed=0)
    met = {target.what: target.met for target in section.targets}
    assert met == {
        "judge: accuracy on mnli": True,
        "judge: accuracy on fever": False,
        "screen: accuracy on mnli": True,
        "screen: accuracy on fever": False,
    }


def test_the_logits_left_behind_are_those_that_training_calibrate_reads(tmp_path: Path) -> None:
    network = taught("judge")
    nli.read(network, labelled(), folder=tmp_path)
    logits = evaluate.load_logits(tmp_path / "judge-dev.npz")
    assert logits.network == evaluate.network_name(network.facts)
    assert logits.forward.argmax(axis=1).tolist() == [2, 1, 0, 1]
    assert logits.source.tolist() == ["mnli", "mnli", "fever", "fever"]
    assert "NLL" in calibrate.report(logits, 1.0)


def outcome(kind: str, cosine: float, code: str | None, *checked: str) -> alarms.Outcome:
    return alarms.Outcome(NewsPair("It rained.", "It was dry.", cosine, kind), code, 0.7, checked)


def test_false_alarms_of_both_decisions_are_counted_apart_and_by_band() -> None:
    found = [
        outcome(SAME_ARTICLE, 0.31, "CON001"),
        outcome(SAME_ARTICLE, 0.50, None, "CON001"),
        outcome(SAME_ARTICLE, 0.50, None),
        outcome(SAME_ARTICLE, 0.50, None),
    ]
    rows = cells(alarms.rates(found))
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("4", "25.00%", "25.00%"),
        ("1", "100.00%", "0.00%"),
        ("3", "0.00%", "33.33%"),
        ("0", "–", "–"),
    ]


def test_a_decision_that_was_not_asked_for_has_no_rate() -> None:
    found = [alarms.Outcome(NewsPair("A", "B", 0.5, "x"), "CON001", 0.9, None)]
    assert cells(alarms.rates(found)) == [["x", "1", "100.00%", "20.65% to 100.00%", "–", "–"]]
    assert "check -" in alarms.flagged(found, 1)


def test_flagged_pairs_are_shown_strongest_first_and_no_more_than_asked() -> None:
    weak, strong = (
        outcome("x", 0.5, "CON001"),
        alarms.Outcome(NewsPair("A", "B", 0.5, "x"), None, 0.9, ("NUM001",)),
    )
    shown = alarms.flagged([weak, outcome("x", 0.5, None), strong], 1)
    assert "check NUM001" in shown
    assert shown.count("[x") == 1


def test_paraphrases_are_the_rows_labelled_entailment(tmp_path: Path) -> None:
    path = tmp_path / "mrpc.parquet"
    pl.DataFrame({"premise": ["a"], "hypothesis": ["b"], "label": ["not_entailment"]}).write_parquet(path)
    with pytest.raises(SystemExit, match="no row has the label entailment"):
        alarms.paraphrases(path, memory.Models(Settings()), limit=None, seed=0)


def test_calibration_is_by_source_and_by_score() -> None:
    rows = labelled()
    score, conflict = np.array([1.0, 0.0, 0.5, 0.5]), np.array([True, False, False, True])
    by_source = cells(calibration.by_source(rows, score, conflict))
    assert [row[:3] for row in by_source] == [
        ["mnli", "2", "0.000"],
        ["fever", "2", "0.000"],
        ["all", "4", "0.000"],
    ]
    assert [row[1:] for row in cells(calibration.diagram(score, conflict))] == [
        ["1", "0.000", "0.000"],
        ["2", "0.500", "0.500"],
        ["1", "1.000", "1.000"],
    ]


def test_score_is_asked_of_the_shipped_decision_and_compared_with_contradictions() -> None:
    models = memory.Models(Settings())
    pairs = list(labelled().select("premise", "hypothesis").iter_rows())
    teach(models.judge.large, pairs, ["neutral"] * 4)
    teach(models.judge.large, [(b, a) for a, b in pairs], ["neutral", "neutral", "neutral", "contradiction"])
    score, conflict = calibration.scores(labelled(), models)
    assert conflict.tolist() == [True, False, False, True]
    assert score.argmax() == 3


def test_claimdiff_without_its_columns_is_named_with_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "pairs.parquet"
    pl.DataFrame({"text_a": ["x"], "text_b": ["y"]}).write_parquet(path)
    with pytest.raises(SystemExit, match=r"pairs\.parquet: the columns topic, weaken are missing"):
        claimdiff.load(path, limit=None, seed=0)


def test_speed_is_measured_on_the_pairs_nearest_to_48_tokens() -> None:
    pairs = [("word " * count, "word") for count in (5, 44, 45, 46, 200)]
    chosen, length = speed.of_length(pairs, "screen", wanted=1)
    assert chosen == [pairs[2]] or chosen == [pairs[1]]
    assert length == pytest.approx(48, abs=1)


def test_sizes_are_those_of_all_files_of_a_model(tmp_path: Path) -> None:
    (tmp_path / "network.0.z").write_bytes(b"0" * 3_000_000)
    (tmp_path / "model.json").write_bytes(b"0" * 1_000_000)
    assert speed.sizes(tmp_path) == (4.0, 3.0)


def test_a_target_is_met_by_its_unrounded_figure() -> None:
    assert not markdown.Target("f", 0.8299, 0.83).met
    assert markdown.Target("f", 0.83, 0.83).met
    assert not markdown.Target("f", 0.0104, 0.01, ceiling=True).met
    table = markdown.targets_table([markdown.Target("f", 0.0104, 0.01, ceiling=True, digits=4)])
    assert cells(table) == [["f", "0.0104", "at most 0.01", "NO"]]


def test_bars_and_line_breaks_do_not_break_a_table() -> None:
    assert markdown.table(["x"], [["a|b\nc"]]).splitlines()[2] == "| a\\|b c |"


def test_sections_come_in_the_order_of_the_output_and_unknown_ones_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert quality.parser().parse_args(["--only", "speed,nli"]).only == ("nli", "speed")
    with pytest.raises(SystemExit):
        quality.parser().parse_args(["--only", "speeed"])
    assert "no section speeed" in capsys.readouterr().err


def test_without_files_nothing_is_measured_and_every_section_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    quality.main([])
    told = capsys.readouterr()
    assert "##" not in told.out
    assert told.err.count("left out, no file is named") == 5


def test_a_shift_without_one_of_its_sources_is_an_error_that_names_them(tmp_path: Path) -> None:
    path = tmp_path / "pairs.parquet"
    labelled().write_parquet(path)
    with pytest.raises(SystemExit, match="no pair of the sources climate_fever"):
        quality.main(["--shift", str(path), "--only", "calibration"])
