"""Small drawings for the tests."""

from __future__ import annotations

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 160 90">'
LAYERED = (
    f'{HEAD}<defs><g id="stamp"><rect width="20" height="20" fill="#00ff00"/></g></defs>'
    '<g id="far"><rect x="-10" y="-10" width="180" height="110" fill="#202060"/></g>'
    '<g id="mid"><use xlink:href="#stamp" x="70" y="35"/></g>'
    '<g id="light"><rect width="80" height="90" fill="#400000"/></g>'
    '<g id="near"><rect y="80" width="160" height="20" fill="#0000ff"/></g></svg>'
).encode()
FLAT = f'{HEAD}<rect width="160" height="90" fill="#804020"/></svg>'.encode()


def scene(colour: str) -> bytes:
    """Returns a scene in layers whose furthest has a colour and some pattern."""
    lines = "".join(f'<rect x="{x}" width="4" height="90" fill="#302010"/>' for x in range(0, 170, 16))
    return (
        f'{HEAD}<g id="far"><rect x="-20" y="-20" width="200" height="130" fill="{colour}"/>{lines}</g><g id="mid"/>'
        '<g id="light"><circle cx="60" cy="40" r="30" fill="#301808"/></g>'
        '<g id="near"><rect y="84" width="160" height="10" fill="#101020"/></g></svg>'
    ).encode()


EDGES = (
    f'{HEAD}<g id="far"><rect x="-20" y="-20" width="200" height="130" fill="#202040"/>'
    '<rect x="80" y="-20" width="100" height="40" fill="#c0c0c0"/></g>'
    '<g id="mid"><rect x="80" y="25" width="40" height="20" fill="#c0c0c0"/></g>'
    '<g id="light"><rect x="80" y="50" width="40" height="10" fill="#606060"/></g>'
    '<g id="near"><rect x="80" y="65" width="40" height="20" fill="#c0c0c0"/></g></svg>'
).encode()
_CURL = '<path d="M{x} 60q-8 -12 0 -20q6 -8 0 -16" fill="none" stroke="#ffdda6" stroke-width="3" opacity="0.5"/>'
STEAMING = (
    f'{HEAD}<g id="far"><rect x="-20" y="-20" width="200" height="130" fill="#202040"/></g><g id="mid"/>'
    f'<g id="light"><g id="steam">{_CURL.format(x=50)}{_CURL.format(x=110)}</g></g>'
    '<g id="near" transform="translate(0 10)"><rect y="64" width="160" height="20" fill="#101020"/>'
    f'<g id="steam-2">{_CURL.format(x=80)}</g></g></svg>'
).encode()
