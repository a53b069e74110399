"""The one door to sentence-transformers, which is an extra and costs seconds to import."""

from __future__ import annotations

from types import ModuleType

from checker.errors import MissingExtraError


def sentence_transformers(wanted: str) -> ModuleType:
    """The library, or MissingExtraError that says what ``wanted`` needs it for."""
    try:
        # On macOS torch must be loaded before FAISS brings its own OpenMP runtime.
        import torch  # noqa: F401
        import sentence_transformers as library
    except ImportError as error:
        message = (
            f"{wanted} is run by sentence-transformers, which is not installed: "
            "pip install 'checker[sentence-transformers]', or leave the flag out to use the embedded model"
        )
        raise MissingExtraError(message) from error
    library_module: ModuleType = library
    return library_module
