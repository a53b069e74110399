import numpy as np
import pytest

from checker import encoders

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def encoder():
    return encoders.load("embedded", jobs=2)


def test_it_is_all_minilm(encoder):
    assert "all-MiniLM-L6-v2" in encoder.name


def test_no_texts_have_no_vectors_of_the_right_width(encoder):
    vectors = encoder.encode([])
    assert vectors.shape == (0, 384)
    assert vectors.dtype == np.float32


def test_a_paraphrase_is_nearer_than_another_subject(encoder):
    bridge, crossing, bread = encoder.encode(
        [
            "The bridge was closed to traffic.",
            "Cars could not cross the bridge.",
            "The baker sells rye bread.",
        ]
    )
    assert bridge @ crossing > 0.5 > bridge @ bread
