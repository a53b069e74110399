"""Where the embedded weights lie, and whether they are whole.

A model is a folder with ``model.json`` (name, files with sha256, licence, and what its user must know),
``tokenizer.json`` and the network as ONNX in shards, each deflated: int8 weights shrink by a third, and
the shards inflate on several threads at once.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import ModelError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """One embedded model on disk. ``facts`` is the content of its ``model.json``."""

    folder: Path
    facts: dict[str, Any]

    @property
    def name(self) -> str:
        """What a report calls the model."""
        return str(self.facts["name"])

    @property
    def identity(self) -> str:
        """16 hexadecimal digits for the weights and what stands beside them: names, sums, temperature."""
        told = json.dumps(self.facts, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def network(self) -> bytes:
        """The ONNX network, its shards inflated and joined."""
        try:
            with ThreadPoolExecutor() as pool:
                return b"".join(pool.map(self._inflated, self.facts["network"]))
        except (OSError, zlib.error) as error:
            raise ModelError(_damaged(self.folder, str(error))) from error

    def _inflated(self, shard: str) -> bytes:
        return zlib.decompress((self.folder / shard).read_bytes())

    def tokenizer(self) -> str:
        """The path of the tokenizer's JSON."""
        return str(self.folder / "tokenizer.json")

    def verify(self) -> None:
        """Compare every file with its checksum; ModelError names the first that differs."""
        for name, expected in self.facts["sha256"].items():
            path = self.folder / name
            if not path.is_file():
                raise ModelError(_damaged(self.folder, f"{name} is missing"))
            if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
                raise ModelError(_damaged(self.folder, f"{name} does not match its checksum"))

    def size(self) -> int:
        """Bytes of all files together."""
        return sum((self.folder / name).stat().st_size for name in self.facts["sha256"])


def find(role: str) -> ModelFiles:
    """The embedded model of a role: ``encoder``, ``screen`` or ``judge``."""
    folder = FOLDER / role
    try:
        facts = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(_damaged(folder, str(error))) from error
    return ModelFiles(folder, facts)


def _damaged(folder: Path, what: str) -> str:
    return f"the embedded model {folder.name} is damaged ({what}): reinstall checker"
