"""The whole vocabulary of tags that a writer can use, in one table."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from game.errors import CueError, marked
from game.story.tongue import heard

if TYPE_CHECKING:
    from collections.abc import Mapping

Place = Literal["line", "choice", "both"]

NAME = r"[a-z][a-z0-9_]*"
NAMES = rf"{NAME}(?:\s*,\s*{NAME})*"
PERSON = r"[^\W\d_][\w .'’-]{0,39}"
TEXT = r"\S.{0,399}"
SIGNS = ("heart", "laugh", "surprise", "thumb", "boat")


@dataclass(frozen=True, slots=True)
class Cue:
    """One tag, read: `# music: kick, bass` is Cue("music", "kick, bass").

    `own`: its words are in the story's own language although another is told, for want of a translation.
    """

    name: str
    value: str
    own: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Returns the value as a list of names; `none` is the empty list."""
        if self.value == "none":
            return ()
        return tuple(part.strip() for part in self.value.split(","))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cue takes, where it may stand, and what it does, for the checker and the writers' page alike."""

    argument: str
    pattern: str
    place: Place
    meaning: str
    example: str


CUES: Mapping[str, Rule] = MappingProxyType(
    {
        "scene": Rule("NAME | none", NAME, "line", "Shows this picture until the next one.", "scene: bakery_back_room"),
        "view": Rule("page | chat", r"page|chat", "line", "Sets how lines are shown from here on.", "view: chat"),
        "thread": Rule("NAME", NAME, "line", "Opens a conversation of story.toml: what follows is written there.", "thread: band"),
        "waits": Rule("NAME", NAME, "line", "Lets this message wait, unread, in another conversation.", "waits: sana"),
        "photo": Rule("NAME", NAME, "line", "Sends a scene's picture under this message.", "photo: stage"),
        "reaction": Rule(
            "PERSON, SIGN",
            rf"{PERSON}\s*,\s*(?:{'|'.join(SIGNS)})",
            "line",
            f"Puts somebody's sign on this message: {', '.join(SIGNS[:-1])} or {SIGNS[-1]}.",
            "reaction: Pauli, boat",
        ),
        "time": Rule("HH:MM", r"(?:[01]\d|2[0-3]):[0-5]\d", "line", "Sets the clock of the phone.", "time: 23:52"),
        "speaker": Rule("PERSON", PERSON, "both", "Says whose words these are.", "speaker: Rae"),
        "mood": Rule("NAME", NAME, "both", "Picks the speaker's portrait.", "mood: guarded"),
        "music": Rule("NAMES | none", NAMES, "line", "Names every layer that sounds from here on; others fade.", "music: kick, bass"),
        "ambience": Rule("NAME | none", NAME, "line", "Plays this place's air until the next one.", "ambience: bakery_air"),
        "sound": Rule("NAME", NAME, "line", "Plays a sound once, with its caption.", "sound: key_on_wood"),
        "pause": Rule(
            "SECONDS",
            r"(?:[0-4](?:\.\d+)?|5(?:\.0+)?)",
            "line",
            "Waits before this line, at most five seconds; a key ends it.",
            "pause: 1.5",
        ),
        "chapter": Rule("NUMBER", r"[1-9]\d?", "line", "Begins a chapter of story.toml.", "chapter: 1"),
        "ending": Rule("NAME", NAME, "line", "Records that this ending was reached.", "ending: left_quietly"),
        "offramp": Rule(
            "NAME",
            NAME,
            "line",
            "Marks another way that is open to the character; players see nothing of it.",
            "offramp: cupboard",
        ),
        "perspective": Rule("PERSON | none", PERSON, "line", "Tells the scene through somebody else's eyes.", "perspective: Nilu"),
        "people": Rule("PERSONS | none", rf"{PERSON}(?:\s*,\s*{PERSON})*", "line", "Says who is in the room.", "people: Rae, Mika"),
        "note": Rule("TEXT", TEXT, "line", "Says, before a scene, what is in it, in plain words.", "note: A window is broken."),
        "ask": Rule("NAME", NAME, "both", "Marks the place of a question of story.toml.", "ask: which_key"),
        "prompt": Rule(
            "TEXT", TEXT, "choice", "Stands above a set of choices; the same on each of them.", "prompt: She had said it to the dough."
        ),
        "discuss": Rule("TEXT", TEXT, "choice", "Gives a group's facilitator something to ask here.", "discuss: Whom does it help?"),
        "skip": Rule(
            "KNOT",
            r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?",
            "line",
            "Says where the story goes on when this scene is skipped.",
            "skip: mums_kitchen",
        ),
    }
)

_TAG = re.compile(r"\s*([^:\s]+)\s*(?::\s*(.*?))?\s*", re.DOTALL)


def suggestion(name: str) -> str | None:
    """Returns the cue whose name is nearest to `name`, or None where nothing is near."""
    near = difflib.get_close_matches(name.lower(), CUES, n=1, cutoff=0.6)
    return near[0] if near else None


def parse(tag: str) -> Cue:
    """Returns the cue that a tag's text stands for.

    Raises CueError where the name is unknown (with the nearest known one) or the argument does not fit.
    """
    match = _TAG.fullmatch(tag)
    name = match.group(1) if match else tag.strip()
    rule = CUES.get(name)
    if rule is None:
        near = suggestion(name)
        if near:
            raise CueError(marked("There is no cue “{name}”: did you mean “{near}”?"), name=name, near=near)
        raise CueError(marked("There is no cue “{name}”: the list stands in the writers' guide."), name=name)
    value, own = heard((match.group(2) or "") if match else "")
    optional = rule.argument.endswith("none") and value == "none"
    if not optional and not re.fullmatch(rule.pattern, value):
        raise CueError(
            marked("The cue “{name}” takes {argument}, as in “# {example}”."),
            name=name,
            argument=rule.argument,
            example=rule.example,
        )
    return Cue(name, value, own)


def parse_all(tags: list[str]) -> tuple[tuple[Cue, ...], tuple[CueError, ...]]:
    """Returns the cues of a line's tags, and what was wrong with the rest: a player's story goes on without them."""
    cues: list[Cue] = []
    faults: list[CueError] = []
    for tag in tags:
        try:
            cues.append(parse(tag))
        except CueError as fault:
            faults.append(fault)
    return tuple(cues), tuple(faults)
