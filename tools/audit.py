"""Says what is known against the packages that this is built on: `python3 run.py audit`.

pip-audit asks a public list of known faults. Where that list is not reached, or does not know a package, this says so: what was not looked
up is never called good. What can be looked at without a network is looked at in any case: bounds, hashes, and what was installed.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[1]
OURSELVES = "threshold"
PATIENCE = 300
# Of these a new release is wanted whatever it brings: lists of certificates grow old, they do not break.
UNBOUNDED = {"certifi"}
_INTEGRITY = re.compile(r"sha512-[A-Za-z0-9+/]{86}==")


@dataclass
class Known:
    """What the public list says: packages it knows, those it does not, faults found, and why it was not reached, if it was not."""

    looked: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unreached: str = ""


def online() -> Known:
    """Asks the public list about everything that is installed here."""
    command = [sys.executable, "-m", "pip_audit", "--local", "--progress-spinner", "off", "--format", "json"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return read(json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        return Known(unreached=f"no answer within {PATIENCE} s")
    except ValueError:
        said = done.stderr.strip().split("\n")[-1]
        return Known(unreached="pip-audit is not installed: pip install -e .[audit]" if "No module" in said else said[:200])


def read(answer: dict[str, Any]) -> Known:
    """Returns what an answer of pip-audit says; a package that was skipped counts as not looked up."""
    known = Known()
    for package in answer["dependencies"]:
        name = package["name"]
        if name == OURSELVES:
            continue
        (known.unknown if "skip_reason" in package else known.looked).append(name)
        for fault in package.get("vulns", ()):
            mended = ", ".join(fault["fix_versions"]) or "no release yet"
            known.faults.append(f"{name} {package['version']}: {fault['id']} (mended in {mended})")
    if not known.looked:
        known.unreached = "the list of known faults knows none of the packages, so it was not reached"
    return known


def groups(project: dict[str, Any]) -> dict[str, list[str]]:
    """Returns every list of requirements of pyproject.toml."""
    said = project["project"]
    return {"build-system": project["build-system"]["requires"], "dependencies": said["dependencies"], **said["optional-dependencies"]}


def bounds(asked: Iterable[str]) -> Iterator[str]:
    """Yields what is wrong with some requirements: no lower bound, or no upper one."""
    for text in asked:
        requirement = Requirement(text)
        signs = {one.operator for one in requirement.specifier}
        if requirement.name in {OURSELVES, *UNBOUNDED} or signs & {"==", "~="}:
            continue
        if not signs & {">=", ">"} or not signs & {"<", "<="}:
            yield f"pyproject.toml: “{text}” is not bound on both sides."


def installed(asked: Iterable[str]) -> Iterator[str]:
    """Yields requirements that what is installed here does not meet."""
    for text in asked:
        requirement = Requirement(text)
        if requirement.name == OURSELVES or (requirement.marker and not requirement.marker.evaluate()):
            continue
        try:
            version = importlib.metadata.version(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            yield f"{requirement.name} {version} is installed, and “{text}” is asked for."


def locked(lock: dict[str, Any]) -> Iterator[str]:
    """Yields what is wrong with package-lock.json: a package without a version or a SHA-512."""
    for name, package in lock["packages"].items():
        if name and (not package.get("version") or not _INTEGRITY.fullmatch(package.get("integrity", ""))):
            yield f"package-lock.json: {name} has no version with a SHA-512."


def withdrawn() -> Iterator[str]:
    """Yields installed packages whose makers say themselves that they are no longer looked after."""
    for one in importlib.metadata.distributions():
        if "Development Status :: 7 - Inactive" in (one.metadata.get_all("Classifier") or ()):
            yield f"{one.metadata['Name']} {one.version} calls itself inactive."


def offline() -> list[str]:
    """Returns everything that is wrong as far as it can be seen from here."""
    listed = groups(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")))
    asked = [text for group in listed.values() for text in group]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    return [*bounds(asked), *installed(asked), *locked(lock), *withdrawn()]


def told(known: Known, wrong: list[str]) -> str:
    """Returns the report: what was looked up, what was not, and what was found."""
    lines = [f"Bounds, locked hashes and what is installed: {len(wrong) or 'nothing'} wrong.", *wrong]
    if known.unreached:
        lines.append(f"Known faults: NOT looked up ({known.unreached}). Run this again where the network reaches the list.")
    else:
        lines.append(f"Known faults: {len(known.looked)} packages looked up, {len(known.faults)} faults found.")
    lines += known.faults
    if known.unknown and not known.unreached:
        lines.append(f"NOT looked up, as the list does not know them: {', '.join(known.unknown)}.")
    return "\n".join(lines)


def main() -> int:
    """Looks, and returns 1 where something is wrong: what was not looked up is told, and is no failure."""
    known, wrong = online(), offline()
    print(told(known, wrong))
    return int(bool(known.faults or wrong))


if __name__ == "__main__":
    raise SystemExit(main())
