"""Write a file whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(target: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``target``, keeping the permissions of a file that was there.

    A reader never sees half of it: it goes to a temporary file in the same folder first. Raises OSError.
    """
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        # Opened by "x", not by tempfile, so that the file gets the user's usual permissions.
        with draft.open("xb") as stream:
            stream.write(content)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
