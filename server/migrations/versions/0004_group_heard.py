"""Which phones of a group were heard of, and which minute a room was aged in, for servers of several processes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Goes forward."""
    op.add_column("group_rooms", sa.Column("minute", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("group_seats", sa.Column("heard", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Goes back."""
    op.drop_column("group_seats", "heard")
    op.drop_column("group_rooms", "minute")
