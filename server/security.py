"""What every answer carries, so that a browser keeps, frames, runs and leaks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

if TYPE_CHECKING:
    from flask import Flask

    from server.config import Config

# Everything from this origin or not at all. WebAssembly is libsodium's.
POLICY = (
    "default-src 'none'; "
    "script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; "
    "font-src 'self'; "
    "img-src 'self'; "
    "connect-src 'self'; "
    "form-action 'none'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-read=(), interest-cohort=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_YEAR = 31_536_000


def protect(app: Flask, config: Config) -> None:
    """Has every answer of an app carry the headers; what is dynamic is stored nowhere."""
    always = dict(HEADERS)
    if config.secure:
        always["Strict-Transport-Security"] = f"max-age={_YEAR}"
    always["Cache-Control"] = "no-store"
    fixed = [(name.lower(), name, value) for name, value in always.items()]

    @app.after_request
    def headers(response: Response) -> Response:
        """Adds the headers that an answer lacks, looking through those it has once and not for each."""
        response.headers.pop("Server", None)
        there = {name.lower() for name in response.headers.keys()}  # noqa: SIM118  its own iterator gives pairs
        response.headers.extend([(name, value) for lower, name, value in fixed if lower not in there])
        if config.onion and request.path.startswith("/console"):
            response.headers.setdefault("Onion-Location", config.onion)
        return response
