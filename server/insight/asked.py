"""What a release asks: its questions, their answers, and how strongly each answer is blurred."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a release; `options` has not_reached last, `epsilon` is in thousandths."""

    id: str
    name: str
    kind: str
    options: tuple[str, ...]
    epsilon: int
    text: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Release:
    """One release of a story, as its pack's manifest says it."""

    id: str
    story: str
    version: str
    title: dict[str, str]
    languages: tuple[str, ...]
    questions: tuple[Asked, ...]
    chapters: tuple[dict[str, str], ...] = ()
