"""What is left of a session: sums that were revealed, what was talked about, how long it took. Nothing of any one phone."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from server.group.models import VOTE, RoomRow, RoundRow
from server.group.state import answers, asked, counted, shown, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

HEAD = ("round", "question", "kind", "answered", "choice", "text", "votes", "shown", "talked about")
# What spreadsheets take for the beginning of something to compute.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SHOWN, FEW, HIDDEN = "shown", "few", "not revealed"


def of(session: Session, room: RoomRow) -> dict[str, Any]:
    """Returns a session's sums."""
    rows = session.scalars(select(RoundRow).where(RoundRow.room_id == room.id).order_by(RoundRow.number))
    return {"title": titled(room.title), "minutes": room.age, "seats": room.joined, "rounds": [_round(session, row) for row in rows]}


def _round(session: Session, row: RoundRow) -> dict[str, Any]:
    """Returns the sums of one round."""
    found, talked = asked(row.texts), {int(one) for one in row.talked.split()}
    counts = counted(session, row.room_id, row.number, len(found.choices)) if row.kind == VOTE else ()
    votes, few, tie = shown(counts, row.state)
    return {
        "number": row.number,
        "question": row.question,
        "kind": row.kind,
        "text": found.text,
        "answered": answers(session, row.room_id, row.number, row.kind),
        "shown": SHOWN if votes is not None else FEW if few else HIDDEN,
        "tie": list(tie),
        "choices": [
            {"text": one.text, "prompt": one.prompt, "votes": votes[place] if votes else None, "talked": place + 1 in talked}
            for place, one in enumerate(found.choices)
        ],
    }


def picked(texts: Mapping[str, str], language: str) -> str:
    """Returns the text in a language, in English, or any there is."""
    return texts.get(language) or texts.get(language.partition("-")[0]) or texts.get("en") or next(iter(texts.values()), "")


def table(found: Mapping[str, Any], language: str) -> str:
    """Returns a session's sums as CSV, which spreadsheets open as it is."""
    written = io.StringIO()
    # Without this mark some take it for another encoding.
    written.write("\ufeff")
    lines = csv.writer(written)
    lines.writerow(HEAD)
    for one in found["rounds"]:
        lines.writerows(_lines(one, language))
    return written.getvalue()


def _lines(one: Mapping[str, Any], language: str) -> Iterator[tuple[str, ...]]:
    """Yields a line for each choice of a round, or one where it has none."""
    head = (str(one["number"]), _plain(picked(one["text"], language)), one["kind"], str(one["answered"]))
    if not one["choices"]:
        yield (*head, "", "", "", "", "")
    for place, choice in enumerate(one["choices"], 1):
        votes = "" if choice["votes"] is None else str(choice["votes"])
        talked = _plain(picked(choice["prompt"], language) or "yes") if choice["talked"] else ""
        yield (*head, str(place), _plain(picked(choice["text"], language)), votes, one["shown"], talked)


def _plain(said: str) -> str:
    """Returns a text that no spreadsheet computes."""
    return f"'{said}" if said.startswith(FORMULA) else said
