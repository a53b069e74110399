"""Claims of many sentences, taken out of them by several processes.

Parsing is the slowest step and holds the interpreter's lock, so threads do not help. The others are
interpreters of their own that are given sentences on standard input: nothing is forked, since the libraries
around have threads, and no script needs a guard around its main part. A process that fails is no failure: its
sentences are read here. What is unpickled comes from nobody else.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims import extract

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.parse import Parser
    from checker.records import Claim, Sentence

#: Sentences that make a process worth its start, which takes as long as parsing some 250.
FEWEST = 400


def claims_of(sentences: Sequence[Sentence], parser: Parser) -> Iterator[tuple[Claim, ...]]:
    """As ``extract.extract``, by up to ``parser.jobs`` processes; sentences of one article stay together."""
    # What was parsed before is read faster than another process starts.
    unparsed = parser.unparsed([sentence.text for sentence in sentences]) if parser.jobs > 1 else 0
    first, *others = parted(sentences, min(parser.jobs, unparsed // FEWEST))
    folder = None if parser.cache is None else str(parser.cache.folder)
    helpers = [_Helper(part, folder) for part in others]
    try:
        yield from extract.extract(first, parser)
        for helper, part in zip(helpers, others, strict=True):
            found = helper.claims()
            yield from extract.extract(part, parser) if found is None else _at_home(found, part)
    finally:
        for helper in helpers:
            helper.end()


def parted(sentences: Sequence[Sentence], parts: int) -> list[Sequence[Sentence]]:
    """The sentences in at most ``parts`` runs of about one length, never cut within an article."""
    out: list[Sequence[Sentence]] = []
    start = 0
    for number in range(1, parts):
        cut = max(start, round(number * len(sentences) / parts))
        while 0 < cut < len(sentences) and sentences[cut].article is sentences[cut - 1].article:
            cut += 1
        if start < cut < len(sentences):
            out.append(sentences[start:cut])
            start = cut
    return [*out, sentences[start:]]


def _at_home(found: Sequence[Sequence[Claim]], sentences: Sequence[Sentence]) -> Iterator[tuple[Claim, ...]]:
    """The claims of another process on the sentences of this one."""
    for claims, sentence in zip(found, sentences, strict=True):
        yield tuple(replace(claim, sentence=sentence) for claim in claims)


class _Helper:
    """Another interpreter at work on some sentences."""

    def __init__(self, sentences: Sequence[Sentence], cache: str | None) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if getattr(sys, "frozen", False) or not sys.executable:
            return
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "checker.claims.processes"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
            assert self._process.stdin is not None
            with self._process.stdin as pipe:
                pickle.dump((list(sentences), cache), pipe)
        except OSError:
            self.end()

    def claims(self) -> list[tuple[Claim, ...]] | None:
        """The claims of each sentence, when they are all there; None if the process failed."""
        if self._process is None or self._process.stdout is None:
            return None
        told = self._process.stdout.read()
        if self._process.wait() != 0:
            return None
        found: list[tuple[Claim, ...]] = pickle.loads(told)  # noqa: S301
        return found

    def end(self) -> None:
        """Stop it, if it still runs."""
        if self._process is None:
            return
        self._process.kill()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process.wait()
        self._process = None


def main() -> None:
    """Claims of the sentences on standard input, to standard output, both pickled."""
    # All is read before anything is loaded, so that whoever writes does not wait.
    sentences, folder = pickle.loads(sys.stdin.buffer.read())  # noqa: S301
    from checker.cache import Cache
    from checker.claims.parse import Parser

    parser = Parser(cache=None if folder is None else Cache(folder))
    found = list(extract.extract(sentences, parser))
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    main()
