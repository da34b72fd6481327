"""What is said of figures: shares, numbers, weeks, questions and answers, in the language of the page."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval
from babel.lists import format_list
from flask_babel import format_decimal, get_locale, gettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from server.insight.asked import Asked, Release
    from server.insight.estimate import Estimate, Span

NOT_REACHED = "not_reached"


def t(message: str, **values: object) -> str:
    """Returns a text in the language of the page, with its places filled."""
    return str(gettext(message)).format(**values)


def here() -> str:
    """Returns the language of the page."""
    return str(get_locale() or "en")


def picked(texts: Mapping[str, str], fallback: str = "") -> str:
    """Returns the text in the language of the page, in English, or any there is."""
    return texts.get(here()) or texts.get("en") or next((text for text in texts.values() if text), fallback)


def number(count: float) -> str:
    """Returns a number as the language writes it."""
    return str(format_decimal(count))


def percents(one: Estimate) -> tuple[int, int]:
    """Returns the ends of an interval in hundredths, rounded outward."""
    return floor(100 * one.low), ceil(100 * one.high)


def share(one: Estimate) -> str:
    """Returns an interval in words."""
    low, high = percents(one)
    return _held(t("between {low} % and {high} %", low=number(low), high=number(high)))


def short(one: Estimate) -> str:
    """Returns an interval in few words, for a table."""
    low, high = percents(one)
    return _held(t("{low} to {high} %", low=number(low), high=number(high)))


def _held(said: str) -> str:
    """Returns a text in which no line ends between a number and its sign."""
    return said.replace(" %", "\u00a0%")


def quoted(said: str) -> str:
    """Returns somebody's words in quotation marks, in whatever direction they run."""
    return t("“{words}”", words=isolated(said))


def isolated(said: str) -> str:
    """Returns somebody's words such that their direction leaves the sentence around them alone."""
    return f"\u2068{said}\u2069"


def one_of(said: Sequence[str]) -> str:
    """Returns several things of which it may be any."""
    return str(format_list(list(said), style="or", locale=here()))


def scale() -> tuple[str, ...]:
    """Returns what stands below the two ends and the middle of a bar's line."""
    return tuple(_held(t("{n} %", n=number(end))) for end in (0, 50, 100))


def bounds(most: Mapping[str, int]) -> dict[str, str]:
    """Returns between which numbers each field of a form takes one."""
    least = {"endings": 2}
    return {name: t("{low} to {high}", low=number(least.get(name, 1)), high=number(high)) for name, high in most.items()}


def too_few(one: Estimate) -> str:
    """Returns why a question has no estimate yet."""
    if one.hidden == "none":
        return t("Fewer than ten answers so far.")
    return t("Too few answers: {n} of about {needed}.", n=number(one.n), needed=number(tens(one.needed)))


def tens(count: int) -> int:
    """Returns a number in tens, rounded up."""
    return -(-count // 10) * 10


def days(first: dt.date, last: dt.date, *, year: bool = True) -> str:
    """Returns from which day to which."""
    return str(format_interval(first, last, "yMMMd" if year else "MMMd", locale=here()))


def begun(span: Span) -> str:
    """Returns about how many of those who take part began a story."""
    return t("About {n} of those who take part have begun it. Each counts once.", n=number((span.n + 5) // 10 * 10))


def about(span: Span) -> str:
    """Returns about how many answers there are in which weeks."""
    return t("about {n} answers, {days}", n=number((span.n + 5) // 10 * 10), days=days(span.first, span.last))


def question(asked: Asked) -> str:
    """Returns a question in words: the writer's own, or what its kind is called."""
    kinds = {
        "ending": t("How it ended"),
        "stopped_at": t("Where people stopped"),
        "length": t("How long they played"),
        "help_opened": t("Whether they opened the help page"),
        "before_after": t("Before and after"),
        "language": t("Language of play"),
    }
    return picked(asked.text) or kinds.get(asked.kind) or asked.name.replace("_", " ").capitalize()


def option(asked: Asked, name: str, release: Release) -> str:
    """Returns an answer in words: the writer's own, or what its kind calls it."""
    if name == NOT_REACHED:
        return t("Not known") if asked.kind == "language" else t("Did not get this far")
    return picked(asked.answers.get(name, {})) or _own(asked.kind, name, release) or name.replace("_", " ").capitalize()


def _own(kind: str, name: str, release: Release) -> str:
    """Returns what the kinds with fixed answers call them; nothing for others."""
    if kind == "language":
        return language(name)
    if kind == "stopped_at" and name.startswith("chapter_"):
        place = int(name.removeprefix("chapter_"))
        title = picked(release.chapters[place - 1]) if place <= len(release.chapters) else ""
        return t("In chapter {number}: {title}", number=number(place), title=title) if title else t("In chapter {number}", number=place)
    fixed = {
        ("stopped_at", "finished"): t("Played to the end"),
        ("length", "under_30"): t("Under half an hour"),
        ("length", "to_60"): t("Half an hour to an hour"),
        ("length", "over_60"): t("Over an hour"),
        ("help_opened", "opened"): t("Opened it"),
        ("help_opened", "not_opened"): t("Did not open it"),
        ("before_after", "toward"): t("Toward it"),
        ("before_after", "same"): t("No change"),
        ("before_after", "away"): t("Away from it"),
    }
    return fixed.get((kind, name), "")


def language(tag: str) -> str:
    """Returns the name of a language, in the language of the page, with the first letter as a heading has it."""
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(here())
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else tag
