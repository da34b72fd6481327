"""What was seen of one story in all its journeys: where ways part, which were taken, which endings and whose eyes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game.story.manifest import Language, key
from game.story.record import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.page import Line, Page
    from game.story.stage import Stage
    from game.story.trail import Turn

FORMAT: Final = 1
MOST_PLACES: Final = 3000
MOST_NAMES: Final = 500
MOST_STATE_BYTES: Final = 2 * 2**20
SPAN: Final = 16
MOST_LABEL: Final = 90
MOST_CHOICE: Final = 200

_Short = Annotated[str, msgspec.Meta(max_length=400)]
_Tags = tuple[tuple[_Short, _Short], ...]


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A place in one language: the words it is known by, and those of its choices."""

    label: _Short
    choices: Annotated[tuple[_Short, ...], msgspec.Meta(max_length=64)]


class Place(msgspec.Struct):
    """A page on which ways part: where it begins, what it says, which ways were taken, and all that is needed to stand there again.

    `state` is the packed state that the page begins with; `stage` is what stood around the text before it.
    """

    chapter: int | None
    knot: _Short
    shape: Annotated[str, msgspec.Meta(max_length=64)]
    told: dict[Language, Told]
    state: Annotated[bytes, msgspec.Meta(max_length=400_000)]
    stage: _Tags = ()
    taken: Annotated[list[Annotated[int, msgspec.Meta(ge=0, lt=64)]], msgspec.Meta(max_length=64)] = []

    def words(self, language: str) -> Told:
        """Returns the place in a language, or in any that it was seen in."""
        return self.told.get(language) or next(iter(self.told.values()), Told("", ()))

    def is_at(self, turn: Turn) -> bool:
        """Tells whether a turn's page is this place."""
        told = self.told.get(turn.language)
        return self.knot == turn.knot and told is not None and told.choices == _choices(turn.page)


class Atlas(msgspec.Struct):
    """All that was seen; `before` is the number of the save that a what-if began from, 0 outside of one."""

    format: Literal[1] = FORMAT
    places: Annotated[list[Place], msgspec.Meta(max_length=MOST_PLACES)] = []
    endings: Annotated[list[_Short], msgspec.Meta(max_length=MOST_NAMES)] = []
    eyes: Annotated[list[_Short], msgspec.Meta(max_length=MOST_NAMES)] = []
    before: Annotated[int, msgspec.Meta(ge=0)] = 0

    def find(self, turn: Turn) -> Place | None:
        """Returns the place that a turn's page is, or None where it was never seen."""
        return next((place for place in self.places if place.is_at(turn)), None)

    def see(self, turn: Turn, state: str, stage: Stage, before: Stage) -> bool:
        """Takes a turn in: its endings and perspectives, and its choices where there are several; tells whether anything was new.

        `state` is what the turn began with; `before` and `stage` are what stood around the text before and after it.
        """
        new = self._gather(turn.page.lines)
        if len(turn.page.choices) < 2 or not turn.shape or len(self.places) >= MOST_PLACES:  # noqa: PLR2004  ways part in two
            return new
        told = Told(_label(turn.page), _choices(turn.page))
        place = self.find(turn)
        if place is None and (place := self._untold(turn)) is not None:
            place.told[turn.language] = told
            new = True
        if place is None:
            self._add(Place(stage.chapter, turn.knot, turn.shape, {turn.language: told}, b"", standing(before)), state.encode())
            return True
        if place.shape != turn.shape:
            # The story was changed there since: what stands there now is what can be gone back to.
            place.shape, place.stage = turn.shape, standing(before)
            self._replace(place, state.encode())
            new = True
        return new

    def take(self, turn: Turn) -> bool:
        """Takes in which way was taken; tells whether it was new."""
        place = self.find(turn)
        if place is None or turn.chosen is None or turn.chosen in place.taken or turn.chosen >= len(turn.page.choices):
            return False
        place.taken = sorted([*place.taken, turn.chosen])
        return True

    def merge(self, other: Atlas) -> None:
        """Takes in everything that another atlas of the same story has; nothing seen here is lost."""
        self.endings = list(dict.fromkeys([*self.endings, *other.endings]))[:MOST_NAMES]
        self.eyes = list(dict.fromkeys([*self.eyes, *other.eyes]))[:MOST_NAMES]
        for place, mine in self._beside(other):
            if mine is not None:
                mine.told = {**mine.told, **place.told, **mine.told}
                mine.taken = sorted({*mine.taken, *place.taken})
            elif len(self.places) < MOST_PLACES:
                self._add(msgspec.json.decode(msgspec.json.encode(place), type=Place), other.state(place))

    # States ---------------------------------------------------------------------------------------------------------

    def state(self, place: Place) -> bytes:
        """Returns the state that a place begins with; nothing where it is damaged."""
        return self._state(next(at for at, one in enumerate(self.places) if one is place))

    def _state(self, at: int) -> bytes:
        """Returns a state, unpacked against the whole one of its span."""
        whole = at - at % SPAN
        try:
            unpacker = zlib.decompressobj() if at == whole else zlib.decompressobj(zdict=self._state(whole))
            return unpacker.decompress(self.places[at].state, MOST_STATE_BYTES)
        except zlib.error:
            return b""

    def _packed(self, at: int, state: bytes) -> bytes:
        """Returns a state as it is kept: every 16th whole, the others against it."""
        if at % SPAN == 0:
            return zlib.compress(state, 9)
        packer = zlib.compressobj(9, zdict=self._state(at - at % SPAN))
        return packer.compress(state) + packer.flush()

    def _add(self, place: Place, state: bytes) -> None:
        place.state = self._packed(len(self.places), state)
        self.places.append(place)

    def _replace(self, place: Place, state: bytes) -> None:
        """Gives a place another state; those packed against it are packed anew."""
        at = next(at for at, one in enumerate(self.places) if one is place)
        after = range(at + 1, min(at + SPAN, len(self.places))) if at % SPAN == 0 else range(0)
        states = [self._state(number) for number in after]
        place.state = self._packed(at, state)
        for number, other in zip(after, states, strict=True):
            self.places[number].state = self._packed(number, other)

    # Finding --------------------------------------------------------------------------------------------------------

    def _gather(self, lines: Iterable[Line]) -> bool:
        """Takes in endings and perspectives; tells whether any was new."""
        before = len(self.endings) + len(self.eyes)
        for line in lines:
            for cue in line.cues:
                if cue.name == "ending" and cue.value not in self.endings:
                    self.endings.append(cue.value)
                elif cue.name == "perspective" and cue.value != "none" and key(cue.value) not in self.eyes:
                    self.eyes.append(key(cue.value))
        return len(self.endings) + len(self.eyes) > before

    def _untold(self, turn: Turn) -> Place | None:
        """Returns the one place that this turn can only be in another language, or None where there is none or more than one."""
        count = len(turn.page.choices)
        found = [
            place
            for place in self.places
            if (place.knot, place.shape) == (turn.knot, turn.shape)
            and turn.language not in place.told
            and all(len(told.choices) == count for told in place.told.values())
        ]
        return found[0] if len(found) == 1 else None

    def _beside(self, other: Atlas) -> list[tuple[Place, Place | None]]:
        """Returns every place of another atlas with the one here that it is, or None.

        One that was read here in another language is known where neither side has two that it could be.
        """
        pairs = [(place, next((one for one in self.places if _same(one, place)), None)) for place in other.places]
        met = {id(mine) for _, mine in pairs}
        mine = [one for one in self.places if id(one) not in met]
        theirs = [place for place, found in pairs if found is None]
        return [(place, found or _translated(place, mine, theirs)) for place, found in pairs]


def standing(stage: Stage) -> _Tags:
    """Returns the cues that put a stage up again."""
    names = {"music": ", ".join(stage.music), "people": ", ".join(stage.people), "view": stage.view}
    names |= {name: getattr(stage, name) or "" for name in ("scene", "ambience", "perspective", "note", "skip")}
    chapter = (("chapter", str(stage.chapter)),) if stage.chapter else ()
    # A chapter ends a skip and a note: it comes first.
    return (*chapter, *((name, value) for name, value in names.items() if value))


def _label(page: Page) -> str:
    """Returns the words that a place is known by: what stands above its choices, else the last words before them."""
    text = page.prompt or excerpt(page)
    return text if len(text) <= MOST_LABEL else text[: MOST_LABEL - 1].rstrip() + "…"


def _choices(page: Page) -> tuple[str, ...]:
    return tuple(choice.text[:MOST_CHOICE] for choice in page.choices[:64])


def _same(one: Place, other: Place) -> bool:
    """Tells whether two places are one, in a language that both were seen in."""
    return one.knot == other.knot and any(one.told[tag].choices == other.told[tag].choices for tag in one.told.keys() & other.told.keys())


def _translated(place: Place, mine: list[Place], theirs: list[Place]) -> Place | None:
    """Returns the one place here that a place can only be in another language, or None."""
    found = [one for one in mine if _may_be(one, place)]
    return found[0] if len(found) == 1 and sum(_may_be(found[0], one) for one in theirs) == 1 else None


def _may_be(one: Place, other: Place) -> bool:
    """Tells whether two places that were never seen in the same language can be one: the same script around as many choices."""
    apart = one.told.keys().isdisjoint(other.told) and bool(one.shape) and (one.knot, one.shape) == (other.knot, other.shape)
    return apart and len({len(told.choices) for told in (*one.told.values(), *other.told.values())}) == 1
