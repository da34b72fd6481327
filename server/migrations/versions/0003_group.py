"""Group sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Goes forward."""
    op.create_table(
        "group_rooms",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("host", sa.LargeBinary(length=32), nullable=False),
        sa.Column("lead", sa.LargeBinary(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("blank", sa.Boolean(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("joined", sa.Integer(), nullable=False),
        sa.Column("current", sa.Integer(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("rest", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_rooms")),
        sa.UniqueConstraint("code", name=op.f("uq_group_rooms_code")),
        sa.UniqueConstraint("host", name=op.f("uq_group_rooms_host")),
        sa.UniqueConstraint("lead", name=op.f("uq_group_rooms_lead")),
    )
    op.create_table(
        "group_rounds",
        sa.Column("room_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("talk", sa.Integer(), nullable=False),
        sa.Column("talked", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["group_rooms.id"], name=op.f("fk_group_rounds_room_id_group_rooms")),
        sa.PrimaryKeyConstraint("room_id", "number", name=op.f("pk_group_rounds")),
    )
    op.create_table(
        "group_seats",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("room_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("gone", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["group_rooms.id"], name=op.f("fk_group_seats_room_id_group_rooms")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_group_seats")),
        sa.UniqueConstraint("room_id", "seat", name=op.f("uq_group_seats_room_id_seat")),
    )
    op.create_table(
        "group_votes",
        sa.Column("room_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ballot", sa.LargeBinary(length=32), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["group_rooms.id"], name=op.f("fk_group_votes_room_id_group_rooms")),
        sa.PrimaryKeyConstraint("room_id", "number", "ballot", name=op.f("pk_group_votes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "group_words",
        sa.Column("room_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ballot", sa.LargeBinary(length=32), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["group_rooms.id"], name=op.f("fk_group_words_room_id_group_rooms")),
        sa.PrimaryKeyConstraint("room_id", "number", "ballot", name=op.f("pk_group_words")),
        sa.UniqueConstraint("id", name=op.f("uq_group_words_id")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Goes back."""
    op.drop_table("group_words")
    op.drop_table("group_votes")
    op.drop_table("group_seats")
    op.drop_table("group_rounds")
    op.drop_table("group_rooms")
