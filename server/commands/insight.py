"""`threshold-server insight`: the releases of stories whose answers are counted here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import opened
from server.errors import ConfigurationError
from server.insight.pack import MOST_BYTES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from server.insight.asked import Release
    from server.insight.service import Insight


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command with its two parts."""
    made = commands.add_parser(
        "insight",
        help="registers stories whose questions are counted, and lists them",
        description="Players may choose that their games send randomised answers to a story's few questions: a coin decides whether each "
        "is true, so that none says anything about anybody, and many together say something about all. Counted are the answers to "
        "releases that you register; only sums by the week are kept.",
    )
    parts = made.add_subparsers(dest="part", required=True, metavar="PART")
    register = parts.add_parser(
        "register",
        help="counts the answers to a story's questions from now on",
        description="Reads from a .story file which questions it asks, and counts the answers to them from now on; a running server does "
        "so within a minute. Register a release before you hand it out: what comes earlier is not kept. Once registered, questions and "
        "answers stay as they are; other ones want a new version of the story. Registering again brings the newer words.",
    )
    register.add_argument("pack", type=Path, metavar="PACK", help="the story, as the studio exported it: NAME.story")
    register.set_defaults(do=do_register)
    listed = parts.add_parser(
        "list",
        help="shows what is registered, and weeks that somebody tampered with",
        description="Shows every registered release with its questions, and in how many closed weeks each was answered. Weeks whose sums "
        "no players could have made, because somebody sent answers without flipping the coin, are named and left out of all figures.",
    )
    listed.set_defaults(do=do_list)


def do_register(options: argparse.Namespace) -> int:
    """Registers a release."""
    if options.pack.stat().st_size > MOST_BYTES:
        raise ConfigurationError(f"{options.pack} is no story file, or larger than any.")
    data = options.pack.read_bytes()
    with opened.house(options.folder) as house:
        try:
            release = house.insight.register(data)
        except ConfigurationError as fault:
            raise ConfigurationError(f"{options.pack}: {fault}") from None
        counted = "are counted" if house.config.insight else "would be counted, but server.toml says `insight = false`"
    print(f"{release.id} is registered: answers to {len(release.questions)} questions {counted}.")
    return 0


def do_list(options: argparse.Namespace) -> int:
    """Lists what is registered."""
    with opened.house(options.folder) as house:
        releases = house.insight.releases()
        for release in releases:
            print("\n".join([release.id, *_questions(house.insight, release)]))
    if not releases:
        print("No story is registered: `threshold-server insight register NAME.story` begins to count the answers to its questions.")
    return 0


def _questions(insight: Insight, release: Release) -> Iterator[str]:
    """Yields a line for each question of a release, and one for each of its weeks in quarantine."""
    for one in release.questions:
        yield f"  {one.name}: {one.kind}, {len(one.options)} answers, {len(insight.weeks(one.id))} weeks"
        for monday in insight.quarantined(one.id):
            yield f"    the week of {monday} is left out: somebody sent answers that no game sends"
