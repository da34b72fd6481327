"""How many requests schemathesis makes of each operation: few, the same each time, or THRESHOLD_EXAMPLES new ones."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import content_type_conformance, not_a_server_error, response_schema_conformance, status_code_conformance

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from schemathesis import GenerationMode

FEW = 12
CHECKS = [content_type_conformance, not_a_server_error, response_schema_conformance, status_code_conformance]


def operation(document: dict[str, Any], path: str, app: Flask | None = None) -> Any:  # noqa: ANN401  schemathesis names no public type for it
    """Returns the one operation of a path of a document."""
    schema = schemathesis.openapi.from_dict(document)
    schema.app = app
    return schema[path][next(iter(document["paths"][path])).upper()]


def ask(asked: Any, mode: GenerationMode, judge: Callable[[Any], None], few: int = FEW) -> None:  # noqa: ANN401  as above
    """Makes requests of an operation, of the agreed form or against it, and has each of them judged."""
    many = int(os.environ.get("THRESHOLD_EXAMPLES", "0"))

    @settings(
        max_examples=many or few,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
        derandomize=not many,
    )
    @given(case=asked.as_strategy(generation_mode=mode))
    def judged(case: Any) -> None:  # noqa: ANN401  as above
        judge(case)

    judged()
