"""Where the studio keeps what belongs to one user of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

DEVELOPMENT = "development.key"


def home(environment: Mapping[str, str]) -> Path:
    """Returns the folder that keeps what belongs to this user: THRESHOLD_HOME where it is set."""
    if folder := environment.get("THRESHOLD_HOME"):
        return Path(folder).expanduser()
    return platformdirs.user_data_path("Threshold", appauthor=False)
