"""What checker wrote into a folder of articles is not read as one of them by the next run."""

import gzip

import pytest
from sample import FULL, QUIET

from checker import reports
from checker.gate import baseline, baseline_file
from checker.sources import read

SUFFIXES = {
    "json": "json",
    "jsonl": "jsonl",
    "markdown": "md",
    "html": "html",
    "junit": "xml",
    "csv": "csv",
    "parquet": "parquet",
    "text": "txt",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ferry.md").write_text("The ferry sails again.", encoding="utf-8")
    return tmp_path


def only_the_article(folder, without=()):
    reading = read([str(folder)], without=without)
    assert [article.text for article in reading.articles] == ["The ferry sails again."]
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.dropped == {"not_an_article": 1}


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_report_is_no_article(folder, name):
    reports.write(FULL, name, folder / f"report.{SUFFIXES[name]}")
    only_the_article(folder)


@pytest.mark.parametrize("name", ["json", "markdown", "html", "junit", "csv", "parquet"])
def test_a_report_without_findings_is_no_article(folder, name):
    reports.write(QUIET, name, folder / f"report.{SUFFIXES[name]}")
    only_the_article(folder)


def test_a_compressed_report_is_no_article(folder):
    packed = gzip.compress(str(reports.render(FULL, "json")).encode())
    (folder / "report.json.gz").write_bytes(packed)
    only_the_article(folder)


def test_a_baseline_is_no_article(folder):
    baseline_file.save(baseline.create(FULL), folder / "checker-baseline.json")
    only_the_article(folder)


def test_a_report_of_another_kind_stays_an_article(folder):
    (folder / "ferry.md").write_text("<!-- checked -->\nThe ferry sails again.", encoding="utf-8")
    (folder / "record.json").write_text('{"schema": "checker-readers/1", "text": "A record."}')
    assert len(read([str(folder)]).articles) == 2


def test_whoever_names_the_column_of_the_text_reads_a_table_of_findings_all_the_same(folder):
    for name in ("csv", "parquet"):
        reports.write(FULL, name, folder / f"report.{name}")
    reading = read([str(folder / "report.csv"), str(folder / "report.parquet")], columns={"text": "a_text"})
    assert len(reading.articles) == 2 * len(FULL.findings)


def test_a_file_that_a_run_needs_beside_the_articles_is_none_of_them(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "metadata.csv").write_text("path,source\nferry.md,Harbour Post\n", encoding="utf-8")
    only_the_article(folder, without=["metadata.csv"])
    assert read([str(folder)]).errors
    assert read(["metadata.csv"], without=["metadata.csv"]).errors
