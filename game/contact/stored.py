"""What the server keeps, column by column, in words for players; a test holds it against the server's tables."""

from __future__ import annotations

from typing import Final

from game.errors import marked

# Each column of contact's tables stands under exactly one sentence.
STORED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        marked("A number made from your seven words, from which nobody can find the words again."),
        ("mailboxes.id", "conversations.mailbox_id"),
    ),
    (
        marked("A locked box that only your seven words open, and how often it was changed."),
        ("mailboxes.vault", "mailboxes.vault_version"),
    ),
    (
        marked("The letters, locked, each with a number, its place in the row, and who of those in the conversation sent it."),
        (
            "entries.conversation_id",
            "entries.seq",
            "entries.id",
            "entries.epoch",
            "entries.sender",
            "entries.sealed",
            "entries.hash",
            "conversations.id",
            "conversations.epoch",
            "conversations.last",
        ),
    ),
    (
        marked("The keys to the letters, locked for each person in the conversation."),
        ("wraps.conversation_id", "wraps.epoch", "wraps.pid", "wraps.sealed", "epochs.conversation_id", "epochs.epoch"),
    ),
    (
        marked("Which counsellors are in the conversation, and from which letter on."),
        ("members.conversation_id", "members.pid", "members.staff_id", "members.first_seq"),
    ),
    (
        marked("Which offer you picked, whether somebody has taken it on, and whose turn it is."),
        ("conversations.organisation_id", "conversations.offer", "conversations.state", "conversations.answered"),
    ),
    (
        marked("On which day something came. Never the hour."),
        ("mailboxes.day", "conversations.day", "conversations.turn_day", "entries.day", "epochs.day"),
    ),
    (
        marked("Until the next day: which puzzles were used up, so that none is used twice."),
        ("spent.digest", "spent.day"),
    ),
)
