"""What the command prints of its tables, and what the writers' page says of them, is true."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from studio import cli, guide, home
from studio.codes import CODES
from studio.guide import TABLES, renewed

if TYPE_CHECKING:
    import pytest


ROOT = Path(__file__).resolve().parents[2]
VERBS = ("check", "build", "pack", "plan", "translate")


def test_the_guide_renews_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old tables between the marks are replaced, and the rest of a page stays."""
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- cues: made -->\nold\n<!-- /cues -->\nAfter\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["guide", str(page)])
    assert guide.main() == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before\n<!-- cues: made -->\n\n| cue |")
    assert text.endswith("<!-- /cues -->\nAfter\n")
    assert "old" not in text


def test_the_home_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """THRESHOLD_HOME decides where keys are kept; without it, the system does."""
    assert home.home({"THRESHOLD_HOME": str(tmp_path)}) == tmp_path
    monkeypatch.delenv("THRESHOLD_HOME", raising=False)
    assert home.home({}).name == "Threshold"


def test_tables_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`cues` and `codes` print every row of their tables."""
    from game.story.cues import CUES

    assert (cli.main(["cues"]), cli.main(["codes"])) == (0, 0)
    text = capsys.readouterr().out
    assert all(f"# {name}: " in text for name in CUES)
    assert all(f"{name}  " in text for name in CODES)


def test_the_writers_page_is_true() -> None:
    """The tables on the writers' page are those of the tools, every verb is told, and its sample plan can be read."""
    from studio.plan import parse
    from studio.text_file import TextFile

    page = (ROOT / "docs" / "writers.md").read_text(encoding="utf-8")
    assert renewed(page, TABLES) == page, "run `python -m studio.guide docs/writers.md`"
    assert all(f"threshold-studio {verb}" in page for verb in (*VERBS, "cues", "codes", "key"))
    sample = page.split("```plan\n", 1)[1].split("```", 1)[0]
    assert parse(TextFile("sample.plan", sample)).faults == []


def test_every_complaint_is_used_and_has_a_way_out() -> None:
    """Each code stands somewhere in the studio, has a mend, and a sentence that ends."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "studio").glob("*.py") if path.name != "codes.py")
    for name, code in CODES.items():
        assert f'"{name}"' in source, name
        assert code.mend, name
        assert code.sentence.endswith((".", "}")), name
