"""Checks the questions that a story asks all its players together, and fills in the answers that their kinds imply.

Nobody's answers are known from them: each game lies about its own with known odds. What may be asked is small all the same, since
every question costs every player some of what nobody can know: at most MOST_PLAY about how it is played, at most MOST_SENSITIVE that
come nearer to a person, and none about who somebody is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studio.nearness import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studio.diagnostics import Diagnostic
    from studio.manifest_shape import QuestionShape, StoryShape
    from studio.manifest_source import ManifestSource
    from studio.places import Places

MOST_PLAY: Final = 6
MOST_SENSITIVE: Final = 3
# One more, "not reached", belongs to every question: sixteen answers in all.
MOST_OPTIONS: Final = 15
SENSITIVE: Final = frozenset({"help_opened", "before_after"})
# Every release asks this one by itself.
TAKEN: Final = "language"
NOT_REACHED: Final = "not_reached"
_IMPLIED: Mapping[str, tuple[str, ...]] = {
    "length": ("under_30", "to_60", "over_60"),
    "help_opened": ("opened", "not_opened"),
    "before_after": ("toward", "same", "away"),
}
# Who somebody is, what they believe, how they are, and how to find them: in a question's short name, whatever language the story is in.
_FORBIDDEN: Final = frozenset(
    {
        "address",
        "age",
        "birthday",
        "country",
        "diagnosis",
        "disability",
        "email",
        "ethnicity",
        "faith",
        "gender",
        "health",
        "illness",
        "income",
        "migration",
        "name",
        "nationality",
        "origin",
        "politics",
        "race",
        "religion",
        "sex",
        "sexuality",
        "suicide",
        "vote",
    }
)


def options(shape: StoryShape, question: QuestionShape) -> tuple[str, ...]:
    """Returns all answers to a question but "not reached", in the order in which they are counted."""
    match question.kind:
        case "ending":
            return tuple(shape.endings)
        case "stopped_at":
            return (*(f"chapter_{chapter.number}" for chapter in shape.chapters), "finished")
        case kind:
            return _IMPLIED.get(kind, question.options)


def check(manifest: ManifestSource, places: Places, labels: set[str]) -> Iterator[Diagnostic]:
    """Yields what is wrong with a story's questions; `places` has where their answers are counted, `labels` those of all choices."""
    shape = manifest.shape
    if shape is None:
        return
    yield from _many(manifest, shape)
    for index, question in enumerate(shape.questions):
        path = ("questions", index)
        words = sorted(_FORBIDDEN & set(question.name.split("_")))
        if question.name == TAKEN:
            yield manifest.complain("ASK03", (*path, "name"), name=TAKEN)
        if words:
            yield manifest.complain("ASK04", (*path, "name"), name=question.name, word=words[0])
        yield from _answers(manifest, shape, index, places.get(question.name, {}), labels)


def _many(manifest: ManifestSource, shape: StoryShape) -> Iterator[Diagnostic]:
    """Yields a complaint where more is asked than may be."""
    sensitive = [index for index, question in enumerate(shape.questions) if question.kind in SENSITIVE]
    play = [index for index in range(len(shape.questions)) if index not in sensitive]
    for found, most, about in ((play, MOST_PLAY, "how it is played"), (sensitive, MOST_SENSITIVE, "help, or about before and after")):
        if len(found) > most:
            yield manifest.complain("ASK01", ("questions", found[most]), count=len(found), most=most, about=about)


def _answers(
    manifest: ManifestSource, shape: StoryShape, index: int, places: Mapping[str, tuple[str, ...]], labels: set[str]
) -> Iterator[Diagnostic]:
    """Yields what is wrong with the answers to one question."""
    question = shape.questions[index]
    path, given = ("questions", index), question.options
    if question.kind != "choice" and given:
        yield manifest.complain("ASK05", (*path, "options"), name=question.name, kind=question.kind)
    if question.kind == "choice":
        for option in given:
            if option not in places:
                near = did_you_mean(option, labels - {option})
                yield manifest.complain("ASK06", (*path, "options"), name=question.name, option=option, near=near)
    full = options(shape, question)
    if not 1 < len(full) <= MOST_OPTIONS or len(set(full)) < len(full) or NOT_REACHED in full:
        yield manifest.complain("ASK02", path, name=question.name, count=len(full), most=MOST_OPTIONS)
    for option in question.answers:
        if option not in (*full, NOT_REACHED):
            yield manifest.complain("ASK07", (*path, "answers", option), option=option, near=did_you_mean(option, full))
