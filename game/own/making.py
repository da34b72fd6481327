"""Makes an organisation's own download out of one that was made already: data is exchanged, no code is touched, nothing is compiled."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from game import deployment
from game.contact.directory import Directory
from game.errors import PackError
from game.own import house, order, packed, sums
from game.own.errors import OwnError
from game.story.library import SUFFIX, trusted_keys
from game.story.pack import open_pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from nacl.signing import SigningKey

    from game.own.order import Order

_GAME: Final = Path("parts") / "game"
_KEYS: Final = "trusted.keys"


def make(config: Path, source: Path, to: Path, key: SigningKey | None, say: Callable[[str], None], *, packs: bool = True) -> Path:
    """Makes the folder, tries it, packs it, and returns the archive; the folder where it is not to be packed.

    Raises OwnError where the order or the source cannot be used; nothing is left behind then.
    """
    wanted = order.read(config)
    if not (source / _GAME / "packs").is_dir():
        raise OwnError("{name} is no unpacked download: start this from one, or name one with --from.", name=source)
    if wanted.publisher:
        say(f"{sums.verify(source, wanted.publisher)} files are as their publisher signed them.")
    target = to.resolve() / _named(wanted.name, source)
    if target.exists():
        raise OwnError("{name} is there already: move it away first.", name=target)
    if target.is_relative_to(source.resolve()):
        raise OwnError("The new download cannot lie inside the one that it is made of: name another folder with --to.")
    try:
        _copy(source, target)
        for step in (_stories, _languages, _help, _dress, _servers):
            step(wanted, config.parent, target)
        sums.write(target, list(sums.files(target)), key)
        say(_tried(target))
        if not packs:
            return target
        archive = target.with_name(target.name + (".zip" if any(target.glob("*.exe")) else ".tar.xz"))
        (packed.zipped if archive.suffix == ".zip" else packed.tar)(target, archive)
    except OSError as fault:
        shutil.rmtree(target, ignore_errors=True)
        raise OwnError("{name} cannot be written ({reason}).", name=fault.filename or target, reason=fault.strerror or fault) from fault
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    sums.write(target.parent, [archive], key)
    return archive


def _named(name: str, source: Path) -> str:
    """Returns what the folder is called: the organisation's name in plain letters, and version and system as they were."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "own"
    bill = re.fullmatch(r"[a-z0-9-]*?-(\d.*)", source.resolve().name)
    return f"{slug}-{bill[1]}" if bill else slug


def _copy(source: Path, target: Path) -> None:
    """Copies everything but what a portable copy has kept."""
    skipped = sums.LATER

    def at_top(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name in skipped] if Path(folder) == source else []

    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, target, symlinks=True, ignore=at_top)


def _stories(wanted: Order, beside: Path, target: Path) -> None:
    """Puts the stories in; each must be signed by a key that the new build trusts."""
    packs = target / _GAME / "packs"
    if wanted.stories.trust:
        text = (packs / _KEYS).read_text("utf-8").rstrip() + "\n" + "\n".join(key.lower() for key in wanted.stories.trust) + "\n"
        (packs / _KEYS).write_text(text, "utf-8")
    trusted = trusted_keys(packs / _KEYS)
    there = {open_pack(path, trusted).manifest.id: path for path in sorted(packs.glob(f"*{SUFFIX}"))}
    if wanted.stories.keep is not None:
        for name in wanted.stories.keep:
            if name not in there:
                raise OwnError("There is no story “{name}” in this download: there are {known}.", name=name, known=", ".join(there))
        for name in there.keys() - set(wanted.stories.keep):
            there.pop(name).unlink()
    for added in wanted.stories.add:
        _add(beside / added, packs, trusted)
    if not any(packs.glob(f"*{SUFFIX}")):
        raise OwnError("No story would be left: keep one, or add one.")


def _add(path: Path, packs: Path, trusted: frozenset[str]) -> None:
    try:
        book = open_pack(path, trusted)
    except PackError as fault:
        raise OwnError("{name}: {reason}", name=path.name, reason=str(fault)) from fault
    if not book.trusted:
        raise OwnError(
            "{name} is signed by {key}, which this build does not trust: name it in trust.", name=path.name, key=book.key or "nobody"
        )
    shutil.copyfile(path, packs / f"{book.manifest.id}{SUFFIX}")


def _languages(wanted: Order, beside: Path, target: Path) -> None:  # noqa: ARG001  every step is called alike
    """Takes out the languages that are not offered; English is what the others are translated from, and stays."""
    folder = target / _GAME / "catalogues"
    there = {path.name.replace("_", "-"): path for path in folder.iterdir() if path.is_dir()}
    for tag in wanted.languages:
        if tag != "en" and tag not in there:
            raise OwnError("The game does not speak “{tag}”: it speaks {known}.", tag=tag, known=", ".join(["en", *sorted(there)]))
    if wanted.languages:
        for tag in there.keys() - set(wanted.languages):
            shutil.rmtree(there[tag])


def _help(wanted: Order, beside: Path, target: Path) -> None:
    """Puts in the organisation's own directories of help, in place of those that were there."""
    if not wanted.help:
        return
    folder = target / _GAME / "help"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted((beside / wanted.help).glob("*.toml")):
        try:
            msgspec.toml.decode(path.read_bytes(), type=Directory)
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise OwnError("The directory {name} cannot be used ({reason}).", name=path.name, reason=str(fault)) from fault
        shutil.copyfile(path, folder / path.name)


def _dress(wanted: Order, beside: Path, target: Path) -> None:  # noqa: ARG001  as above
    """Writes down name and colours, for the game to find."""
    lines = [order.toml({"name": wanted.name}).decode()]
    for look, colours in wanted.colours.items():
        lines.append(f"[colours.{look}]\n" + order.toml(dict(colours)).decode())
    (target / _GAME / house.FILE).write_text("\n".join(lines), "utf-8")


def _servers(wanted: Order, beside: Path, target: Path) -> None:  # noqa: ARG001  as above
    """Writes down where the servers are, among the parts: a file beside the program still goes first."""
    if text := order.servers(wanted):
        (target / _GAME / deployment.NAME).write_bytes(text)


def _tried(target: Path) -> str:
    """Starts what was made, where this machine can; returns what came of it.

    Raises OwnError where it does not hold.
    """
    program = next((path for path in (target / "threshold.exe", target / "threshold") if path.is_file()), None)
    if program is None or (program.suffix == ".exe") != (os.name == "nt"):
        return "It is for another system, so it was not tried here: start it there with --selftest."
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "THRESHOLD_HOME": home, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
        try:
            done = subprocess.run(  # noqa: S603 - what was made a moment ago
                [str(program), "--selftest"], env=environment, capture_output=True, text=True, check=False, timeout=600
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise OwnError("What was made does not start here ({reason}).", reason=fault) from fault
    if done.returncode:
        raise OwnError("What was made does not hold: {reason}", reason=(done.stdout + done.stderr).strip()[-2000:])
    return "It starts: every screen was drawn, every story opened."
