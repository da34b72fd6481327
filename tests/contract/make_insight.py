"""Writes `vectors/insight.json` from the protocol's page alone: the weights of the coin, and reports with their proofs.

Run `python -m tests.contract.make_insight` to write it anew; it is the same file each time.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, Final

VECTORS: Final = Path(__file__).parent / "vectors" / "insight.json"
_WHOLE = 2**48
_ASKED = (
    ("second-verse@1.0.0/ending", 2),
    ("second-verse@1.0.0/language", 0),
    ("second-verse@1.0.0/help_opened", 1),
    ("a-story@12.3/stopped_at", 15),
)


def weights(kinds: int, epsilon: int) -> dict[str, int]:
    """Returns the weights of the true answer and of each other one; `epsilon` is in thousandths."""
    with localcontext() as context:
        context.prec = 60
        lie = int(_WHOLE / ((Decimal(epsilon) / 1000).exp() + kinds - 1)) + 1
    return {"k": kinds, "epsilon": epsilon, "truth": _WHOLE - (kinds - 1) * lie, "lie": lie}


def report(question: str, answer: int) -> dict[str, Any]:
    """Returns a report with the smallest number that proves its work."""
    start = hashlib.sha256(b"threshold insight v1\0" + question.encode("ascii") + b"\0" + str(answer).encode("ascii") + b"\0")
    number = 0
    while not _proves(start, number):
        number += 1
    body = json.dumps({"v": 1, "q": question, "a": answer, "pow": number}, separators=(",", ":"))
    return {"q": question, "a": answer, "pow": number, "body": body.ljust(256)}


def made() -> str:
    """Returns the file's text."""
    vectors = {
        "weights": [weights(kinds, epsilon) for epsilon in (1000, 2000) for kinds in range(2, 17)],
        "reports": [report(question, answer) for question, answer in _ASKED],
    }
    return json.dumps(vectors, indent=1) + "\n"


def _proves(start: hashlib._Hash, number: int) -> bool:
    tried = start.copy()
    tried.update(str(number).encode("ascii"))
    return int.from_bytes(tried.digest()[:3], "big") < 2**6


if __name__ == "__main__":
    VECTORS.write_text(made(), "utf-8")
