"""The one door to sentence-transformers, which is an extra and costs seconds to import."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from checker.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType


def sentence_transformers(wanted: str) -> ModuleType:
    """The library, or MissingExtraError that says what ``wanted`` needs it for."""
    try:
        # On macOS torch must be loaded before FAISS brings its own OpenMP runtime.
        import_module("torch")
        return import_module("sentence_transformers")
    except ImportError as error:
        message = (
            f"{wanted} is run by sentence-transformers, which is not installed: "
            "pip install 'checker[sentence-transformers]', or leave the flag out to use the embedded model"
        )
        raise MissingExtraError(message) from error
