"""The shipped cascade with a memory: what a network has said of a pair is not asked again.

Networks read one pair at a time, so what is remembered is exactly what would be computed. The logits are
kept, not the probabilities: another temperature in ``model.json`` needs no second run, other weights have
a file of their own.
"""

from __future__ import annotations

import hashlib
import sys
import time
import zipfile
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from checker import judges
from checker.judges import CONTRADICTION
from checker.judges.cascade import CascadeJudge
from checker.judges.embedded import EmbeddedCrossEncoder
from checker.loading import LoadedModels
from checker.models import files
from training import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenizers import Encoding

    from checker.judges import Probabilities, Texts
    from checker.settings import Settings
    from training.measures import Floats

#: Pairs that are computed between two looks at the clock.
_BLOCK = 128

#: Seconds after which what was computed is written to disk and the progress is told.
_PAUSE = 30.0


def log(message: str) -> None:
    """Tell the person who waits."""
    print(message, file=sys.stderr, flush=True)


def key(pair: tuple[str, str]) -> bytes:
    """16 bytes that tell an ordered pair of texts from all others."""
    premise, hypothesis = pair
    text = f"{len(premise)}:{premise}{hypothesis}"
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Memory:
    """Logits by pair, in a file if there is one; ``save`` writes what is new."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[bytes, Floats] = {}
        self._changed = False
        if path is None or not path.exists():
            return
        try:
            with np.load(path) as stored:
                keys, logits = stored["keys"], stored["logits"]
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise SystemExit(f"{path}: this is no file of logits ({error}): delete it") from error
        self._known = {row.tobytes(): values for row, values in zip(keys, logits, strict=True)}

    def missing(self, pairs: Texts) -> list[tuple[str, str]]:
        """The pairs that are not known yet, each once, in order."""
        return [pair for pair in dict.fromkeys(pairs) if key(pair) not in self._known]

    def put(self, pairs: Texts, logits: Floats) -> None:
        """Remember rows of shape (3,), one a pair."""
        self._known.update({key(pair): row for pair, row in zip(pairs, logits, strict=True)})
        self._changed = True

    def logits(self, pairs: Texts) -> Floats:
        """Shape (n, 3); KeyError for a pair that is not known."""
        return np.stack([self._known[key(pair)] for pair in pairs])

    def save(self) -> None:
        """Write everything, or nothing if the machine dies meanwhile."""
        if self._path is None or not self._changed:
            return
        scratch = self._path.with_suffix(".part.npz")
        keys = np.frombuffer(b"".join(self._known), dtype=np.uint8).reshape(-1, 16)
        np.savez(scratch, keys=keys, logits=np.stack(list(self._known.values())))
        scratch.replace(self._path)
        self._changed = False


def weights_of(role: str) -> str:
    """Ten hexadecimal digits that stand for the network and the tokenizer of a role."""
    name = evaluate.network_name(files.find(role).facts)
    return hashlib.sha256(name.encode()).hexdigest()[:10]


class Remembered(EmbeddedCrossEncoder):
    """An embedded cross-encoder that is loaded when it reads the first pair it does not remember."""

    # The attributes of the base class belong to a loaded network; this one may never need it.
    def __init__(self, role: str, *, jobs: int = 0, folder: Path | None = None) -> None:
        self.role = role
        self.facts = files.find(role).facts
        self.name = str(self.facts["name"])
        self.temperature = float(self.facts["temperature"])
        self.memory = Memory(None if folder is None else folder / f"{role}-{weights_of(role)}.npz")
        self._threads = jobs

    @cached_property
    def _loaded(self) -> EmbeddedCrossEncoder:
        return EmbeddedCrossEncoder(self.role, jobs=self._threads)

    def probabilities(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> Probabilities:
        """Shape (n, 3), as ``EmbeddedCrossEncoder.probabilities``."""
        return judges.softmax(self.logits(pairs, progress=progress), self.temperature)

    def tokens(self, text: str) -> Encoding:
        """As ``EmbeddedCrossEncoder.tokens``; only long texts are asked for, so it may never be loaded."""
        return self._loaded.tokens(text)

    def logits(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> Floats:
        """Shape (n, 3), known up to a constant a row; columns entailment, neutral, contradiction."""
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        missing = self.memory.missing(pairs)
        begun = told = time.monotonic()
        for start in range(0, len(missing), _BLOCK):
            block = missing[start : start + _BLOCK]
            self.memory.put(block, evaluate.logits_of(self._loaded.probabilities(block), self.temperature))
            now, done = time.monotonic(), start + len(block)
            if now - told > _PAUSE and done < len(missing):
                self.memory.save()
                told = now
                rate = done / (now - begun)
                left = (len(missing) - done) / rate
                log(f"  {self.role}: {done} of {len(missing)} pairs, {rate:.0f}/s, {left:.0f} s left")
        # A few pairs are not worth a file of megabytes; the caller saves when a section ends.
        if len(missing) >= _BLOCK:
            self.memory.save()
        if progress is not None:
            progress(len(pairs))
        return self.memory.logits(pairs)


class RememberedCascade(CascadeJudge):
    """The shipped cascade: its rules are inherited, only its two networks remember."""

    def __init__(self, *, jobs: int = 0, folder: Path | None = None) -> None:
        super().__init__(jobs=jobs)
        self.large = Remembered("judge", jobs=jobs, folder=folder)
        self.small = Remembered("screen", jobs=jobs, folder=folder)

    @cached_property
    def _judge(self) -> EmbeddedCrossEncoder:
        return self.large

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        """As the shipped one, which loads its network anew for every call."""
        probabilities = self.small.probabilities(pairs, progress=progress)
        return [round(float(row[CONTRADICTION]), judges.DIGITS) for row in probabilities]

    def save(self) -> None:
        """Write what both networks have said."""
        self.large.memory.save()
        self.small.memory.save()


class Models(LoadedModels):
    """The models that ship, with a judge that remembers."""

    def __init__(self, settings: Settings, *, folder: Path | None = None) -> None:
        super().__init__(settings)
        self._cascade = RememberedCascade(jobs=settings.jobs, folder=folder)

    @cached_property
    def judge(self) -> RememberedCascade:
        """Pairs of texts -> judgements."""
        return self._cascade
