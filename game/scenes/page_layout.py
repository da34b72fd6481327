"""Where everything on the reading screen stands: panel, header, paragraphs, prompt and choices, for one turn and one window."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.scenes import leaf
from game.ui import theme
from game.ui.controls import choice_height
from game.ui.geometry import Rect
from game.ui.text import Spacing, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.shell import Shell
    from game.scenes.turn import Paragraph
    from game.settings import Settings
    from game.ui.geometry import Space

PROSE = Style(theme.PROSE, "prose", page=True)
SPEAKER = Style(theme.LABEL, "ui", 600, tracking=theme.TRACKING_SPEAKER, leading=1.5)
PROMPT = Style(theme.PROSE, "display", 400, italic=True, leading=theme.PROSE_TIGHT, airy=True)
HEADER = Style(theme.LABEL + 2, "display", 400, italic=True)
NOTE = Style(theme.LABEL, "ui", 400, italic=True, airy=True)
CHAPTER = Style(theme.LABEL, "ui", 400)
# The panel stands beside the picture while it leaves it this part of the window; else it lies over it.
_BESIDE, _BESIDE_WIDE = 0.47, 0.42
# The column's width, of the measure: a line of Literata then has about 40, 52 and 61 letters.
_COLUMNS = MappingProxyType({"narrow": 0.78, "standard": 1.0, "wide": 1.17})
_LEAST_VIEW = 0.3
_PARAGRAPH_GAP = 20
_ABOVE_CHOICES = 40


def portrait_size(space: Space) -> tuple[int, int]:
    """Returns the pixels of a portrait beside the panel."""
    return round(theme.PORTRAIT[0] * space.unit), round(theme.PORTRAIT[1] * space.unit)


def spacing(settings: Settings) -> Spacing:
    """Returns how far apart lines, letters and words stand."""
    return Spacing(settings.line_height / 100, settings.letter_spacing / 100, settings.word_spacing / 100, settings.justified)


@dataclass(frozen=True, slots=True)
class Frame:
    """The panel of a window: whether it stands beside the picture, where it lies, its padding, and its column."""

    beside: bool
    panel: Rect
    pad: float
    width: float


def frame(space: Space, column_width: str = "standard") -> Frame:
    """Returns the panel for a window: 832 x 928 units at the end side, or over everything where that leaves no picture."""
    measure = theme.MEASURE * _COLUMNS.get(column_width, 1.0)
    picture = _BESIDE_WIDE if column_width == "wide" else _BESIDE
    top = max(space.px(112), space.px(40) + space.target(theme.BUTTON_HEIGHT) + space.px(theme.SPACE[1]))
    foot = space.px(40)
    margin = space.px(theme.MARGIN)
    pad = space.px(theme.PADDING)
    column = space.em(measure)
    if column + 2 * pad + margin <= space.width * (1 - picture):
        outer = column + 2 * pad
        panel = Rect(space.width - margin - outer, top, outer, space.height - top - foot)
        return Frame(beside=True, panel=panel, pad=pad, width=column)
    margin = min(margin, space.width * 0.03)
    pad = min(pad, space.width * 0.05)
    column = min(space.em(measure * 1.15), space.width - 2 * margin - 2 * pad)
    outer = column + 2 * pad
    if space.height > space.width:
        top = max(top, space.height * 0.3)
    return Frame(
        beside=False, panel=Rect((space.width - outer) / 2, top, outer, space.height - top - min(foot, margin)), pad=pad, width=column
    )


class PageLayout:
    """One turn laid out for one window."""

    choices_scroll = True

    def __init__(self, shell: Shell, turn: Sequence[Paragraph], offers: Sequence[str]) -> None:
        """Measures every paragraph and choice and deals them out to leaves."""
        self._key = self._state(shell)
        self.shell = shell
        self.turn = turn
        self.offers = offers
        self.frame = frame(shell.space, shell.settings.column_width)
        self.prompt = shell.session.page.prompt if shell.session else None
        panel, pad = self.frame.panel, self.frame.pad
        # Where the window is too low for both, the words come before the title over them.
        self.headed = panel.h - self._header_height() - 1.4 * pad >= shell.space.height * _LEAST_VIEW
        view_top = panel.y + min(pad * 0.65, 36) + (self._header_height() if self.headed else 0.0)
        self.view = Rect(panel.x + pad, view_top, self.frame.width, max(60.0, panel.bottom - pad * 0.75 - view_top))
        self.measures = self._measures()
        # Measured once: this layout may be asked after the type has changed, for the place that was read to.
        self._prompt_height = self._measured_prompt()
        self.choice_heights = [choice_height(shell.type, shell.space, text, self.frame.width) for text in offers]
        self.choice_gap = shell.space.px(theme.SPACE[1])
        self.gap = shell.space.em(_PARAGRAPH_GAP)
        self.above = shell.space.px(_ABOVE_CHOICES)
        room = leaf.Room(self.view.h, self.gap, self.choices_height(), self.above)
        self.leaves = tuple(leaf.runs(self.measures, [paragraph.chats for paragraph in turn], room, choices=bool(offers)))
        self.beats = leaf.without(leaf.beats(self.leaves), {at + 1 for at, paragraph in enumerate(turn) if paragraph.by_the_way})

    @staticmethod
    def _state(shell: Shell) -> tuple[object, ...]:
        settings = shell.settings
        return shell.space, settings.font, settings.column_width, spacing(settings), shell.words.language

    def stale(self, shell: Shell) -> bool:
        """Tells whether window, fonts or language changed since."""
        return self._key != self._state(shell)

    def _header_height(self) -> float:
        shell = self.shell
        session = shell.session
        if session is None:
            return 0.0
        words = self.header_words()
        block = shell.type.set("  ·  ".join(part for part in words if part), CHAPTER, self.frame.width)
        return block.height + shell.space.px(10) + max(3.0, shell.space.px(4)) + shell.space.px(28)

    def header_words(self) -> tuple[str, str]:
        """Returns the story's title and the chapter's number and title."""
        session = self.shell.session
        if session is None:
            return "", ""
        title = session.words(session.book.manifest.title)
        journey = session.journey
        if journey.chapter is None:
            return title, ""
        label = self.shell.t("Chapter {number}, {title}").format(number=journey.chapter, title=journey.chapter_title)
        return title, label

    def _measures(self) -> list[leaf.Measure]:
        found: list[leaf.Measure] = []
        last = ""
        name = self.shell.type.line(SPEAKER) + self.shell.space.em(2)
        for paragraph in self.turn:
            plain = self.shell.type.set(paragraph.text, PROSE, self.frame.width).height + self.note_height(paragraph)
            named = plain + (name if paragraph.speaker else 0.0)
            found.append(leaf.Measure(plain, named, same_speaker=paragraph.speaker == last))
            last = paragraph.speaker
        return found

    def note_words(self, paragraph: Paragraph) -> str:
        """Returns the line that says what is in the scene which begins with a paragraph, or nothing."""
        return self.shell.t("In this scene: {note} The menu skips it.").format(note=paragraph.note) if paragraph.note else ""

    def note_height(self, paragraph: Paragraph) -> float:
        """Returns the height of that line, its gap included."""
        words = self.note_words(paragraph)
        return self.shell.type.set(words, NOTE, self.frame.width).height + self.shell.space.em(14) if words else 0.0

    def prompt_height(self) -> float:
        """Returns the height of the line above the choices, its gap included."""
        return self._prompt_height

    def _measured_prompt(self) -> float:
        if not self.prompt:
            return 0.0
        gap = max(self.shell.space.px(theme.SPACE[2]), self.shell.space.em(14))
        return self.shell.type.set(self.prompt, PROMPT, self.frame.width).height + gap

    def choices_height(self) -> float:
        """Returns the height of the prompt and the choices."""
        gaps = self.choice_gap * max(0, len(self.choice_heights) - 1)
        return self.prompt_height() + sum(self.choice_heights) + gaps

    def prose_height(self, beat: leaf.Beat) -> float:
        """Returns the height of everything that will stand on this beat's leaf, choices aside."""
        if beat.leaf >= len(self.leaves):
            return 0.0
        found = self.leaves[beat.leaf]
        return leaf.height(self.measures, found.first, found.last, self.gap)

    def content_height(self, beat: leaf.Beat) -> float:
        """Returns the height of what is shown at a beat."""
        prose = self.prose_height(beat)
        if not beat.choices:
            shown = self.leaves[beat.leaf].first if beat.leaf < len(self.leaves) else 0
            return leaf.height(self.measures, shown, beat.shown, self.gap)
        return prose + (self.above if prose else 0.0) + self.choices_height()

    def overflow(self, beat: leaf.Beat) -> float:
        """Returns how far the column can be scrolled at a beat."""
        return max(0.0, self.content_height(beat) - self.view.h)

    def overflows(self, beat: leaf.Beat) -> bool:
        """Tells whether the column is taller than the panel at a beat."""
        return self.overflow(beat) > 1

    def start(self, beat: leaf.Beat) -> float:
        """Returns how far the column is scrolled when a beat comes: a page is read from its top."""
        del beat
        return 0.0

    def hidden_below(self, beat: leaf.Beat, scrolled: float) -> float:
        """Returns how much of the column lies under the panel's foot."""
        return max(0.0, self.overflow(beat) - scrolled)

    def places(self, beat: leaf.Beat, scrolled: float) -> list[tuple[int, float, bool]]:
        """Returns, for each paragraph shown at a beat, its number, its upper edge, and whether its speaker's name stands above it."""
        if beat.leaf >= len(self.leaves):
            return []
        found = self.leaves[beat.leaf]
        y = self.view.y - scrolled
        placed = []
        for number in range(found.first, beat.shown):
            measure = self.measures[number]
            named = bool(self.turn[number].speaker) and (number == found.first or not measure.same_speaker)
            placed.append((number, y, named))
            y += (measure.named if number == found.first or not measure.same_speaker else measure.plain) + self.gap
        return placed

    def choices_top(self, beat: leaf.Beat, scrolled: float) -> float:
        """Returns the upper edge of the prompt: at the foot of the panel, or under a column taller than it."""
        bottom = self.view.bottom - self.choices_height()
        prose = self.prose_height(beat)
        return max(bottom, self.view.y + prose + (self.above if prose else 0.0)) - scrolled

    def choice_rects(self, beat: leaf.Beat, scrolled: float) -> list[Rect]:
        """Returns where the choices stand."""
        y = self.choices_top(beat, scrolled) + self.prompt_height()
        rects = []
        for tall in self.choice_heights:
            rects.append(self.shell.space.place(Rect(self.view.x, y, self.view.w, tall)))
            y += tall + self.choice_gap
        return rects

    def next_rect(self) -> Rect:
        """Returns the corner of the panel that reads on."""
        size = max(44.0, self.shell.space.px(48))
        panel = self.frame.panel
        return self.shell.space.place(
            Rect(panel.right - size - self.shell.space.px(10), panel.bottom - size - self.shell.space.px(6), size, size)
        )
