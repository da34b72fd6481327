"""Insight."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Goes forward."""
    op.create_table(
        "insight_releases",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("story", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=14), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("chapters", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_insight_releases")),
    )
    op.create_table(
        "insight_questions",
        sa.Column("id", sa.String(length=145), nullable=False),
        sa.Column("release_id", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("epsilon", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["insight_releases.id"], name=op.f("fk_insight_questions_release_id_insight_releases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_insight_questions")),
    )
    with op.batch_alter_table("insight_questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_insight_questions_release_id"), ["release_id"], unique=False)

    op.create_table(
        "insight_cells",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("question_id", sa.String(length=145), nullable=False),
        sa.Column("answer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["insight_questions.id"], name=op.f("fk_insight_cells_question_id_insight_questions")),
        sa.PrimaryKeyConstraint("week", "question_id", "answer", name=op.f("pk_insight_cells")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Goes back."""
    op.drop_table("insight_cells")
    with op.batch_alter_table("insight_questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_insight_questions_release_id"))

    op.drop_table("insight_questions")
    op.drop_table("insight_releases")
