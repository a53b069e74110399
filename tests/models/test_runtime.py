"""The embedded encoder gives the same numbers for a text whatever else is done at the same time."""

import os
import subprocess
import sys

import numpy as np
import pytest

from checker.models import files, runtime
from checker.models.runtime import Network

pytestmark = pytest.mark.models

TEXTS = [
    "The northern bridge was closed on Monday.",
    "Rain.",
    "",
    "Officials in two capitals said on Tuesday that the talks, which nobody had announced, would go on. " * 5,
    "Étienne paid 3,50 € — naïvely.",
    *(
        f"Sentence number {number} says that {'very ' * (number % 7)}little has changed."
        for number in range(40)
    ),
]


@pytest.fixture(scope="module")
def one_thread() -> Network:
    return Network(files.find("encoder"), jobs=1, max_tokens=256)


@pytest.fixture(scope="module")
def two_threads() -> Network:
    return Network(files.find("encoder"), jobs=2, max_tokens=256)


def test_one_thread_and_two_give_the_same_bits(one_thread, two_threads):
    assert one_thread.run(TEXTS).tobytes() == two_threads.run(TEXTS).tobytes()


def test_a_text_alone_and_among_others_gives_the_same_bits(two_threads):
    among = two_threads.run(TEXTS)
    for row, text in enumerate(TEXTS[:8]):
        assert two_threads.run([text])[0].tobytes() == among[row].tobytes()


def test_the_order_of_the_texts_is_the_order_of_the_rows(two_threads):
    forward, backward = two_threads.run(TEXTS), two_threads.run(TEXTS[::-1])
    assert forward.tobytes() == backward[::-1].tobytes()
    assert len({row.tobytes() for row in forward}) == len(TEXTS)


def test_every_row_is_a_unit_vector(two_threads):
    vectors = two_threads.run(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_progress_grows_to_the_number_of_texts(two_threads):
    done: list[int] = []
    two_threads.run(TEXTS, progress=done.append)
    assert done == sorted(done)
    assert done[-1] == len(TEXTS)


def test_no_texts_give_no_rows(one_thread):
    assert one_thread.run([]).shape[0] == 0


def test_a_text_longer_than_the_model_reads_is_cut(one_thread):
    words = "word " * 2000
    assert np.array_equal(one_thread.run([words])[0], one_thread.run([words + "tail"])[0])


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system cannot bind a process to cores")
def test_only_the_cores_that_the_process_may_use_are_counted() -> None:
    every = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(every)})
        assert runtime.usable_cores() == 1
    finally:
        os.sched_setaffinity(0, every)


def test_the_engine_neither_leaves_a_trace_at_home_nor_calls_home(tmp_path):
    # An environment of its own: on a build server the engine would keep quiet by itself.
    script = "import os, checker.models.runtime; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    quiet = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", script], env=quiet, capture_output=True, text=True, check=False
    )
    assert ended.stdout.strip() == "1", ended.stderr
    assert list(tmp_path.rglob("*")) == []
