"""Where a download begins: the game, or the part of it that serves a group's phones, both in one program."""

from __future__ import annotations

import sys

# How the game calls its own program where there is no interpreter to start a module with.
GROUP = "--serve-group"


def main(arguments: list[str]) -> int:
    """Starts what the arguments ask for; returns the exit code."""
    if arguments[:1] == [GROUP]:
        from server import cli as server  # noqa: PLC0415  only a group needs it

        return server.main(["group", *arguments[1:]])
    from game import cli  # noqa: PLC0415  as above

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
