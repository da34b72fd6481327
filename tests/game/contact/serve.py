"""Starts the real server on a folder, in a process of its own: `python -m tests.game.contact.serve FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from server import serve
from server.config import load

if __name__ == "__main__":
    serve.run(load(Path(sys.argv[1]), {}))
