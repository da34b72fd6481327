"""What a writer's files beside the ink say: story.toml, and plans."""

from __future__ import annotations

from pathlib import Path

from studio import diagnostics, manifest_source, plan, text_file, toml_texts
from studio.errors import StudioError
from tests.fuzz.target import CUT, Target, parts

_ROOT = Path(__file__).parents[2] / "stories/second-verse"

ROOMS = ("studio", "tomllib")


def run(data: bytes) -> None:
    """Reads a story.toml and a plan: all that is wrong has a sentence and a place."""
    said, *more = parts(data)
    source = manifest_source.understand(text_file.decode("story.toml", said))
    assert source.shape or any(fault.is_error for fault in source.faults)
    if source.shape:
        list(toml_texts.said(source.shape))
    planned = plan.parse(text_file.decode("plans/ending-left.plan", more[0] if more else said))
    diagnostics.as_text([*source.faults, *planned.faults])


def seeds() -> dict[str, bytes]:
    """Returns the beginnings of the real ones."""
    real = (_ROOT / "story.toml").read_bytes()
    planned = next(iter(sorted((_ROOT / "plans").iterdir()))).read_bytes()
    return {
        "real": real[:6000].rpartition(b"\n[")[0] + CUT + planned[:1500],
        "deep": b"a = " + b"[" * 2000,
        "dotted": b"a" + b".a" * 2000 + b" = 1",
    }


WORDS = (
    "[[chapters]]",
    "[endings.",
    "title = ",
    "id = ",
    'choose "',
    "expect ",
    "seed ",
    "ending ",
    "[characters.",
    "[scenes.",
    "'''",
    '"""',
)
TARGET = Target(run, (StudioError,), ROOMS, seeds, WORDS)
