"""The models of a run, each loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Protocol

import checker
from checker import encoders, judges
from checker.cache import Cache
from checker.claims.parse import Parser
from checker.encoders.kept import KeptEncoder
from checker.judges.kept import KeptJudge
from checker.models import files
from checker.models.runtime import usable_cores

if TYPE_CHECKING:
    from checker.encoders import Encoder
    from checker.judges import Judge
    from checker.settings import Settings


class Models(Protocol):
    """The three models of a run."""

    @property
    def encoder(self) -> Encoder:
        """Text -> unit vectors."""
        ...

    @property
    def parser(self) -> Parser:
        """Text -> dependency tree."""
        ...

    @property
    def judge(self) -> Judge:
        """Pairs of texts -> judgements."""
        ...


class LoadedModels:
    """The models that the settings name. Getting one raises ModelError if it cannot be loaded.

    With ``settings.cache_dir`` what they say is kept there. Of encoders and judges that are the embedded ones
    only: what is behind the name of another may change.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _cache(self) -> Cache | None:
        folder = self._settings.cache_dir
        return None if folder is None else Cache(folder)

    @cached_property
    def encoder(self) -> Encoder:
        """Text -> unit vectors."""
        encoder = encoders.load(self._settings.encoder, jobs=self._settings.jobs)
        if self._cache is None or self._settings.encoder != "embedded":
            return encoder
        return KeptEncoder(encoder, _identity("encoder"), self._cache)

    @cached_property
    def parser(self) -> Parser:
        """Text -> dependency tree."""
        return Parser(jobs=self._settings.jobs or usable_cores(), cache=self._cache)

    @cached_property
    def judge(self) -> Judge:
        """Pairs of texts -> judgements."""
        judge = judges.load(self._settings.judge, jobs=self._settings.jobs)
        if self._cache is None or self._settings.judge != "embedded":
            return judge
        return KeptJudge(judge, _identity("screen", "judge"), self._cache)


def _identity(*roles: str) -> str:
    """All that decides what embedded models say: their files, the code around them, the engine."""
    weights = (files.find(role).identity for role in roles)
    return " ".join([checker.__version__, version("onnxruntime"), version("tokenizers"), *weights])
