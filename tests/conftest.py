"""What holds for every test: its own home, no screen or speaker but silent ones, and no skip where CI has all it needs."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}

# Driver settings that a test may still change; without them SDL would look for a screen and a sound card.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

# Two shared cores make single examples slow now and then; that is no finding. CI repeats the same examples each time.
settings.register_profile("threshold", deadline=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("threshold")


@pytest.fixture(autouse=True, scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """Gives the whole run a home of its own, so that nobody's saves, settings or keys are touched."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(folder))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder / name.lower()))
        patch.delenv("THRESHOLD_HOME", raising=False)
        yield folder


@pytest.fixture(autouse=True, scope="session")
def ctrl_c() -> Generator[None]:
    """Has programs that tests start hear Ctrl-C, also where the run was started in the background, which makes all of them deaf to it."""
    before = signal.getsignal(signal.SIGINT)
    if before == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _refuse_skip(report: Any) -> None:  # noqa: ANN401  test and collection reports share no public base
    """Turns a skip into a failure that keeps its reason; an expected failure stays one."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI skips nothing: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Holds skipped tests against the run in CI."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Holds skipped test files against the run in CI."""
    report = yield
    _refuse_skip(report)
    return report
