"""The models of a run, each loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from checker import encoders, judges
from checker.claims.parse import Parser
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
    """The models that the settings name. Getting one raises ModelError if it cannot be loaded."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def encoder(self) -> Encoder:
        """Text -> unit vectors."""
        return encoders.load(self._settings.encoder, jobs=self._settings.jobs)

    @cached_property
    def parser(self) -> Parser:
        """Text -> dependency tree."""
        return Parser(jobs=self._settings.jobs or usable_cores())

    @cached_property
    def judge(self) -> Judge:
        """Pairs of texts -> judgements."""
        return judges.load(self._settings.judge, jobs=self._settings.jobs)
