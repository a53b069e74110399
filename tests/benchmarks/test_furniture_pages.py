import re

import pytest

from benchmarks.furniture_pages import HALVES, Label, digest, kinds_by_line, labels, made_pages, wordings

TEXT = (
    "Envoys meet\n\nThe envoys met for three hours on Tuesday.\n\nShare\n\nThey will meet again on Friday.\n"
)
LABEL: Label = {
    "sha256": digest(TEXT),
    "furniture": [{"lines": (5, 5), "kind": "share", "sha256": digest("Share")}],
}


def test_a_text_that_is_not_the_labelled_one_is_refused() -> None:
    with pytest.raises(ValueError, match="a: not the text that was labelled"):
        kinds_by_line("a", TEXT + "x", LABEL)


def test_a_label_on_another_line_is_refused() -> None:
    label: Label = {**LABEL, "furniture": [{**LABEL["furniture"][0], "lines": (1, 1)}]}
    with pytest.raises(ValueError, match="lines 1 to 1"):
        kinds_by_line("a", TEXT, label)


def test_every_visible_character_of_a_page_is_in_one_labelled_line() -> None:
    pages = list(made_pages({"a": TEXT, "b": TEXT}, {"a": LABEL, "b": LABEL}, seed=1))
    assert {page.half for page in pages} == set(HALVES)
    for page in pages:
        found = "".join(page.text[line.start : line.end] for line in page.lines)
        assert re.sub(r"\s", "", found) == re.sub(r"\s", "", page.text)
        own = [page.text[line.start : line.end] for line in page.lines if line.kind is None]
        assert own == [row for row in TEXT.split("\n") if row and row != "Share"]


def test_the_same_seed_makes_the_same_pages() -> None:
    first, second = (list(made_pages({"a": TEXT}, {"a": LABEL}, seed=7)) for _ in range(2))
    assert first == second


def test_no_wording_is_in_both_halves() -> None:
    for texts in wordings().values():
        assert not {tuple(lines) for lines in texts["development"]} & {
            tuple(lines) for lines in texts["held_out"]
        }


def test_labels_hold_no_text() -> None:
    for of_kind in labels().values():
        for label in of_kind.values():
            assert all(re.fullmatch(r"[0-9a-f]{16}", piece["sha256"]) for piece in label["furniture"])
