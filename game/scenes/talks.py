"""The conversations of a chat: what was written in each so far, and how much of it nobody has read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.scenes.talk import Talk
from game.scenes.turn import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.scenes.turn import Paragraph

# A scene on the phone hardly ever takes more turns; what is older stands in the backlog.
_TURNS = 40


def began(session: Session) -> int:
    """Returns the number of the turn that this scene on the phone began with."""
    journey = session.journey
    first = len(journey.turns) - 1
    while first > 0 and journey.stage_at(first - 1).view == "chat":
        first -= 1
    return first


def earlier(session: Session) -> tuple[Paragraph, ...]:
    """Returns what was written on the phone in earlier turns of this scene, up to the current turn."""
    journey = session.journey
    here = len(journey.turns) - 1
    first = max(began(session), here - _TURNS)
    found: list[Paragraph] = []
    for at in range(first, here):
        for paragraph in paragraphs(session, at):
            found = [*found, paragraph] if paragraph.chats else []
    return tuple(found)


def unread(messages: Iterable[tuple[str, str]], seen: Mapping[str, int]) -> Counter[str]:
    """Returns how many messages of each conversation wait, from pairs of the open conversation and the one written in."""
    written: Counter[str] = Counter()
    read: Counter[str] = Counter(seen)
    for opened, thread in messages:
        written[thread] += 1
        read[opened] = max(read[opened], written[opened])
    return Counter({thread: count - read[thread] for thread, count in written.items() if count > read[thread]})


def talks(shell: Shell, session: Session, shown: Sequence[Paragraph], opened: str, seen: Mapping[str, int]) -> tuple[Talk, ...]:
    """Returns every conversation that something was written in, and the open one, in the order of story.toml."""
    written = [(paragraph.stage.thread or "", thread) for paragraph in shown if (thread := _thread(paragraph)) is not None]
    waiting = unread(written, seen)
    waiting.pop(opened, None)
    there = {thread for _, thread in written} | {opened}
    order = [*([""] if "" in there else []), *session.book.manifest.threads]
    found = []
    for name in [*order, *sorted(there - {*order})]:
        messages = tuple(paragraph for paragraph in shown if _thread(paragraph) == name)
        if name in there:
            found.append(_talk(shell, session, name, messages, waiting[name]))
    return tuple(found)


def _thread(paragraph: Paragraph) -> str | None:
    return paragraph.post.thread if paragraph.post else None


def _talk(shell: Shell, session: Session, name: str, messages: tuple[Paragraph, ...], new: int) -> Talk:
    manifest = session.book.manifest
    thread = manifest.threads.get(name)
    writers = tuple(dict.fromkeys(one.speaker for one in messages if one.speaker and not (one.post and one.post.mine)))
    if thread is None:
        return Talk(name, ", ".join(writers) or shell.t("Messages"), writers, muted=False, messages=messages, new=new)
    others = [key for key in thread.people if key != manifest.player]
    people = [session.words(manifest.characters[key].name) for key in others if key in manifest.characters]
    return Talk(name, session.words(thread.title), tuple(people) or writers, thread.muted, messages, new)


def in_open(paragraph: Paragraph, opened: str) -> bool:
    """Tells whether a paragraph stands in the open conversation: written there, or told while it was open."""
    post = paragraph.post
    if post is None:
        return False
    return (paragraph.stage.thread or "") == opened if post.thread is None else post.thread == opened
