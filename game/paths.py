"""Where the game keeps what it writes, and finds what it was shipped with. Nothing is made here: folders come with their first file."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = "Threshold"
VARIABLE: Final = "THRESHOLD_HOME"
PORTABLE: Final = "portable"
_PACKAGE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place on disk the game knows of."""

    data: Path
    saves: Path
    settings: Path
    logs: Path
    screenshots: Path
    stories: Path
    exports: Path
    packs: Path = _PACKAGE / "packs"
    catalogues: Path = _PACKAGE / "catalogues"
    help: tuple[Path, ...] = (_PACKAGE / "help", _PACKAGE.parent / "assets" / "help")
    fonts: Path = _PACKAGE / "vendor" / "fonts"

    @property
    def own(self) -> Path:
        """Returns the file that says what an organisation's own build is called, and what its colours are."""
        return self.packs.parent / "own.toml"

    @property
    def trusted_keys(self) -> Path:
        """Returns the file that lists the keys this build trusts."""
        return self.packs / "trusted.keys"

    def writable(self) -> bool:
        """Tells whether something can be written below `data`, or where it would be made; leaves nothing behind."""
        with contextlib.suppress(OSError):
            nearest = next(folder for folder in (self.data, *self.data.absolute().parents) if folder.exists())
            with tempfile.TemporaryFile(dir=nearest) as trial:
                trial.write(b"\0")
            return True
        return False


def below(folder: Path) -> Paths:
    """Returns the places of a game that keeps everything in one folder."""
    return Paths(
        data=folder,
        saves=folder / "saves",
        settings=folder / "settings.json",
        logs=folder / "logs",
        screenshots=folder / "screenshots",
        stories=folder / "stories",
        exports=folder / "exports",
    )


def beside(program: Path) -> Path | None:
    """Returns the folder that a portable copy keeps everything in: where a file named `portable` lies beside the program."""
    folder = program.resolve().parent
    return folder / "threshold-data" if (folder / PORTABLE).is_file() else None


def find(environment: Mapping[str, str] = os.environ, program: Path | None = None) -> Paths:
    """Returns the places for this player: THRESHOLD_HOME, else beside a portable copy, else where the system keeps such things."""
    if home := environment.get(VARIABLE):
        return below(Path(home).expanduser())
    if folder := beside(program or Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or sys.executable)):
        return below(folder)
    dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
    data = dirs.user_data_path
    return Paths(
        data=data,
        saves=data / "saves",
        settings=dirs.user_config_path / "settings.json",
        logs=dirs.user_log_path,
        screenshots=dirs.user_pictures_path / NAME,
        stories=data / "stories",
        exports=dirs.user_documents_path / NAME,
    )
