"""Requests and answers in JSON, as every room of the API reads and gives them."""

from __future__ import annotations

from typing import Any, TypeVar

from flask import Response, request
from pydantic import ValidationError

from server.errors import MalformedError, TooLargeError
from server.wire import LARGEST_REQUEST, padded

Asked = TypeVar("Asked", bound="Any")


def answer(body: dict[str, Any], status: int = 200) -> Response:
    """Returns an answer of a size class."""
    return Response(padded(body), status, content_type="application/json")


def asked(model: type[Asked]) -> Asked:
    """Returns what the request asks.

    Raises TooLargeError before anything is read that is too long, MalformedError for what does not have the agreed form.
    """
    if (request.content_length or 0) > LARGEST_REQUEST:
        raise TooLargeError
    try:
        found: Asked = model.model_validate_json(request.get_data(cache=False))
    except ValidationError:
        raise MalformedError from None
    return found
