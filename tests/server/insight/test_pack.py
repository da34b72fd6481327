"""A story is registered from its file, which may come from anywhere; what is no story, or asks what no game answers, is refused."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from server.errors import ConfigurationError
from server.insight.pack import release
from tests.server.insight.reports import manifest, pack

if TYPE_CHECKING:
    from server.insight.service import Insight


def test_a_release_is_what_its_pack_says() -> None:
    """Ids, options, blur and words come from the manifest; `not_reached` is last everywhere, and the language is asked by itself."""
    found = release(pack(manifest()))
    assert found == release(json.dumps(manifest()).encode())
    assert (found.id, found.languages) == ("lamp@1.0.0", ("de", "en"))
    assert [(one.id, one.options, one.epsilon) for one in found.questions] == [
        ("lamp@1.0.0/ending", ("home", "away", "not_reached"), 2000),
        ("lamp@1.0.0/stopped", ("chapter_1", "chapter_2", "finished", "not_reached"), 2000),
        ("lamp@1.0.0/help", ("opened", "not_opened", "not_reached"), 1000),
        ("lamp@1.0.0/language", ("de", "en", "not_reached"), 1000),
    ]
    assert found.questions[0].text == {"en": "How did it end?"}
    assert found.chapters == ({"en": "One"}, {"en": "Two"})


def _question(**said: object) -> dict[str, Any]:
    """Returns a manifest with one question."""
    return manifest(questions=[{"name": "x", "kind": "choice", "options": ["a", "b"], **said}])


def _zip(*names: str, data: bytes = b"{}") -> bytes:
    """Returns a zip with some members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return made.getvalue()


def _double() -> bytes:
    """Returns a zip with two manifests."""
    return _zip("manifest.json", "manifest.jsom").replace(b"jsom", b"json")


HOSTILE = {
    "nothing": b"",
    "no zip": b"PK and nothing more",
    "cut short": pack(manifest())[:-30],
    "no manifest": _zip("ink/en.json"),
    "two manifests": _double(),
    "a bomb": _zip("manifest.json", data=b" " * 2**24),
    "a long manifest": b" " * 2**20 + json.dumps(manifest()).encode(),
    "deep": b"[" * 100_000,
    "a long number": json.dumps(manifest()).replace('"format": 1', '"format": ' + "1" * 9999).encode(),
    "too many members": _zip("manifest.json", *(f"ink/{number}.json" for number in range(2100))),
    "no text": json.dumps(manifest()).encode("utf-16"),
    "a later format": json.dumps(manifest(format=2)).encode(),
    "an odd id": json.dumps(manifest(id="../lamp")).encode(),
    "an odd version": json.dumps(manifest(version="1.0-beta")).encode(),
    "no options": json.dumps(_question(options=[])).encode(),
    "too many options": json.dumps(_question(options=[f"o{number}" for number in range(16)])).encode(),
    "options twice": json.dumps(_question(options=["a", "a"])).encode(),
    "its own not_reached": json.dumps(_question(options=["a", "not_reached"])).encode(),
    "its own language": json.dumps(_question(name="language")).encode(),
    "another length": json.dumps(_question(kind="length")).encode(),
    "another ending": json.dumps(_question(kind="ending")).encode(),
    "an unknown kind": json.dumps(_question(kind="country")).encode(),
    "free text": json.dumps(_question(free=True)).encode(),
    "too much about play": json.dumps(manifest(questions=[{**_question()["questions"][0], "name": f"x{n}"} for n in range(7)])).encode(),
    "a word for the terminal": json.dumps(manifest(questions=[{"\x1b[31m": 1}])).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_story_is_refused(name: str) -> None:
    """Each of these is refused in one plain sentence that holds nothing which a terminal would take for an order."""
    with pytest.raises(ConfigurationError) as fault:
        release(HOSTILE[name])
    assert str(fault.value).isprintable()
    assert len(str(fault.value)) < 200


def test_what_is_registered_stays(insight: Insight) -> None:
    """Once more is the same; newer words are taken; other answers under one name are refused, and change nothing."""
    first = insight.releases()
    insight.register(pack(manifest()))
    assert insight.releases() == first
    newer = insight.register(pack(manifest(title={"en": "The Lamp"})))
    assert insight.releases() == [newer]
    with pytest.raises(ConfigurationError, match="new version"):
        insight.register(pack(manifest(questions=[])))
    assert insight.releases() == [newer]
    second = insight.register(pack(manifest(version="1.1", questions=[])))
    assert [one.id for one in insight.releases()] == [newer.id, second.id] == ["lamp@1.0.0", "lamp@1.1"]
