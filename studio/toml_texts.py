"""Lists what readers see of story.toml: every text in it with the path of its key, and what a translator should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.manifest_shape import StoryShape
    from studio.toml_places import KeyPath

Said = tuple["KeyPath", str, str]
"""The path of a key, the text that stands there, and a remark for translators."""


def said(shape: StoryShape) -> Iterator[Said]:
    """Yields every text of story.toml that readers see, in the order of the file's chapters; empty ones are left out."""
    for path, text, remark in (*_about(shape), *_people(shape), *_places(shape)):
        if text:
            yield path, text, remark


def _about(shape: StoryShape) -> Iterator[Said]:
    """Yields what stands on the shelf and around the story."""
    yield ("title",), shape.title, "The story's title."
    yield ("tagline",), shape.tagline, "One line below the title on the shelf."
    yield ("content_note",), shape.content_note, "What is in the story, said before it begins: plain words."
    yield ("note_short",), shape.note_short, "The same in a few words, for the shelf."
    for index, chapter in enumerate(shape.chapters):
        yield ("chapters", index, "title"), chapter.title, f"The title of chapter {chapter.number}."
    for name, ending in shape.endings.items():
        yield ("endings", name, "title"), ending.title, "The title of an ending."
    for index, question in enumerate(shape.questions):
        yield ("questions", index, "text"), question.text, "A question that games answer blurred, as a heading over the figures."
        for name, text in question.answers.items():
            yield ("questions", index, "answers", name), text, "An answer to it, beside a figure."
    for name, message in shape.messages.items():
        kind = "straight with its reader" if message.honest else f"not straight with its reader: {message.works_by}"
        yield ("messages", name, "text"), message.text, f"A message that is sorted before and after the story; this one is {kind}"
    for knot, skip in shape.skips.items():
        yield ("skips", knot, "summary"), skip.summary, "Told where a scene was skipped: what happened in it, in plain words."


def _people(shape: StoryShape) -> Iterator[Said]:
    """Yields what is said of people and conversations."""
    for key, person in shape.characters.items():
        yield ("characters", key, "name"), person.name, "A name, as it stands above what they say."
        for mood, picture in person.portraits.items():
            yield ("characters", key, "portraits", mood, "alt"), picture.alt, "What a picture shows, for those who do not see it."
    for name, thread in shape.threads.items():
        yield ("threads", name, "title"), thread.title, "The title of a conversation on the phone."


def _places(shape: StoryShape) -> Iterator[Said]:
    """Yields what is said of pictures and sounds."""
    if shape.cover:
        yield ("cover", "alt"), shape.cover.alt, "What a picture shows, for those who do not see it."
    for name, scene in shape.scenes.items():
        yield ("scenes", name, "alt"), scene.alt, "What a picture shows, for those who do not see it."
    for name, sound in shape.sounds.items():
        yield ("sounds", name, "caption"), sound.caption, "A caption for what is heard; it stands in square brackets."
