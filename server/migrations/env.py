"""What Alembic runs: our tables, on the connection that it is given."""

from __future__ import annotations

from alembic import context

import server.accounts.models
import server.contact.models
import server.group.models
import server.insight.models  # noqa: F401  as above
from server.db import Base


def run() -> None:
    """Runs the migrations on the connection in Alembic's configuration."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


run()
