"""Sessions rest: whoever was away for too long signs in again, however often they ask."""

from __future__ import annotations

from server.accounts.sessions import FULL, IDLE_SECONDS, PASSPHRASE, STEP_SECONDS, Sessions


def test_a_session_that_rested_too_long_stays_refused() -> None:
    """Asking twice with the same cookie opens nothing: what was refused once is not taken for new."""
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    for key, stage, most in ((b"desk", FULL, IDLE_SECONDS), (b"step", PASSPHRASE, STEP_SECONDS)):
        assert sessions._fresh(key, stage)
        now[0] += most
        assert sessions._fresh(key, stage)
        now[0] += most + 1
        assert [sessions._fresh(key, stage) for _ in range(3)] == [False, False, False]
