"""How a run ends, as one number."""

from __future__ import annotations

from enum import IntEnum

from checker.errors import CheckerError, InputError


class ExitCode(IntEnum):
    """How a run ended. Where several apply, the priority is 130 > 2 > 3 > 1 > 0.

    - 130 ``INTERRUPTED``: stopped by the user.
    - 2 ``USAGE``: wrong usage or configuration, a path named on the command line is missing or
      unreadable, a model cannot be loaded, or checker itself failed. There is no report to trust.
    - 3 ``INCOMPLETE``: a file found in a directory or a record could not be read (unless
      ``--allow-errors``), or there was no article at all.
    - 1 ``FINDINGS``: findings at or above ``--fail-on`` that the baseline lacks and no limit allows.
    - 0 ``CLEAN``: otherwise. One article only, no pairs, or a spent ``--max-pairs`` are not failures.

    A reader that closes the pipe early (``checker check ... | head``) changes none of these.
    """

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERRUPTED = 130

    @classmethod
    def of_error(cls, error: CheckerError) -> ExitCode:
        """The code of a run that ``error`` ended: 3 when input was at fault, else 2."""
        return cls.INCOMPLETE if isinstance(error, InputError) else cls.USAGE
