"""What exactly the server keeps, and what it does not."""

from __future__ import annotations

from game.contact.stored import STORED
from game.scenes.contact_screen import ContactSheet


class KeptScreen(ContactSheet):
    """The table of what is stored, in plain words."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What the server keeps")

    def prose(self) -> list[tuple[str, str]]:
        """Returns a sentence for everything that is stored, then what is not."""
        t, desk = self.shell.t, self.shell.contact
        days = desk.directory.roster.organisation.retention_days if desk and desk.directory else 60
        kept = [("step", t(sentence)) for sentence, _ in STORED]
        return [
            *kept,
            ("text", self.shell.tn("All of it is deleted after {count} day.", "All of it is deleted after {count} days.", days)),
            ("head", t("What it does not keep")),
            (
                "text",
                t(
                    "Your name, your address on the internet, what device you have, what you played, what you wished for, the hour, "
                    "or anything that could be put together to find you."
                ),
            ),
            (
                "small",
                t(
                    "While the game speaks with the server, somebody who watches the network can see that it does, and roughly how much. "
                    "If that is dangerous for you, use another device, or ask for help by phone."
                ),
            ),
        ]
