"""What of a story's page can be heard: the picture, the chapter, each paragraph with who says it, the captions, what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.geometry import Rect
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    from game.scenes.reader import Reader
    from game.scenes.session import Session
    from game.scenes.turn import Paragraph


def texts(reader: Reader, now: float) -> list[Widget]:
    """Returns the widgets of everything on the page that is no control, in reading order; the newest paragraph is news."""
    shell, page = reader.shell, reader.pages
    view = shell.space.place(page.view)
    title, chapter = page.header_words()
    found = [
        Widget("header", Role.HEADING, ". ".join(part for part in (title, chapter) if part), view, lang=reader.session.journey.language)
    ]
    found += picture(reader)
    found += _paragraphs(reader)
    caption = reader.air.heard(now)
    if caption:
        found.append(Widget("caption", Role.TEXT, f"[{caption}]", view, lang=reader.session.journey.language, news=True))
    if reader.here.choices and page.prompt:
        found.append(Widget("prompt", Role.TEXT, page.prompt, view, lang=asked_in(reader.session), news=True))
    return found


def asked_in(session: Session) -> str:
    """Returns the language of the line above the choices."""
    asking = session.page.asking
    return session.tongue(asking) if asking else session.journey.language


def picture(reader: Reader) -> list[Widget]:
    """Returns the scene behind the page, by its description."""
    session, space = reader.session, reader.shell.space
    turn, shown = reader.turn, reader.here.shown
    stage = turn[shown - 1].stage if 0 < shown <= len(turn) else session.journey.stage
    scene = session.book.manifest.scenes.get(stage.scene) if stage.scene else None
    if scene is None:
        return []
    whole = Rect(0, 0, space.width, space.height)
    return [Widget(f"scene-{stage.scene}", Role.IMAGE, session.words(scene.alt), whole, lang=session.tongue(scene.alt), news=True)]


def _paragraphs(reader: Reader) -> list[Widget]:
    page, space, language = reader.pages, reader.shell.space, reader.session.journey.language
    placed = page.places(reader.here, reader.scrolled)
    turn = len(reader.session.journey.turns)
    found: list[Widget] = []
    for number, y, named in placed:
        paragraph, measure = reader.turn[number], page.measures[number]
        rect = space.place(Rect(page.view.x, y, page.view.w, measure.named if named else measure.plain))
        news = number == placed[-1][0]
        if paragraph.note:
            found.append(Widget(f"note-{turn}-{number}", Role.TEXT, page.note_words(paragraph), rect, lang=language, news=news))
        if named and paragraph.portrait_alt:
            found.append(Widget(f"portrait-{turn}-{number}", Role.IMAGE, paragraph.portrait_alt, rect, lang=language))
        found.append(Widget(f"line-{turn}-{number}", Role.TEXT, _said(paragraph), rect, lang=paragraph.language, news=news))
    return found


def _said(paragraph: Paragraph) -> str:
    """Returns a paragraph under the name of who says it."""
    return f"{paragraph.speaker}: {paragraph.text}" if paragraph.speaker else paragraph.text
