"""How fast, how soon and how exactly engines embed: ``python -m benchmarks.engines --help``.

All engines run one model, the sentence-transformers folder that is named, on the same sentences and
threads, each in a process of its own. Speed is that of the best of some rounds over all sentences,
tokenising included; start-up is the median time from starting Python to the first vector; cosines
compare with the vectors of sentence-transformers. The int8 network has the shape in which
``training.export`` ships the cross-encoders: weights per channel in 7 bits, activations while running.
Engines that are not installed are left out with a line that says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.runtimes import Engine, Job, engines, token_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Characters of the sentences that are taken from articles.
SHORTEST, LONGEST = 60, 260


@dataclass(frozen=True, slots=True)
class Measured:
    """Sentences a second, seconds to the first vector, and cosines (None without a reference)."""

    name: str
    speed: float
    start: float
    cosines: tuple[float, float] | None


def serve(text: str) -> None:
    """The measured process: load, embed one sentence, say so; then the rounds, if any."""
    job = Job(**json.loads(text))
    encode = next(engine for engine in engines() if engine.name == job.engine).load(job)
    encode([job.first])
    print("ready", flush=True)
    if not job.rounds:
        return
    import numpy as np

    sentences = json.loads(Path(job.sentences).read_text(encoding="utf-8"))
    best = float("inf")
    for _ in range(job.rounds):
        begun = time.perf_counter()
        vectors = encode(sentences)
        best = min(best, time.perf_counter() - begun)
    np.save(job.vectors, vectors)
    print("best", best, flush=True)


def run_process(job: Job) -> tuple[float, float]:
    """Seconds to the first vector, and those of the best round (infinite without rounds)."""
    command = [sys.executable, "-c", "import sys; from benchmarks import engines; engines.serve(sys.argv[1])"]
    started, best = float("inf"), float("inf")
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        begun = time.perf_counter()
        with subprocess.Popen(
            [*command, json.dumps(asdict(job))],
            cwd=Path(__file__).parents[1],
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        ) as process:
            for line in process.stdout or ():
                if line.strip() == "ready":
                    started = time.perf_counter() - begun
                elif line.startswith("best "):
                    best = float(line.split()[1])
        if process.returncode:
            complaints.seek(0)
            raise RuntimeError(f"{job.engine} failed:\n{complaints.read()[-2000:]}")
    return started, best


def measure(engine: Engine, job: Job, *, rounds: int, starts: int, reference: Path) -> Measured:
    """One row. ``reference`` is where sentence-transformers left its vectors, if it ran."""
    import numpy as np

    job = replace(job, engine=engine.name)
    first, best = run_process(replace(job, rounds=rounds))
    start = statistics.median([first, *(run_process(job)[0] for _ in range(starts - 1))])
    vectors = np.load(job.vectors)
    cosines = None
    if engine.name == "sentence-transformers":
        np.save(reference, vectors)
    elif reference.exists():
        wanted = np.load(reference)
        lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(wanted, axis=1)
        cosine = (vectors * wanted).sum(axis=1) / lengths
        cosines = float(cosine.min()), float(cosine.mean())
    return Measured(engine.name, len(vectors) / best, start, cosines)


def export_networks(folder: Path, out: Path) -> None:
    """The model as ONNX, in single precision and in int8."""
    import transformers

    from training import export

    model = transformers.AutoModel.from_pretrained(folder, attn_implementation="eager")
    export.to_onnx(export.Pooled(model), out / "single.onnx", types=False)
    export.to_int8(out / "single.onnx", out / "int8.onnx")


def read_sentences(path: Path, limit: int) -> list[str]:
    """Text: one sentence a line. Parquet: the sentences of its column ``text`` of 60 to 259 characters."""
    if path.suffix != ".parquet":
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line.strip() for line in lines if line.strip()][:limit]
    import polars as pl

    from checker.claims.boundaries import sentence_ends

    found: list[str] = []
    for text in pl.read_parquet(path, columns=["text"])["text"].drop_nulls():
        flat = text.replace("\n", " ")
        ends = [0, *sentence_ends(flat, 0, len(flat)), len(flat)]
        sentences = (flat[a:b].strip() for a, b in pairwise(ends))
        found += [sentence for sentence in sentences if SHORTEST <= len(sentence) < LONGEST]
        if len(found) >= limit:
            break
    return found[:limit]


def machine() -> str:
    """The processor, and what it has for small numbers."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "an unknown processor"
    parts = (line.partition(":") for line in lines)
    facts = {name.strip(): value.strip() for name, _, value in parts}
    wanted = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8")
    has = [flag for flag in wanted if flag in facts.get("flags", "").split()]
    return f"{facts.get('model name', 'an unknown processor')} ({', '.join(has) or 'no vector extensions'})"


def versions() -> str:
    """What is installed of the engines."""
    from importlib import metadata

    found = []
    for name in ("sentence-transformers", "torch", "onnxruntime", "openvino", "tokenizers"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


def table_of(rows: Iterable[Measured]) -> str:
    """The Markdown table; the factor is that over the first row if that is sentence-transformers."""
    rows = list(rows)
    base = next((row.speed for row in rows if row.name == "sentence-transformers"), None)
    lines = [
        "| engine | sentences/s | factor | start-up s | cosine min | cosine mean |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        factor = f"{row.speed / base:.2f}" if base else "-"
        least, mean = (f"{cosine:.4f}" for cosine in row.cosines) if row.cosines else ("-", "-")
        lines.append(f"| {row.name} | {row.speed:.0f} | {factor} | {row.start:.2f} | {least} | {mean} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the arguments, export, measure each engine, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True, help="folder of a sentence-transformers model")
    parser.add_argument("--sentences", type=Path, required=True, help=read_sentences.__doc__)
    parser.add_argument("--out", type=Path, help="write the table there instead of printing it")
    parser.add_argument("--limit", type=int, default=1000, help="sentences")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--starts", type=int, default=3)
    options = parser.parse_args()
    sentences = read_sentences(options.sentences, options.limit)
    if not sentences:
        parser.error(f"{options.sentences}: there is no sentence in it")
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        (place / "sentences.json").write_text(json.dumps(sentences), encoding="utf-8")
        job = Job(
            engine="",
            folder=str(options.model.resolve()),
            networks=scratch,
            first=sentences[0],
            sentences=str(place / "sentences.json"),
            vectors=str(place / "vectors.npy"),
            batch=options.batch,
            threads=options.threads,
        )
        for engine in engines():
            missing = [name for name in engine.needs if importlib.util.find_spec(name) is None]
            if missing:
                print(f"{engine.name}: left out, not installed: {', '.join(missing)}", file=sys.stderr)
                continue
            if "onnx" in engine.needs and not (place / "int8.onnx").exists():
                export_networks(options.model, place)
            print(f"{engine.name} ...", file=sys.stderr, flush=True)
            rows.append(
                measure(
                    engine,
                    job,
                    rounds=options.rounds,
                    starts=options.starts,
                    reference=place / "reference.npy",
                )
            )
        tokens = statistics.mean(len(ids) for ids in token_ids(job)(sentences))
    text = (
        f"{len(sentences)} sentences of {tokens:.0f} tokens on average, batches of {options.batch}, "
        f"{options.threads} threads on {machine()}; {versions()}.\n\n{table_of(rows)}"
    )
    if options.out is None:
        print(text)
    else:
        options.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
