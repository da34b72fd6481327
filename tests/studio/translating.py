"""What the tests of translating share: ink put together from a few lines, an engine that compiles it, words put back into it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from studio import compiler_process, utterances
from studio.ink_source import read_ink
from studio.messages import of_story
from studio.retelling import retold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from py_mini_racer import MiniRacer

    from studio.ink_source import Sources
    from studio.messages import Message


def said(text: str) -> list[str]:
    """Returns what has to be translated of an ink text, in order."""
    return [one.text for one in utterances.find(text)]


def sources_of(folder: Path, ink: str) -> Sources:
    """Returns the sources of a story of one file."""
    (folder / "main.ink").write_text(ink, encoding="utf-8")
    return read_ink(folder, "main.ink")


def compiled(engine: MiniRacer, sources: Sources) -> str | None:
    """Returns compiled ink, or None where it is wrong."""
    answer: str | None = compiler_process.compile_all(engine, sources.main, sources.ready)["json"]
    return answer


def told(sources: Sources, words: Mapping[str, str]) -> Sources:
    """Returns the sources with these texts said otherwise, wherever they stand."""
    messages = of_story(sources, None)
    return retold(sources, messages, {message.key: words[message.text] for message in messages if message.text in words})


def changed(sources: Sources, change: Callable[[str], str]) -> Sources:
    """Returns the sources with every text said otherwise."""
    messages = of_story(sources, None)
    return retold(sources, messages, {message.key: change(message.text) for message in messages})


def messages_of(sources: Sources) -> list[Message]:
    """Returns the messages of ink without a story.toml."""
    return of_story(sources, None)


def shown(ink: str) -> list[str]:
    """Returns the texts that compiled ink can show, in order, pieces as they are; texts of logic are left out."""
    return list(_shown(json.loads(ink)["root"]))


def _shown(part: Any, *, tag: bool = False) -> Iterator[str]:  # noqa: ANN401 - compiled ink is any JSON
    if isinstance(part, dict):
        for inner in part.values():
            yield from _shown(inner, tag=tag)
    if not isinstance(part, list):
        return
    value, offered = 0, False
    for at, item in enumerate(part):
        tag = (tag or item == "#") and item != "/#"
        if item == "ev":
            value, offered = value + 1, _offers(part, at)
        value -= item == "/ev"
        if isinstance(item, str) and item.startswith("^") and item.strip("^ \t") and not tag and (offered or not value):
            yield item[1:]
        elif isinstance(item, (list, dict)):
            yield from _shown(item, tag=tag)


def _offers(part: list[Any], at: int) -> bool:
    """Tells whether the value that begins here is the text of a choice."""
    end = part.index("/ev", at)
    following = part[end + 1] if end + 1 < len(part) else None
    return isinstance(following, dict) and "*" in following
