"""How each command of the documents is proved: one table to add a line to when a document shows a new one.

- RUN: it is run, in this order, in a folder of its own; paths below /srv lie in that folder.
- PARSED: it is only held against the program's own grammar, for the reason given; a key that ends in `…` stands for all that begin so.
- FOREIGN: it is another program's, or no command at all; the reason says why it is not run.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = "seven quiet horses cross the frozen river"
TWICE = (("A passphrase for the root key", WORDS), ("Once more", WORDS))


@dataclass(frozen=True)
class Run:
    """A command that is run: what is typed when it asks, words that it must print, how it ends, and what comes before it."""

    command: str
    typed: tuple[tuple[str, str], ...] = ()
    says: str = ""
    ends: int = 0
    # What the page says in words is to be done first, as a line for a shell.
    before: str = ""


RUN = (
    Run("python3 run.py", says="run.py play"),
    # A writer's
    Run("threshold-studio cues", says="speaker"),
    Run("threshold-studio codes", says="CUE01"),
    Run("threshold-studio new stories/your-story", says="files that runs"),
    Run("threshold-studio check stories/your-story", says="nothing to mend"),
    Run("threshold-studio new my-story", says="files that runs"),
    Run("threshold-studio check my-story", says="nothing to mend"),
    Run("threshold-studio check stories/my-story", says="nothing to mend"),
    Run("threshold-studio words stories/my-story", says="words"),
    Run("threshold-studio plan stories/my-story"),
    Run("threshold-studio guide stories/my-story --to .", says=".pdf"),
    Run("threshold-studio key my.key", says="whoever has it"),
    Run("threshold-studio pack my-story --to .", says=".story"),
    Run("threshold-studio pack --key my.key --to folder stories/my-story", says=".story"),
    Run("threshold-studio translate update --language fr stories/my-story", says="begun"),
    Run("threshold-studio translate update --language fr stories/your-story", says="begun"),
    Run("threshold-studio translate update stories/my-story", says="nothing changed"),
    Run("threshold-studio translate status stories/my-story", says="fr"),
    Run("threshold-studio translate compile stories/my-story"),
    Run("threshold-studio translate pseudo stories/my-story"),
    Run("threshold-studio translate extract stories/my-story", says="story.pot"),
    # An operator's
    Run(
        'threshold-server --folder /srv/threshold init --name "Open Door Counselling" --origin https://help.example.org',
        typed=TWICE,
        says="is ready in",
    ),
    # Nobody enrolled, and nothing serves: the check finds that, and ends with 1.
    Run("threshold-server check", says="No list of people is signed yet", ends=1),
    Run("threshold-server insight register second-verse.story", says="second-verse"),
    Run("threshold-server insight list", says="second-verse"),
    Run("threshold-server roster show"),
    Run("threshold-server sweep"),
    Run("threshold-server openapi", says="openapi"),
    Run("threshold-server backup /srv/backups/monday"),
    Run(
        "threshold-server --folder /srv/threshold-new restore /srv/backups/monday",
        before="cd /srv/threshold && mkdir -m 700 /srv/threshold-new && cp -p server.toml server.secret keys.sqlite /srv/threshold-new/",
    ),
    Run("(umask 077; head -c 32 /dev/urandom > /srv/threshold/server.secret)"),
    Run("threshold-server invite admin --again", says="/console/#enrol/"),
)

_LONG = "its run takes minutes, and is a step of its own in CI or at night"
_STAYS = "it stays until it is ended; tests/server starts it as a process of its own"
_WINDOW = "it opens a window, or reads from a terminal; tests/game plays both"
_WHOLE_WAY = "tests/server/commands/test_whole_way.py runs it with people who enrolled, whom it needs"
PARSED: Mapping[str, str] = MappingProxyType(
    {
        "python3 run.py play…": _WINDOW,
        "py run.py play": _WINDOW,
        "python3 run.py test…": _LONG,
        "python3 run.py coverage": _LONG,
        "python3 run.py check": _LONG,
        "python3 run.py bench…": _LONG,
        "python3 run.py fuzz…": _LONG,
        "python3 run.py faults…": _LONG,
        "python3 run.py nightly…": _LONG,
        "python3 run.py audit": "it asks a list in the network; tests/tools/test_audit.py holds what it says",
        "python3 run.py pictures": "it draws every picture anew, which takes minutes",
        "python3 run.py strings…": "it writes into locales/; tests/tools/test_strings.py runs what it does",
        "python3 run.py serve…": _STAYS,
        "python -m tests.bench.…": _LONG,
        "python -m studio.guide docs/writers.md": "it writes into the page itself; tests/studio/test_guide.py holds it up to date",
        "threshold --…": _WINDOW,
        "threshold FILE.story": _WINDOW,
        "threshold verify…": "KEY and PLACE stand for what a reader has; tests/game/own/test_sums.py verifies what was signed",
        "threshold build…": "it needs a download; tests/tools/test_download.py makes an organisation's own out of one",
        "threshold-studio key FILE": "FILE stands for a name; the run above has one",
        "python3 run.py build…": "it takes minutes; tests/tools/test_download.py makes a folder and starts what is in it",
        "python3 run.py verify…": "KEY and PLACE stand for what a reader has; tests/game/own/test_sums.py verifies what was signed",
        "threshold-studio words": "with a story named it is run above",
        "threshold-studio explore…": "3,000 plays take half a minute; tests/studio/test_explore.py plays some",
        "threshold-studio build…": "it writes into the game's own shelf; tests/studio/test_cli.py builds elsewhere",
        "threshold-server --folder /srv/threshold run": _STAYS,
        "threshold-server run…": _STAYS,
        "threshold-server events": _STAYS,
        "threshold-server group…": _STAYS,
        "threshold-server insight register NAME.story": "NAME stands for a story; the run above has one",
        "threshold-server invite NAME…": "NAME stands for a person; tests/server/commands/test_setting_up.py invites some",
        "threshold-server roster…": _WHOLE_WAY,
        "threshold-server --folder /srv/threshold roster sign --key /srv/root.key": _WHOLE_WAY,
    }
)
_PROVED = "packaging/server/prove.sh takes it from the page and runs it, in a Debian of its own"
FOREIGN: Mapping[str, str] = MappingProxyType(
    {
        "apt-get install…": "packaging/server/prove.sh installs what is named there, in a Debian of its own",
        "python3 -m venv /opt/threshold": _PROVED,
        "install -m…": _PROVED,
        "ln -sf…": _PROVED,
        "rm -f /etc/nginx…": _PROVED,
        "nginx -t": _PROVED,
        "runuser -u postgres…": _PROVED,
        "systemctl…": _PROVED,
        "sh -c \"echo 'proxies = 1'…": _PROVED,
        "threshold-admin…": _PROVED,
        "/opt/threshold/bin/pip install…": _PROVED,
        "sha256sum --check SHA256SUMS": "tests/game/own/test_sums.py compares the same sums",
        "sudo python3 run.py prove-download": "it makes an empty Debian, which takes minutes, and needs to be root",
        "pip install…": "the package is built, and installed from its wheel, by .ci/run",
        "pip wheel . --no-deps": "CI builds the wheel",
        "(umask 077; touch /srv/threshold/keys.sqlite)": "it makes a file that tests/server/commands/test_backup.py makes",
        "chmod…": "it names who may read a file; tests/server/commands hold what the program demands",
        "npm…": "it fetches from the network; the build does it from the lock file",
        "sudo apt install…": "it changes the machine; CI installs what is named there",
        "threshold roster v1": "no command: a mark in front of what is signed",
        "threshold notice v1": "no command: a mark in front of what is signed",
        "threshold insight v1": "no command: a mark in front of a proof of work",
    }
)


def reason(text: str, table: Mapping[str, str]) -> str:
    """Returns why a command is not run, or nothing where the table does not say."""
    return next(
        (said for key, said in table.items() if text == key or (key.endswith("…") and text.startswith(key[:-1]))),
        "",
    )
