import sys

import pytest

from checker import encoders, extras
from checker.errors import MissingExtraError


@pytest.fixture
def without_the_extra(monkeypatch):
    # None in sys.modules makes an import fail as if the package were not there.
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    monkeypatch.setitem(sys.modules, "torch", None)


@pytest.mark.usefixtures("without_the_extra")
def test_the_message_says_what_needs_it_and_how_to_install_it():
    with pytest.raises(MissingExtraError) as error:
        extras.sentence_transformers("the encoder org/big")
    assert str(error.value) == (
        "the encoder org/big is run by sentence-transformers, which is not installed: "
        "pip install 'checker[sentence-transformers]', or leave the flag out to use the embedded model"
    )


@pytest.mark.usefixtures("without_the_extra")
def test_an_encoder_that_is_not_embedded_needs_the_extra():
    with pytest.raises(MissingExtraError, match="the encoder some/folder"):
        encoders.load("some/folder")
