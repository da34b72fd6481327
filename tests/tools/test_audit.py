"""The audit says what it looked up, and never calls good what it did not."""

from __future__ import annotations

import json
from pathlib import Path

from tools import audit

ROOT = Path(__file__).parents[2]
SKIPPED = {"name": "flask", "skip_reason": "Dependency not found on PyPI and could not be audited: flask (3.1.3)"}
GOOD = {"name": "flask", "version": "3.1.3", "vulns": []}
BAD = {"name": "flask", "version": "3.1.3", "vulns": [{"id": "PYSEC-2030-1", "fix_versions": ["3.1.4"]}]}


def test_a_list_that_knows_nothing_was_not_reached() -> None:
    """Where every package was skipped, the report says that nothing was looked up, and not that nothing was found."""
    report = audit.told(audit.read({"dependencies": [SKIPPED]}), [])
    assert "NOT looked up" in report
    assert "0 faults" not in report


def test_packages_that_the_list_does_not_know_are_named() -> None:
    """Where some were looked up, the others are told by name."""
    report = audit.told(audit.read({"dependencies": [GOOD, {**SKIPPED, "name": "bink"}]}), [])
    assert "1 packages looked up, 0 faults found." in report
    assert "NOT looked up, as the list does not know them: bink." in report


def test_a_known_fault_is_told_with_the_release_that_mends_it() -> None:
    """A fault has its number and where it is mended."""
    assert "flask 3.1.3: PYSEC-2030-1 (mended in 3.1.4)" in audit.told(audit.read({"dependencies": [BAD]}), [])


def test_a_requirement_needs_both_bounds() -> None:
    """What may grow without end is found; a list of certificates may."""
    assert len(list(audit.bounds(["flask>=3", "flask<4", "certifi>=2025.1", "bink==0.7.1", "flask>=3,<4"]))) == 2


def test_a_locked_package_needs_its_hash() -> None:
    """A package without a SHA-512 is found; all of ours have one."""
    assert list(audit.locked({"packages": {"": {}, "node_modules/x": {"version": "1"}}}))
    assert not list(audit.locked(json.loads((ROOT / "package-lock.json").read_text("utf-8"))))


def test_nothing_is_wrong_here_as_far_as_can_be_seen_without_a_network() -> None:
    """Every requirement of the project is bound and met by what is installed, and nothing is given up by its makers."""
    assert audit.offline() == []
