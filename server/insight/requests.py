"""What a report says, field by field, and the one form in which it says it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from server.errors import MalformedError
from server.insight.pack import MOST_OPTIONS
from server.insight.proof import MOST

# Every report is as long, whatever it says.
SIZE = 256
QUESTION = r"[a-z][a-z0-9-]{0,63}@[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}/[a-z][a-z0-9_]{0,63}"
_NUMBER = rb"0|[1-9][0-9]{0,15}"
_FORM = re.compile(rb'\{"v":1,"q":"(%b)","a":(%b),"pow":(%b)\} *' % (QUESTION.encode(), _NUMBER, _NUMBER))


class ReportRequest(BaseModel):
    """One randomised answer: the question, the place of the answer among its options, and a proof of work.

    Written without blanks and in this order, and filled with spaces behind to 256 bytes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    v: Literal[1]
    q: Annotated[str, Field(pattern=f"^{QUESTION}$")]
    a: Annotated[int, Field(ge=0, le=MOST_OPTIONS, strict=True)]
    pow: Annotated[int, Field(ge=0, le=MOST, strict=True)]


def read(body: bytes) -> tuple[str, int, int]:
    """Returns question, answer and proof of a report.

    Raises MalformedError for anything but the one form: what could be written in two ways could carry a mark.
    """
    found = _FORM.fullmatch(body) if len(body) == SIZE else None
    if found is None:
        raise MalformedError
    answer, number = int(found[2]), int(found[3])
    if answer > MOST_OPTIONS or number > MOST:
        raise MalformedError
    return found[1].decode(), answer, number
