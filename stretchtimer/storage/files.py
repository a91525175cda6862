"""Writing a file so that a crash leaves either the old one or the new one, never half of it."""

from __future__ import annotations

import os


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Put ``data`` into the file at ``path``, making its folder if need be. Raises OSError; the old file stays then."""
    target = os.path.realpath(path)  # a link to a file elsewhere stays a link
    os.makedirs(os.path.dirname(target), exist_ok=True)
    part = f"{target}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except OSError:
        if os.path.lexists(part):
            os.unlink(part)
        raise
