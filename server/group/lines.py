"""Lines to phones that stay open: the library closes each after an answer without a body, and "nothing changed" is most of what we say."""

from __future__ import annotations

from waitress.channel import HTTPChannel
from waitress.task import WSGITask


class Task(WSGITask):  # type: ignore[misc]  # waitress carries no types
    """One request, whose answer needs no closing where it has no body and says so by its status."""

    def set_close_on_finish(self) -> None:
        """Marks the line to be closed, unless its end is plain anyway and nobody asked for it."""
        asked = self.request.headers.get("CONNECTION", "").lower() == "close"
        if self.has_body or asked or self.version != "1.1":
            super().set_close_on_finish()


class Line(HTTPChannel):  # type: ignore[misc]  # as above
    """One phone's line."""

    task_class = Task
