"""What of a chat can be heard: the conversation, each message with who writes it, pictures, reactions, who is typing, what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.reading_aloud import asked_in, picture
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    from game.scenes.chat_page import ChatPage
    from game.scenes.reader import Reader
    from game.ui.geometry import Rect


def texts(reader: Reader, page: ChatPage, now: float) -> list[Widget]:
    """Returns the widgets of everything on the phone that is no control, in reading order; the newest message is news."""
    language, here = reader.session.journey.language, reader.here
    panel, view = reader.shell.space.place(page.frame.panel), reader.shell.space.place(page.view)
    talk = page.here(here)
    title, chapter = page.header_words()
    found = [Widget("header", Role.HEADING, ". ".join(part for part in (title, chapter) if part), panel, lang=language)]
    found += picture(reader)
    if talk is not None:
        parts = (talk.title, page.members(talk), page.time(here), reader.shell.t("muted") if talk.muted else "")
        found.append(Widget("talk", Role.HEADING, ". ".join(part for part in parts if part), panel, lang=language))
    found += _messages(reader, page)
    caption = reader.air.heard(now)
    if caption:
        found.append(Widget("caption", Role.TEXT, f"[{caption}]", view, lang=language, news=True))
    if reader.asks and page.prompt:
        found.append(Widget("prompt", Role.TEXT, page.prompt, view, lang=asked_in(reader.session), news=True))
    return found


def _messages(reader: Reader, page: ChatPage) -> list[Widget]:
    """Returns one text a message, and its picture under it."""
    session = reader.session
    column, turn = page.column(reader.here), len(session.journey.turns)
    last = max((number for number, one in enumerate(column.messages) if not one.typing), default=-1)
    found: list[Widget] = []
    for number, (message, source) in enumerate(zip(column.messages, column.sources, strict=True)):
        key = f"{turn}-{number}"
        rects = {piece.kind: _placed(reader, page, piece.rect) for piece in column.pieces if piece.message == number}
        rect = rects.get("bubble") or rects.get("told") or rects.get("typing") or next(iter(rects.values()))
        language = source.language
        you = reader.shell.t("You") if message.mine else message.speaker
        said = message.text if message.typing or message.told or not you else f"{you}: {message.text}"
        news = number == last or message.typing
        words = f"typing-{key}" if message.typing else f"message-{key}"
        found.append(Widget(words, Role.TEXT, said, rect, value=". ".join(message.signs), lang=language, news=news))
        scene = session.book.manifest.scenes.get(source.post.photo) if message.photo and source.post else None
        if scene is not None:
            found.append(
                Widget(f"photo-{key}", Role.IMAGE, session.words(scene.alt), rects["photo"], lang=session.tongue(scene.alt), news=news)
            )
    return found


def _placed(reader: Reader, page: ChatPage, rect: Rect) -> Rect:
    return reader.shell.space.place(rect.moved(page.view.x, page.view.y - reader.scrolled))
