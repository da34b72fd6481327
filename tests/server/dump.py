"""What somebody with the disk would have: every row, and every byte of the files beside."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from sqlalchemy import text

if TYPE_CHECKING:
    from pathlib import Path

    from server.app import House


def everything(house: House) -> bytes:
    """Returns every byte of a data folder, and every row of every table."""
    return files(house.config.folder) + rows(house)


def files(folder: Path) -> bytes:
    """Returns the bytes of every file below a folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def rows(house: House) -> bytes:
    """Returns every row of every table: bytes as they are, the rest as text."""
    found: list[bytes] = []
    with house.database.read() as session:
        for table in tables(house):
            for row in session.execute(text(f"SELECT * FROM {table}")):  # noqa: S608  a table's own name
                found += [bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in row]
    return b"\n".join(found)


def tables(house: House) -> list[str]:
    """Returns the names of all tables."""
    with house.database.engine.connect() as connection:
        return [name for name in house.database.engine.dialect.get_table_names(connection) if re.fullmatch("[a-z_]+", name)]


def heap(house: House) -> bytes:
    """Returns what lies in the database's own files, freed space included."""
    if house.database.is_sqlite:
        return files(house.config.folder)
    with house.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        found = connection.execute(
            text("SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class WHERE relkind IN ('r', 't') AND relfilenode <> 0")
        )
        return b"".join(bytes(row[0]) for row in found)


def word_forms(word: str) -> dict[str, bytes]:
    """Returns a word as it could stand somewhere: in several encodings, in an address, and wherever in a longer text of base64."""
    raw = word.encode()
    found = {"text": raw, "wide": word.encode("utf-16-le"), "hex": raw.hex().encode(), "quoted": quote(word).encode()}
    found["form"] = quote_plus(word).encode()
    for before in range(3):
        # The first and the last letters depend on what stands beside.
        text = base64.b64encode(bytes(before) + raw).rstrip(b"=")
        found[f"base64, {before} bytes on"] = text[-(-before * 8 // 6) : len(text) - ((before + len(raw)) % 3 > 0)]
    return found
