import pytest
from gate_samples import finding, side

from checker.gate.overrides import fail_on_of, touches, without_ignored
from checker.records import Member
from checker.settings import FailOn, Override


def of(path: str | None = "news/a.md", source: str = "Harbour Post"):
    return finding(1, a=side(source, path=path), b=side("The Meridian", path="archive/old/b.md"))


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("news/a.md", "news/a.md", True),
        ("news/*.md", "news/a.md", True),
        ("news/*", "news/deep/a.md", False),
        ("news/**", "news/deep/a.md", True),
        ("news/", "news/deep/a.md", True),
        ("news/**/a.md", "news/a.md", True),
        ("news/**/a.md", "news/x/y/a.md", True),
        ("news/?.md", "news/a.md", True),
        ("news/?.md", "news/ab.md", False),
        ("a.md", "news/a.md", True),
        ("a.md", "news/ba.md", False),
        ("news/*.md", "/home/me/news/a.md", True),
        ("news/*.md", "./news/a.md", True),
        ("./news/*.md", "news/a.md", True),
        ("news/*.md", "news\\a.md", True),
        ("news\\*.md", "news/a.md", True),
        ("news/[1].md", "news/[1].md", True),
        ("news/a.md", "news/aXmd", False),
        ("**", "any/thing", True),
    ],
)
def test_paths_are_matched_as_people_write_them(pattern, path, fits):
    assert touches(Override(paths=(pattern,)), of(path)) is fits


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [("Harbour Post", True), ("harbour*", True), ("*Post", True), ("Post", False), ("*Meridian", True)],
)
def test_sources_are_matched_whole_and_in_any_case_on_either_side(pattern, fits):
    assert touches(Override(sources=(pattern,)), of()) is fits


def test_an_article_without_a_file_has_no_path():
    override = Override(paths=("**/a.md",))
    assert not touches(override, finding(1, a=side(path=None), b=side("The Meridian", path=None)))


def test_an_override_that_names_nothing_touches_nothing():
    assert not touches(Override(ignore=("CON",)), of())


def test_a_paper_that_only_copied_the_claim_does_not_count():
    copied = finding(1, a=side(members=(Member("x.md", "Satire Weekly", 0, 9),)))
    assert not touches(Override(sources=("Satire*",)), copied)


def test_ignored_codes_add_up_over_all_fitting_overrides():
    found = [finding(1, "CON001"), finding(2, "NUM001"), finding(3, "DEN001")]
    overrides = (Override(sources=("*",), ignore=("NUM",)), Override(paths=("news/",), ignore=("DEN001",)))
    assert [each.code for each in without_ignored(found, overrides)] == ["CON001"]


def test_codes_are_ignored_only_where_the_override_fits():
    override = Override(sources=("Nobody",), ignore=("CON",))
    assert len(without_ignored([finding(1)], (override,))) == 1


def test_the_last_fitting_minimal_score_counts_up_or_down():
    weak = finding(1, score=0.4)
    strict, mild = Override(sources=("*",), min_score=0.8), Override(sources=("Harbour*",), min_score=0.3)
    assert without_ignored([weak], (strict, mild), min_score=0.5) == [weak]
    assert without_ignored([weak], (mild, strict), min_score=0.1) == []
    assert without_ignored([weak], (), min_score=0.5) == []


def test_the_last_fitting_threshold_counts():
    overrides = (
        Override(sources=("*",), fail_on=FailOn.NOTE),
        Override(sources=("Harbour*",), fail_on=FailOn.NEVER),
        Override(sources=("Harbour*",), ignore=("NUM",)),
    )
    assert fail_on_of(of(), overrides, FailOn.ERROR) is FailOn.NEVER
    assert fail_on_of(of(source="Coast Daily"), overrides, FailOn.ERROR) is FailOn.NOTE
    assert fail_on_of(of(), (), FailOn.ERROR) is FailOn.ERROR
