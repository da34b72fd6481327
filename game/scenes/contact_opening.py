"""Opens contact: finds where the counsellors are, and sends nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenes.contact_desk import Desk
    from game.scenes.shell import Shell


def opened(shell: Shell) -> Desk | None:
    """Returns the desk of this visit, and begins one where there is none; None where this build has no counsellors.

    Raises ConfigurationError where the file that names them is wrong.
    """
    if shell.contact is None:
        from game.contact import configuration  # noqa: PLC0415  the shelf must not wait for what only contact needs

        found = configuration.find(shell.paths)
        if found is None:
            return None
        from game.contact.correspondence import Correspondence  # noqa: PLC0415  as above
        from game.scenes.contact_desk import Desk  # noqa: PLC0415  as above

        language = shell.words.language
        shell.contact = Desk(found, Correspondence(found, language, shell.wake, shell.paths.data), language)
    return shell.contact
