"""What is brought from npm is what the lock file names, or the build fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tools import vendor
from tools.failure import FailureError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the project's own npm files."""
    for name in vendor.NPM_FILES:
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def _modules(root: Path) -> Path:
    """Makes a node_modules with something in the place of everything wanted."""
    modules = root / "node_modules"
    for place, name in vendor.WANTED.items():
        path = modules / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode() + (vendor.BY_NAME[0] if place == vendor.REWRITTEN else b""))
    return modules


def _edit_lock(root: Path, key: str, value: str | None) -> None:
    """Sets one key of one package in the lock file, or takes it away."""
    path = root / "package-lock.json"
    lock = json.loads(path.read_text("utf-8"))
    package = lock["packages"]["node_modules/inkjs"]
    package.pop(key, None)
    if value is not None:
        package[key] = value
    path.write_text(json.dumps(lock), "utf-8")


def test_the_committed_lock_holds_a_hash_for_each_package_and_no_address() -> None:
    """The lock file can be served by any registry, and by none with other bytes."""
    vendor.check_lock(ROOT)


def test_the_lock_and_the_list_of_packages_agree() -> None:
    """Every package is asked for in one exact version, the one that is locked."""
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert asked == {name: locked[f"node_modules/{name}"]["version"] for name in asked}


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("integrity", None, "holds no SHA-512 hash for node_modules/inkjs"),
        ("integrity", "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "holds no SHA-512 hash for node_modules/inkjs"),
        ("resolved", "somewhere", "names an address for node_modules/inkjs"),
    ],
)
def test_a_weakened_lock_is_refused(root: Path, key: str, value: str | None, sentence: str) -> None:
    """A package without a strong hash, or bound to an address, stops the build before npm starts."""
    _edit_lock(root, key, value)
    with pytest.raises(FailureError, match=sentence):
        vendor.bring(root)


def test_a_missing_file_is_named(root: Path) -> None:
    """A package that lacks a wanted file is an error with its name, and nothing half brought is left marked as fresh."""
    modules = _modules(root)
    (modules / "inkjs/dist/ink-full.js").unlink()
    with pytest.raises(FailureError, match=r"inkjs/dist/ink-full\.js"):
        vendor.copy_wanted(modules, root)
    assert not vendor.fresh(root)


def test_what_was_brought_is_not_brought_again(root: Path) -> None:
    """With everything in place npm is not even looked for, so that the build works without a network."""
    vendor.copy_wanted(_modules(root), root)
    assert vendor.bring(root) is False


def test_another_lock_or_a_lost_file_is_stale(root: Path) -> None:
    """A changed lock file, or a deleted font, is brought again."""
    vendor.copy_wanted(_modules(root), root)
    font = next((root / vendor.FONTS).glob("*.woff"))
    font.rename(font.with_suffix(".away"))
    assert not vendor.fresh(root)
    font.with_suffix(".away").rename(font)
    assert vendor.fresh(root)
    _edit_lock(root, "integrity", "sha512-" + "A" * 86 + "==")
    assert not vendor.fresh(root)


def test_the_wrapper_imports_the_file_beside_it(root: Path) -> None:
    """A browser can follow what libsodium's wrapper imports; one that imports in another way is not taken."""
    modules = _modules(root)
    vendor.copy_wanted(modules, root)
    assert vendor.BY_NAME[1] in (root / vendor.REWRITTEN).read_bytes()
    (modules / vendor.WANTED[vendor.REWRITTEN]).write_bytes(b"nothing of the kind")
    with pytest.raises(FailureError, match="new way"):
        vendor.copy_wanted(modules, root)


def test_every_licence_travels_with_what_it_covers() -> None:
    """Each package's files come with its licence; libsodium's wrapper has its library's."""
    names = vendor.WANTED.values()
    packages = {name.partition("/files/")[0].partition("/dist/")[0].removesuffix("/axe.min.js") for name in names if "LICENSE" not in name}
    assert packages - {"libsodium-wrappers-sumo"} == {name.rpartition("/LICENSE")[0] for name in names if "LICENSE" in name}
