"""The terminal report on code pages and with letters that take no cell, or two."""

from __future__ import annotations

import io
import re

import pytest
from crowd import crowd
from rich.cells import cell_len
from rich.console import Console
from sample import FULL, finding, meridian, side, with_findings

from checker.records import Report
from checker.reports import terminal
from checker.reports import text as plain
from checker.reports.escape import encodable, safe_stream, spelled

PAGES = ["ascii", "cp437", "cp850", "cp1252", "cp932", "utf-8"]
TYPOGRAPHIC = "“Not yet” — that’s what they said… 中文 🚢 −5 €"


def shown(report: Report, encoding: str, width: int) -> str:
    raw = io.BytesIO()
    stream = safe_stream(io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
    terminal.render(report, Console(file=stream, width=width, _environ={}), stats=True, ending="Exit code 1")
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", PAGES)
@pytest.mark.parametrize("width", [60, 120])
def test_no_code_page_stops_the_report_or_tears_its_lines(encoding: str, width: int) -> None:
    odd = with_findings(finding(side(TYPOGRAPHIC), meridian(TYPOGRAPHIC + " not", source=TYPOGRAPHIC)))
    for report in (FULL, crowd(60, findings=30), odd):
        assert all(cell_len(line) <= width for line in shown(report, encoding, width).split("\n"))


def test_each_sign_is_replaced_only_where_it_lacks() -> None:
    assert {"│", "─", "«"} <= set(shown(FULL, "cp437", 80))
    assert "\n  - The second report" in shown(FULL, "cp437", 80)
    assert not {"│", "─"} & set(shown(FULL, "cp1252", 80))
    assert {"·", "«"} <= set(shown(FULL, "cp1252", 80))
    assert "*not*" in shown(FULL, "ascii", 80)


def test_typographic_signs_are_typewritten_where_they_lack() -> None:
    report = with_findings(finding(side(TYPOGRAPHIC, claim=""), meridian(TYPOGRAPHIC, claim="")))
    assert '"Not yet" - that\'s what they said...' in re.sub(r"[«»]", "", shown(report, "cp437", 120))
    assert "“Not yet” — that’s what they said…" in re.sub(r"[«»]", "", shown(report, "cp1252", 120))


def test_a_pipe_on_a_code_page_gets_the_text_report_whole() -> None:
    raw = io.BytesIO()
    stream = safe_stream(io.TextIOWrapper(raw, encoding="cp437", newline="\n"))
    stream.write(plain.render(with_findings(finding(side(TYPOGRAPHIC), meridian("It is.")))))
    stream.flush()
    expected = '""Not yet" - that\'s what they said... \\u4e2d\\u6587 \\U0001f6a2 -5 EUR"'
    assert expected in raw.getvalue().decode("cp437")


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp850", "cp1252", "utf-8"])
def test_a_text_is_spelled_as_a_safe_stream_writes_it(encoding: str) -> None:
    raw = io.BytesIO()
    stream = safe_stream(io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
    stream.write(TYPOGRAPHIC)
    stream.flush()
    assert raw.getvalue().decode(encoding) == spelled(TYPOGRAPHIC, encoding)
    assert encodable(spelled(TYPOGRAPHIC, encoding), encoding)


def test_an_unknown_encoding_is_spelled_as_ascii() -> None:
    assert spelled("café…", "no-such-encoding") == "caf\\xe9..."


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_columns_stay_straight_beside_letters_of_two_cells_and_of_none(width: int) -> None:
    left = "渡轮已经准备好了" * 12 + " e\u0301" * 30
    report = with_findings(finding(side(left, claim=""), meridian("🚢" * 90, claim="")))
    text = shown(report, "utf-8", width)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    # Side by side, the bar of the right column stands at one place in every line that has two.
    places = {cell_len(line[: line.rindex("│")]) for line in text.split("\n") if line.count("│") == 2}
    assert len(places) == (1 if width >= 100 else 0)
