"""Pictures and sounds are there, harmless, described and small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio import art
from studio.svg import SvgReader
from studio.text_file import TextFile, decode
from tests.studio.conftest import OGG, PICTURE, PIXEL, SCENE

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

NS = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'


def svg(inside: str) -> list[str]:
    """Returns the codes of the complaints about a picture with something inside."""
    text = f'<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'
    return [one.code for one in SvgReader(TextFile("a.svg", text)).read(scene=False).faults]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<path d='M0 0'/>", []),
        ("<use href='#a'/><use xlink:href='#a'/><rect fill='url(#a)' filter=\"url('#b')\"/>", []),
        (f"<image href='data:image/png;base64,{PIXEL}'/>", []),
        ("<style>.a{fill:url(#b)}</style>", []),
        ("<script>1</script>", ["ART03"]),
        ("<SCRIPT/>", ["ART03"]),
        ("<foreignObject/>", ["ART03"]),
        ("<rect onclick='x'/>", ["ART03"]),
        ("<rect ONLOAD='x'/>", ["ART03"]),
        ("<a href='javascript:x'/>", ["ART04"]),
        ("<set attributeName='href' to='x'/>", ["ART03"]),
        ("<use href='b.svg#a'/>", ["ART04"]),
        ("<use xlink:href='//example.org/a'/>", ["ART04"]),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", ["ART04"]),
        ("<image href='data:image/png;base64,!!'/>", ["ART02"]),
        ("<rect fill='url(http://example.org/x)'/>", ["ART04"]),
        ("<rect style='fill: URL( \"x.svg#a\" )'/>", ["ART04"]),
        ("<style>@import 'x.css';</style>", ["ART04"]),
        ("<style>a{fill:u\\72l(x)}</style>", ["ART03"]),
        ("<rect style='fill:u\\72l(x)'/>", ["ART03"]),
        ("<?xml-stylesheet href='x'?>", ["ART04"]),
        ("<g xml:base='http://example.org'/>", ["ART04"]),
        ("<g>", ["ART02"]),
        ("&x;", ["ART02"]),
        ("<g>" * 200 + "</g>" * 200, ["ART02"]),
    ],
)
def test_what_does_not_belong_in_a_drawing_is_refused(inside: str, expected: list[str]) -> None:
    """Scripts, handlers, entities and everything outside the file are refused; plain drawings pass."""
    assert svg(inside) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {NS}>&a;</svg>', ["ART05"]),
        ("<html/>", ["ART11"]),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', ["ART12"]),
        ("", ["ART02"]),
        ("no picture", ["ART02"]),
    ],
)
def test_what_is_no_drawing_is_refused(text: str, expected: list[str]) -> None:
    """Entities, other documents, drawings without a size and empty files are refused."""
    assert [one.code for one in SvgReader(TextFile("a.svg", text)).read(scene=False).faults] == expected


def test_faults_of_a_picture_have_their_place(tale: Tale) -> None:
    """A complaint about a picture names its file, line and column."""
    tale.write("art/scenes/lock.svg", SCENE.replace("<path", "<script/><path"))
    found = tale.check().diagnostics
    assert [(one.code, one.file, one.line, one.column) for one in found] == [("ART03", "art/scenes/lock.svg", 5, 14)]


def test_scenes_have_layers(tale: Tale) -> None:
    """A scene without one of its layers is told; groups deeper down do not count."""
    tale.write("art/scenes/lock.svg", SCENE.replace('<g id="mid"/>', '<g id="x"><g id="mid"/></g>'))
    assert tale.codes() == ["ART07"]


def test_photographs_have_a_limit(tale: Tale) -> None:
    """Embedded pixels over the limit are refused."""
    data = "A" * 500_000
    tale.write("art/cover.svg", PICTURE.replace("<path", f'<image href="data:image/png;base64,{data}"/><path'))
    assert tale.codes() == ["ART06"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("sound/kick.ogg", b"RIFF", "ART09"),
        ("sound/kick.ogg", b"OggS" + bytes(60) + b"OpusHead", "ART09"),
        ("sound/kick.ogg", OGG + bytes(art.MOST_SOUND_BYTES), "ART10"),
        ("art/cover.svg", PICTURE + " " * art.MOST_PICTURE_BYTES, "ART10"),
        ("art/cover.svg", b"\xff\xfe<\0", "FILE05"),
    ],
)
def test_wrong_files_are_told(tale: Tale, name: str, content: str | bytes, code: str) -> None:
    """Sounds in another format and files over their limit are told by name."""
    tale.write(name, content)
    found = tale.check().diagnostics
    assert [(one.code, one.file) for one in found] == [(code, name)]


def test_missing_files_are_told_where_they_are_named(tale: Tale) -> None:
    """A file that is not there is told at its line of story.toml, with what is near, and for sounds with what makes them."""
    (tale.root / "sound/kick.ogg").unlink()
    tale.change("story.toml", "art/scenes/lock.svg", "art/scenes/lok.svg")
    found = tale.check().diagnostics
    assert [(one.code, one.file) for one in found] == [("ART01", "story.toml")] * 2
    assert "“art/scenes/lock.svg”" in found[0].sentence
    assert "python3 run.py sounds" in found[1].mend


def test_pictures_are_described(tale: Tale) -> None:
    """A picture without a description is told."""
    tale.change("story.toml", 'alt = "A door"', 'alt = "  "')
    assert tale.codes() == ["ART08"]


def test_links_may_not_lead_out(tale: Tale) -> None:
    """A picture that is a symbolic link out of the folder counts as missing."""
    outside = tale.root.parent / "outside.svg"
    outside.write_text(PICTURE)
    (tale.root / "art/cover.svg").unlink()
    (tale.root / "art/cover.svg").symlink_to(outside)
    assert tale.codes() == ["ART01"]


def test_costs_are_measured(tale: Tale) -> None:
    """Each picture's kilobytes are told, and with Skia the milliseconds to draw it."""
    from studio.check import check

    pytest.importorskip("skia")
    costs = check(tale.folder, measure=True).costs
    assert {cost.file for cost in costs} == {"art/cover.svg", "art/scenes/lock.svg", "art/portraits/rae-open.svg"}
    assert all(cost.kilobytes > 0 and cost.milliseconds is not None and cost.milliseconds > 0 for cost in costs)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_as_a_picture(data: bytes) -> None:
    """Whatever bytes a picture holds, reading it gives complaints and nothing else."""
    assert SvgReader(decode("a.svg", data)).read(scene=True).faults
