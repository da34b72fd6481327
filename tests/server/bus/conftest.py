"""What tests of several processes stand on: PostgreSQL alone, a Redis of their own, and lines of events that are really open."""

from __future__ import annotations

import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
import redis

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture
def kind() -> str:
    """Names the database: several processes need PostgreSQL."""
    return "postgresql"


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """Gives the address of a Redis that writes nothing and is reached through a socket only."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("Redis is not installed")
    path = tmp_path_factory.mktemp("redis") / "s"
    command = [program, "--port", "0", "--unixsocket", str(path), "--save", "", "--appendonly", "no", "--dir", str(path.parent)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            url, end = f"unix://{path}", time.monotonic() + 20
            while not path.exists():
                assert time.monotonic() < end
                time.sleep(0.02)
            with redis.Redis.from_url(url) as client:
                assert client.ping()
            yield url
        finally:
            process.terminate()
