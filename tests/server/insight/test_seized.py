"""Who seizes the database holds sums, and nothing that says who sent what, when, or in which order."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect, text

from server.accounts import secret
from server.app import create_app
from server.config import Config
from server.insight.models import OFFSET
from tests.server.conftest import free_port
from tests.server.dump import heap, tables
from tests.server.insight.conftest import TOLD
from tests.server.insight.reports import listening, manifest, pack, send
from tests.server.organisation import wired
from tests.server.wires import ProcessWire

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from server.app import House
    from server.insight.service import Insight

ORDERS = 20
# Every column there is, with its type on SQLite and PostgreSQL. A day is always a Monday; nothing is finer.
ALLOWED = {
    "insight_releases": {
        "id": "VARCHAR(80)",
        "story": "VARCHAR(64)",
        "version": "VARCHAR(14)",
        "title": "TEXT",
        "chapters": "TEXT",
        "languages": "TEXT",
    },
    "insight_questions": {
        "id": "VARCHAR(145)",
        "release_id": "VARCHAR(80)",
        "place": "INTEGER",
        "name": "VARCHAR(64)",
        "kind": "VARCHAR(16)",
        "options": "TEXT",
        "epsilon": "INTEGER",
        "text": "TEXT",
        "answers": "TEXT",
    },
    "insight_cells": {"week": "DATE", "question_id": "VARCHAR(145)", "answer": "INTEGER", "n": "BIGINT"},
}


def _arrive(app: Flask, reports: list[bytes], dice: random.Random) -> None:
    """Sends reports over HTTP from many addresses, and writes once in between and once behind."""
    insight, between = wired(app).insight, dice.randrange(20, len(reports) - 20 + 1)
    with listening(app) as port:
        wire = ProcessWire(port)
        for number, one in enumerate(reports):
            wire.address = f"203.0.113.{dice.randrange(256)}"
            assert send(wire, one).status == 204
            if number + 1 == between:
                insight.flush()
        wire.close()
    insight.flush()


def _folder(place: Path, template: Path) -> Config:
    """Returns the configuration of a new folder with a copy of a database."""
    place.mkdir(mode=0o700)
    shutil.copy(template, place / "threshold.sqlite")
    made = Config(folder=place, origin="http://localhost", port=free_port(), proxies=1)
    secret.make(made.secret)
    return made


def test_the_file_is_the_same_whatever_came_first(tmp_path: Path, empty_sqlite: Path, sent: list[bytes]) -> None:
    """Twenty orders of arrival, each written at another moment, leave files that are equal byte by byte, and an empty log."""
    first = create_app(_folder(tmp_path / "first", empty_sqlite))
    wired(first).insight.register(pack(manifest()))
    wired(first).insight.tidy()
    wired(first).close()
    registered, found, dice = tmp_path / "first" / "threshold.sqlite", set(), random.Random(7)
    for number in range(ORDERS):
        settings = _folder(tmp_path / f"order{number}", registered)
        app, reports = create_app(settings), dice.sample(sent, len(sent))
        _arrive(app, reports, dice)
        # As it lies there while the server runs.
        log = settings.folder / "threshold.sqlite-wal"
        assert log.stat().st_size == 0
        found.add((settings.folder / "threshold.sqlite").read_bytes())
        counts = _sums(wired(app))
        assert [counts[question] for question in TOLD] == [[answers.count(one) for one in range(3)] for answers in TOLD.values()]
        wired(app).close()
    assert len(found) == 1
    assert found != {registered.read_bytes()}


def _sums(house: House) -> dict[str, list[int]]:
    """Returns the sums of this week by question, with the offset taken off."""
    found: dict[str, list[int]] = {}
    query = text("SELECT question_id, n FROM insight_cells WHERE week = (SELECT min(week) FROM insight_cells) ORDER BY question_id, answer")
    with house.database.read() as session:
        for question, n in session.execute(query):
            found.setdefault(question, []).append(n - OFFSET)
    return found


def _lying(house: House) -> dict[str, list[tuple[object, ...]]]:
    """Returns every row of every table, with the place where PostgreSQL keeps it."""
    place = "" if house.database.is_sqlite else "ctid::text, "
    with house.database.read() as session:
        return {name: [tuple(row) for row in session.execute(text(f"SELECT {place}* FROM {name}"))] for name in tables(house)}  # noqa: S608  a table's own name


def test_a_dump_holds_sums_alone(app: Flask, house: House, insight: Insight, sent: list[bytes]) -> None:
    """Reports change the sums of their week and no other row; where rows lie does not depend on the order; no earlier sum is left."""
    before = _lying(house)
    dice = random.Random(3)
    _arrive(app, dice.sample(sent, len(sent)), dice)
    after = _lying(house)
    assert {name for name in after if before[name] != after[name]} == {"insight_cells"}
    assert len(after["insight_cells"]) == len(before["insight_cells"])
    assert sum(n - OFFSET for *_, n in after["insight_cells"] if isinstance(n, int)) == len(sent)
    keys = [row[-4:-1] for row in after["insight_cells"]]
    assert keys == sorted(keys, key=lambda row: [str(part) for part in row])
    kept = heap(house)
    for one in sent:
        assert one.rstrip() not in kept
        assert one.partition(b'"pow":')[2].rstrip(b" }") not in kept
    assert insight.buffer.take_out() == []


def test_every_column_is_allowed(house: House) -> None:
    """The tables of insight have exactly the columns listed here, none of which is a time or stands for anybody."""
    with house.database.engine.connect() as connection:
        looked = inspect(connection)
        found = {
            name: {column["name"]: str(column["type"]) for column in looked.get_columns(name)}
            for name in looked.get_table_names()
            if name.startswith("insight")
        }
    assert found == ALLOWED


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_cells_are_there_before_anybody_answers(house: House, insight: Insight) -> None:
    """Registering makes a cell for every answer of every question, for this week and four more, at the offset; once more adds none."""
    with house.database.read() as session:
        rows = session.execute(text("SELECT week, question_id, answer, n FROM insight_cells")).all()
    assert len(rows) == 5 * (3 + 4 + 3 + 3)
    assert {row.n for row in rows} == {OFFSET}
    insight.prepare()
    with house.database.read() as session:
        assert session.execute(text("SELECT week, question_id, answer, n FROM insight_cells")).all() == rows
