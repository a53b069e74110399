"""The exceptions of checker. Each message names what was wrong and what to do next.

    CheckerError
    ├── UsageError              wrong flags, settings or codes               exit code 2
    │   ├── MissingPathError    a path named by the user is missing or unreadable
    │   └── ConfigurationError  mistakes in files, environment variables and flags, all at once
    ├── ModelError              a model's files are missing, damaged or of another kind   exit code 2
    │   └── MissingExtraError   an optional dependency is not installed
    └── InputError              content that could not be read               exit code 3
        └── NoArticlesError     nothing to check at all

What is no CheckerError is a fault of checker itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.records import Problem


class CheckerError(Exception):
    """Base of all errors that checker raises on purpose."""


class UsageError(CheckerError):
    """Wrong flags, settings or codes."""


class MissingPathError(UsageError):
    """A path named by the user is missing or unreadable."""


class ConfigurationError(UsageError):
    """The settings are wrong; ``mistakes`` names what is, each with its file and line, variable or flag."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class ModelError(CheckerError):
    """A model's files are missing, damaged or of another kind than expected."""


class MissingExtraError(ModelError):
    """An optional dependency is not installed; the message names the extra that brings it."""


class InputError(CheckerError):
    """Content that could not be read."""


class NoArticlesError(InputError):
    """There was nothing to check at all; ``problems`` says what became of the input that was there."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems
