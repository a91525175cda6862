"""The poses that come with the program, from ``assets/poses``: the file of each has its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from stretchtimer.core.figure.pose import Pose
from stretchtimer.storage.folders import assets_dir
from stretchtimer.storage.tables import Rejected, read_table


def pose_names(folder: Path | None = None) -> frozenset[str]:
    """Return the names of the poses in ``folder``, by default the program's own. A missing folder has none."""
    try:
        return frozenset(file.stem for file in (folder or _own()).iterdir() if file.suffix == ".toml")
    except OSError:
        return frozenset()


class Poses(Mapping[str, Pose]):
    """The poses of a folder by name, each read when it is first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the ``folder``, by default that of the program's own poses."""
        self._folder = folder or _own()
        self._names = sorted(pose_names(self._folder))
        self._read: dict[str, Pose] = {}

    def __getitem__(self, name: str) -> Pose:
        """Return the pose called ``name``. Raises KeyError if there is none, or a file of that name that is no pose."""
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            try:
                self._read[name] = msgspec.convert(read_table(self._folder / f"{name}.toml"), Pose)
            except (Rejected, msgspec.ValidationError) as error:
                raise KeyError(name) from error
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _own() -> Path:
    return Path(assets_dir()) / "poses"
