"""What may be asked of a group's API, field by field."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from server.errors import MalformedError
from server.group.models import VOTE, WORDS
from server.wire import Id, Request

MOST_CHOICES = 9
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
Said = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"^[^\x00]*$")]
Texts = Annotated[dict[Language, Said], Field(max_length=40)]
SomeTexts = Annotated[dict[Language, Said], Field(min_length=1, max_length=40)]
Number = Annotated[int, Field(ge=1, le=9999, strict=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\x00]*$")]


class GroupChoice(BaseModel):
    """One choice, and what the group may talk about there, by language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: SomeTexts
    prompt: Texts = Field(default_factory=dict)


class GroupCreate(Request):
    """A new room; its id is drawn by whoever makes it, so that asking again makes no second one."""

    id: Id
    title: Texts = Field(default_factory=dict)


class GroupAsk(Request):
    """The next round: a vote among two to nine choices, or a few words. `ready` lays it out without opening it."""

    number: Number
    question: Name
    kind: Literal["vote", "words"]
    text: SomeTexts
    choices: Annotated[list[GroupChoice], Field(max_length=MOST_CHOICES)] = Field(default_factory=list)
    ready: bool = False

    @model_validator(mode="after")
    def _fitting(self) -> GroupAsk:
        """Takes choices where there is a vote, and none where words are asked for."""
        if (self.kind == VOTE and len(self.choices) < 2) or (self.kind == WORDS and self.choices):  # noqa: PLR2004  one is no choice
            raise ValueError("choices are for votes")
        return self


class GroupRound(Request):
    """Which round is meant: an order that comes late finds another one, and does nothing."""

    number: Number


class GroupDiscuss(GroupRound):
    """Which choice is talked about, from 1; 0 for none."""

    choice: Annotated[int, Field(ge=0, le=MOST_CHOICES, strict=True)]


class GroupFlag(Request):
    """Whether something is so."""

    on: Annotated[bool, Field(strict=True)]


class GroupKick(Request):
    """Which seat is emptied."""

    seat: Number


class GroupJudge(Request):
    """Whether some words may be seen by everybody."""

    id: Id
    approve: Annotated[bool, Field(strict=True)]


class GroupNothing(Request):
    """Asks without saying anything."""


def digits(text: str) -> str:
    """Returns the digits of a code as somebody typed it, in any script and with whatever between them.

    Raises MalformedError where these are not six.
    """
    found = "".join(str(int(letter)) for letter in text[:40] if letter.isdecimal())
    if len(found) != 6:  # noqa: PLR2004  the length of a code
        raise MalformedError
    return found
