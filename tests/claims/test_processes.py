"""Claims by several processes are those of one."""

from __future__ import annotations

import subprocess

import pytest
from doubles import shared_parser

from checker.claims import processes
from checker.claims.extract import extract
from checker.records import Article, Sentence

TEXTS = [
    ("The minister closed the bridge on Monday.", "He said that the river had risen."),
    ("The company denied wrongdoing.",),
    ("Kyiv withdrew its troops from the town in May.", "The army said the town had fallen.", "It rained."),
]


def sentences_of(texts=TEXTS):
    out = []
    for number, parts in enumerate(texts):
        article = Article(id=str(number), source="Post", text=" ".join(parts), published="2020-01-01")
        start = 0
        for part in parts:
            out.append(Sentence(article, start, start + len(part)))
            start += len(part) + 1
    return out


class Busy:
    """The shared parser, with leave to use several processes."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.cache = None
        self.parse = shared_parser().parse
        self.unparsed = len


@pytest.mark.parametrize("parts", [0, 1, 2, 3, 9])
def test_no_article_is_cut_and_nothing_is_lost(parts):
    sentences = sentences_of()
    found = processes.parted(sentences, parts)
    assert [sentence for part in found for sentence in part] == sentences
    assert 1 <= len(found) <= max(1, min(parts, 3))
    homes = [{sentence.article.id for sentence in part} for part in found]
    assert sum(map(len, homes)) == len(set().union(*homes))


def test_two_processes_say_what_one_says(monkeypatch):
    monkeypatch.setattr(processes, "FEWEST", 2)
    sentences = sentences_of()
    found = list(processes.claims_of(sentences, Busy(3)))
    assert found == list(extract(sentences, shared_parser()))
    assert all(c.sentence is s for s, claims in zip(sentences, found, strict=True) for c in claims)


def test_few_sentences_start_no_process(monkeypatch):
    monkeypatch.setattr(processes.subprocess, "Popen", lambda *a, **k: pytest.fail("a process was started"))
    assert len(list(processes.claims_of(sentences_of(), Busy(8)))) == len(sentences_of())


def test_what_a_failing_process_was_given_is_read_here(monkeypatch):
    monkeypatch.setattr(processes, "FEWEST", 2)
    true = subprocess.Popen

    def broken(command, **options):
        return true([command[0], "-c", "import sys; sys.stdin.buffer.read(); sys.exit(3)"], **options)

    monkeypatch.setattr(processes.subprocess, "Popen", broken)
    sentences = sentences_of()
    assert list(processes.claims_of(sentences, Busy(3))) == list(extract(sentences, shared_parser()))


def test_a_process_that_cannot_start_is_no_failure(monkeypatch):
    monkeypatch.setattr(processes, "FEWEST", 2)

    def missing(*_a, **_k):
        raise FileNotFoundError

    monkeypatch.setattr(processes.subprocess, "Popen", missing)
    sentences = sentences_of()
    assert list(processes.claims_of(sentences, Busy(3))) == list(extract(sentences, shared_parser()))


def test_what_was_parsed_before_starts_no_process(monkeypatch):
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(processes.subprocess, "Popen", lambda *a, **k: pytest.fail("a process was started"))
    known = Busy(8)
    known.unparsed = lambda texts: 1
    assert len(list(processes.claims_of(sentences_of(), known))) == len(sentences_of())
