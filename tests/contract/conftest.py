"""The console's modules in a real browser, served with the headers they have in use."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from server.app import create_app
from server.commands.init import begin, prepare

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Generator[Page]:
    """Opens the console's page in Chromium; its modules can be imported there."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no Chromium here: apt install chromium")
    settings = prepare(tmp_path_factory.mktemp("console") / "data", "http://localhost:1", 1)
    begin(settings, "Lantern", bytes(32), "admin")
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://localhost:{server.port}/console/")
        page.get_by_label("Name").wait_for()
        yield page
        browser.close()
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["threshold"].close()
