"""What a player set, kept so that one bad value costs only itself."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec

from game import guard
from game.errors import SettingsError, marked
from game.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 2**18
DEEPEST: Final = 4
BROKEN: Final = "settings.broken.json"

Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Theme = Literal["dusk", "night", "paper", "sepia", "contrast_dark", "contrast_light"]
Font = Literal["literata", "atkinson", "opendyslexic"]
Column = Literal["narrow", "standard", "wide"]
Keys = Annotated[dict[str, Annotated[list[str], msgspec.Meta(max_length=8)]], msgspec.Meta(max_length=64)]

_PARTLY = marked("Some of your settings could not be read and are as they were at first: {fields}.")
_WHOLLY = marked("Your settings could not be read and are as they were at first. The old file is kept as {name}.")
_UNWRITTEN = marked("Your settings could not be saved ({reason}). They hold until you leave the game.")


class Settings(msgspec.Struct, kw_only=True):
    """Every setting, with what it is before a player changes it.

    `language` "" means the system's; `text_size` is in per cent; `text_speed` is in words a second, 0 for at once;
    `speech_rate` and `auto_pace` are in words a minute; `voice` is one of the system's, "" for whichever speaks the language;
    `line_height` is in per cent of the designed one; `letter_spacing` and `word_spacing` are in per cent of the letters' size;
    `dim_pictures` is the part of their light that is taken away; `width` and `height` are the window's; `keys` has the keys of each
    verb that a player changed, by pygame's names; `scan_pace` is in tenths of a second.
    """

    language: Annotated[str, msgspec.Meta(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")] = ""
    text_size: Annotated[int, msgspec.Meta(ge=80, le=250)] = 100
    font: Font = "literata"
    line_height: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100
    letter_spacing: Annotated[int, msgspec.Meta(ge=0, le=20)] = 0
    word_spacing: Annotated[int, msgspec.Meta(ge=0, le=60)] = 0
    column_width: Column = "standard"
    justified: bool = False
    text_speed: Annotated[int, msgspec.Meta(ge=0, le=60)] = 0
    skip_new: bool = False
    auto_pace: Annotated[int, msgspec.Meta(ge=60, le=600)] = 180
    theme: Theme = "dusk"
    dim_pictures: Annotated[int, msgspec.Meta(ge=0, le=80)] = 0
    portraits: bool = True
    reduce_motion: bool = False
    scene_motion: bool = True
    music: Percent = 70
    ambience: Percent = 70
    sound: Percent = 80
    mute_unfocused: bool = True
    captions: bool = True
    read_aloud: bool = False
    keep_map: bool = True
    insight: bool = False
    speech_rate: Annotated[int, msgspec.Meta(ge=80, le=450)] = 175
    voice: Annotated[str, msgspec.Meta(max_length=120)] = ""
    voice_volume: Percent = 100
    fullscreen: bool = False
    keys: Keys = {}
    scan: bool = False
    scan_pace: Annotated[int, msgspec.Meta(ge=5, le=40)] = 15
    width: Annotated[int, msgspec.Meta(ge=320, le=16384)] = 1280
    height: Annotated[int, msgspec.Meta(ge=240, le=16384)] = 720


class SettingsFile:
    """The file that settings are kept in; `notice` is one sentence for the player where something in it could not be used."""

    def __init__(self, path: Path) -> None:
        """Takes the file, which is made with the first save."""
        self._path = path
        self.notice: SettingsError | None = None

    def load(self) -> Settings:
        """Returns the settings; what cannot be read is as it was at first, and a file with anything unreadable is kept aside."""
        self.notice = None
        try:
            with self._path.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return Settings()
        except OSError:
            self.notice = SettingsError(_WHOLLY, name=self._path.name)
            return Settings()
        return self._forgiving(raw)

    def save(self, settings: Settings) -> None:
        """Writes the settings.

        Raises SettingsError where they cannot be written; what was there before stays.
        """
        try:
            write_atomically(self._path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
        except OSError as fault:
            raise SettingsError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault

    def _forgiving(self, raw: bytes) -> Settings:
        """Returns the settings in these bytes, field by field."""
        values = _values(raw)
        if values is None:
            self._keep_aside(raw)
            self.notice = SettingsError(_WHOLLY, name=BROKEN)
            return Settings()
        settings = Settings()
        broken = [field.name for field in msgspec.structs.fields(Settings) if field.name in values and not _set(settings, field, values)]
        if broken:
            self._keep_aside(raw)
            self.notice = SettingsError(_PARTLY, fields=", ".join(broken))
        return settings

    def _keep_aside(self, raw: bytes) -> None:
        """Keeps a file that could not be read, for whoever wants to mend it."""
        with contextlib.suppress(OSError):
            write_atomically(self._path.with_name(BROKEN), raw)


def _values(raw: bytes) -> dict[str, Any] | None:
    """Returns the settings as they are written, or None where the file is no JSON object."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(raw, type=dict[str, Any]) if guard.fits(raw, size=MOST_BYTES, depth=DEEPEST) else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _set(settings: Settings, field: msgspec.structs.FieldInfo, values: dict[str, Any]) -> bool:
    """Sets one field; tells whether its value was one that the field can have."""
    try:
        setattr(settings, field.name, msgspec.convert(values[field.name], type=field.type))
    except msgspec.ValidationError:
        return False
    return True
