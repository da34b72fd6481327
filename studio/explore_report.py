"""Writes down what random plays found: for people, and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.explore import Found, Play
    from studio.explore_replay import Replayed
    from studio.explore_summary import Fault, Lengths, Share, Span, Summary

_MOST = 40
_WIDTH = 76
_KINDS = {"ending": "Endings", "perspective": "Perspectives", "offramp": "Off-ramps"}


@dataclass(slots=True)
class Explored:
    """All that is told of one story: what was met, the answers, the plans written, and what the game's engine made of it.

    `replays` belong to the faults, in their order; `parted` is what became of all plays, or None where they were not played again.
    """

    name: str
    argument: str
    prefix: str
    found: Found
    summary: Summary
    plans: list[str] = field(default_factory=list)
    replays: list[Replayed] = field(default_factory=list)
    parted: list[Replayed] | None = None
    pack: str = "STORY.story"

    @property
    def wrong(self) -> bool:
        """Tells whether a play failed, here or in the game's engine."""
        return bool(self.summary.faults) or any(one.outcome == "stopped" for one in self.parted or [])

    @property
    def missed(self) -> bool:
        """Tells whether something was never reached."""
        summary = self.summary
        endings = any(not share.chance + share.curious for share in summary.shares["ending"])
        return bool(summary.unreached or summary.never_offered or summary.never_taken or endings or summary.endless)


def as_text(explored: Explored) -> str:
    """Returns the report for people."""
    parts = [_head(explored), *(part for part in _parts(explored) if part)]
    return "\n\n".join("\n".join(part) for part in parts)


def _parts(explored: Explored) -> Iterator[list[str]]:
    """Yields the parts of the report below its head; empty ones are left out."""
    summary, prefix = explored.summary, explored.prefix
    yield _faults(explored)
    yield _parted(explored)
    for kind, title in _KINDS.items():
        yield _shares(explored, kind, title)
    yield _lengths(summary)
    total = f"{sum(span.last - span.first + 1 for span in summary.unreached)} lines of the script"
    yield _spans(f"No play reached these places ({total})", summary.unreached, prefix)
    yield _spans("Reached, but these words were never read", summary.unread, prefix)
    yield _spans("Choices that were never offered", summary.never_offered, prefix)
    yield _spans("Choices that were offered and never taken", summary.never_taken, prefix)
    yield _groups(summary, prefix)


def _head(explored: Explored) -> list[str]:
    """Returns what was played."""
    found = explored.found
    speed = len(found.plays) / found.seconds if found.seconds else 0
    chance = len(found.by_chance)
    played = f"{explored.name}: {_n(len(found.plays), 'play')} in {found.seconds:.1f} s ({speed:.0f}/s), seed {found.seed}"
    lines = [f"{played}: {chance:,} by chance, {len(found.plays) - chance:,} curious, which start again from places seldom met"]
    if not found.whole:
        lines.append(f"Stopped early: {found.wanted:,} were wanted. What follows was found till then.")
    if explored.summary.endless:
        lines.append(f"{_n(explored.summary.endless, 'play')} had not ended after a thousand choices.")
    if not explored.wrong and not explored.missed:
        lines.append("Every line was reached, every choice taken, and nothing failed.")
    return lines


def _faults(explored: Explored) -> list[str]:
    """Returns the faults, each with the way that leads there."""
    summary, lines = explored.summary, list[str]()
    for number, fault in enumerate(summary.faults):
        place = f"{explored.prefix}{fault.place[0]}:{fault.place[1]}: " if fault.place else ""
        play = fault.shortest
        lines += ["" if lines else "Faults", f"  {place}{fault.sentence}"]
        lines.append(f"      {_n(fault.count, 'play')} ended so; the shortest way: seed {play.seed}, choices {_picks(play)}")
        if number < len(explored.replays):
            lines.append(f"      {_in_game(explored.replays[number])}")
        if number < len(explored.plans):
            lines.append(f"      threshold-studio plan {explored.argument} {explored.plans[number]}")
        lines.append(f"      threshold --watch {explored.pack} --choices {_picks(play)} --seed {play.seed}")
    return [line for at, line in enumerate(lines) if line or at]


def _in_game(replayed: Replayed) -> str:
    """Returns what the game's engine does with a play that failed."""
    if replayed.outcome == "stopped":
        return f"The game's engine stops there, too: {replayed.message}"
    if replayed.outcome == "parted":
        return f"The game's engine goes another way after {_n(replayed.taken, 'choice')}: the story's dice fall otherwise there."
    return "The game's engine plays on there."


def _parted(explored: Explored) -> list[str]:
    """Returns what the game's engine made of all plays."""
    if explored.parted is None:
        return []
    stopped = [one for one in explored.parted if one.outcome == "stopped" and not one.play.fault]
    parted = sum(one.outcome == "parted" for one in explored.parted)
    counted = f"{len(stopped)} stopped where they should not, {parted} went another way"
    lines = [f"In the game's engine: {_n(len(explored.parted), 'play')} again, {counted}"]
    lines += [f"  seed {one.play.seed}, choices {_picks(one.play, one.taken)}: {one.message}" for one in stopped[:_MOST]]
    return lines


def _shares(explored: Explored, kind: str, title: str) -> list[str]:
    """Returns how many plays met each thing of a kind."""
    shares, plays = explored.summary.shares[kind], len(explored.found.by_chance)
    if not shares:
        return []
    width = max(len(share.name) for share in shares)
    lines = [f"{title} (of {_n(plays, 'play')} by chance)"]
    lines += [f"  {share.name:{width}}  {_share(share, plays)}{f'  {share.title}' if share.title else ''}" for share in shares]
    if kind == "ending" and explored.summary.no_ending:
        lines.append(f"  {_n(explored.summary.no_ending, 'play')} ended without an ending.")
    return lines


def _share(share: Share, plays: int) -> str:
    """Returns one share: a count and a percentage."""
    if share.chance:
        return f"{share.chance:7,}  {100 * share.chance / max(plays, 1):5.1f} %"
    return f"      0  only {share.curious:,} of the curious plays" if share.curious else "      0  never reached"


def _lengths(summary: Summary) -> list[str]:
    """Returns how long a run is."""
    if not summary.run.median:
        return []
    source = "story.toml says so" if summary.speed_given else "story.toml names no `words_a_minute`"
    lines = [f"A run: {_minutes(summary.run, summary.speed)}; at {summary.speed} words a minute, because {source}"]
    lines += [f"  chapter {name}: {_minutes(lengths, summary.speed)}" for name, lengths in summary.chapters.items()]
    return lines


def _minutes(lengths: Lengths, speed: int) -> str:
    """Returns a length in words and minutes."""
    return (
        f"{lengths.median:,} words, {lengths.median / speed:.0f} minutes; "
        f"the slowest tenth {lengths.slowest:,} words, {lengths.slowest / speed:.0f} minutes or more"
    )


def _spans(title: str, spans: list[Span], prefix: str) -> list[str]:
    """Returns places under a title."""
    if not spans:
        return []
    shown = [f"  {_place(span, prefix)}  {_cut(span.text)}" for span in spans[:_MOST]]
    more = [f"  and {len(spans) - _MOST} more; `--format json` lists them all"] if len(spans) > _MOST else []
    return [title, *shown, *more]


def _groups(summary: Summary, prefix: str) -> list[str]:
    """Returns the choices that nothing tells apart."""
    lines = ["Choices that lead to the same text, numbers and next choices: only their own words differ"] if summary.groups else []
    for group in summary.groups[:_MOST]:
        lines += [f"  {'and ' if at else ''}{_place(span, prefix)}  {_cut(span.text)}" for at, span in enumerate(group)]
    return lines


def _place(span: Span, prefix: str) -> str:
    """Returns a place as editors understand it."""
    return f"{prefix}{span.file}:{span.first}{f'-{span.last}' if span.last > span.first else ''}"


def _cut(text: str) -> str:
    """Returns a text that fits beside its place."""
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _picks(play: Play, most: int | None = None) -> str:
    """Returns the choices of a play by their places from 1, or `none`."""
    return ",".join(str(pick + 1) for pick in play.picks[:most]) or "none"


def _n(count: int, word: str) -> str:
    """Returns a count with its word."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def as_json(explored: Explored) -> str:
    """Returns the report as one JSON object; places are files from the story's folder, choices are counted from 1."""
    found, summary = explored.found, explored.summary
    data = {
        "story": explored.name,
        "seed": found.seed,
        "plays": len(found.plays),
        "by_chance": len(found.by_chance),
        "wanted": found.wanted,
        "words_a_minute": summary.speed,
        "faults": [_fault(explored, number, fault) for number, fault in enumerate(summary.faults)],
        "shares": {kind: [asdict(share) for share in shares] for kind, shares in summary.shares.items()},
        "without_ending": summary.no_ending,
        "endless": summary.endless,
        "run": asdict(summary.run),
        "chapters": {name: asdict(lengths) for name, lengths in summary.chapters.items()},
        "lines": summary.lines,
        **{name: [asdict(span) for span in getattr(summary, name)] for name in ("unreached", "unread", "never_offered", "never_taken")},
        "same": [[asdict(span) for span in group] for group in summary.groups],
        "replayed": None if explored.parted is None else [_replayed(one) for one in explored.parted if one.outcome != "same"],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _fault(explored: Explored, number: int, fault: Fault) -> dict[str, Any]:
    """Returns one fault for JSON."""
    play = fault.shortest
    file, line = fault.place or (None, None)
    told: dict[str, Any] = {"sentence": fault.sentence, "file": file, "line": line, "plays": fault.count, "seed": play.seed}
    told["choices"] = [pick + 1 for pick in play.picks]
    told["plan"] = explored.plans[number] if number < len(explored.plans) else None
    told["game"] = _replayed(explored.replays[number]) if number < len(explored.replays) else None
    return told


def _replayed(one: Replayed) -> dict[str, Any]:
    """Returns what the game's engine made of a play, for JSON."""
    return {"seed": one.play.seed, "outcome": one.outcome, "message": one.message, "taken": one.taken}
