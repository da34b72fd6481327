"""story.toml is read whole, and every wrong field is told at its own line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.manifest_source import understand
from studio.text_file import TextFile, decode
from studio.toml_places import places
from tests.studio.conftest import TOML

if TYPE_CHECKING:
    from tests.studio.conftest import Tale


def faults(text: str) -> list[tuple[str, int, int]]:
    """Returns code, line and column of the complaints about a story.toml."""
    return [(one.code, one.line, one.column) for one in understand(TextFile("story.toml", text)).faults]


def line_of(piece: str) -> int:
    """Returns the line of the right story.toml on which a piece stands first."""
    return TOML[: TOML.index(piece)].count("\n") + 1


def test_a_right_one_is_understood() -> None:
    """A right story.toml gives its shape and no complaint."""
    source = understand(TextFile("story.toml", TOML))
    assert source.faults == []
    assert source.shape is not None
    assert source.shape.characters["rae"].portraits["open"].alt == "Rae, smiling"


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ('id = "tale"', "id = 3", "TOML04", "hyphens"),
        ("minutes = 3\nage", "minutes = 0\nage", "TOML04", "1 to 6000"),
        ('title = "Tale"', 'titel = "Tale"\ntitle = "Tale"', "TOML03", "“title”"),
        ('version = "1.0"', "version = 1.0", "TOML04", "in quotes"),
        ('authors = ["Ada Example"]', "authors = []", "TOML04", "list of names"),
        ('authors = ["Ada Example"]', 'authors = "Ada"', "TOML04", "list of names"),
        ('colour = "#E8B06A"', 'colour = "orange"', "TOML04", "hexadecimal"),
        ("[scenes.lock]", "[scenes.Lock]", "TOML05", "small letters"),
        ('kind = "sound"', 'kind = "noise"', "TOML04", "“ambience”"),
        ('file = "sound/kick.ogg"', 'file = "../kick.ogg"', "TOML04", ".ogg"),
        ('file = "sound/kick.ogg"', 'file = "/etc/kick.ogg"', "TOML04", ".ogg"),
        ('[endings.home]\ntitle = "Home"', "endings = 3", "TOML03", "endings"),
    ],
)
def test_a_wrong_field_is_told_at_its_line(old: str, new: str, code: str, words: str) -> None:
    """One wrong field gives one complaint, at the line where it stands, in words that say what is right."""
    assert old in TOML
    found = understand(TextFile("story.toml", TOML.replace(old, new))).faults
    assert [one.code for one in found] == [code]
    assert words in found[0].sentence + found[0].mend
    assert abs(found[0].line - line_of(old)) <= 1 or code == "TOML03"


def test_a_missing_field_is_told_at_its_table() -> None:
    """What is missing is told where it should stand, with a line to copy."""
    found = understand(TextFile("story.toml", TOML.replace('caption = "A kick drum"\n', ""))).faults
    assert [(one.code, one.line) for one in found] == [("TOML02", line_of("[sounds.kick]"))]
    assert 'caption = "..."' in found[0].mend


def test_all_faults_come_at_once() -> None:
    """Many wrong fields are all told, in one go."""
    text = (
        TOML.replace("number = 1", "number = 0")
        .replace('title = "One"\n', "")
        .replace('alt = "A door"', "alt = 3")
        .replace("age = 12\n", "")
    )
    assert sorted(code for code, *_ in faults(text)) == ["TOML02", "TOML02", "TOML04", "TOML04"]


@pytest.mark.parametrize("wrong", ["endings = 3\n", "endings = [3]\n", "chapters = 3\n"])
def test_a_table_that_is_none_is_told(wrong: str) -> None:
    """A number where a table should stand is told."""
    text = TOML.replace('[endings.home]\ntitle = "Home"\n', "").replace('[[chapters]]\nnumber = 1\ntitle = "One"\nminutes = 3\n', "")
    good = '[[chapters]]\nnumber = 1\ntitle = "One"\nminutes = 3\n'
    top, rest = text.split("[characters.rae]", 1)
    whole = top + (wrong + good if wrong.startswith("endings") else wrong) + "[characters.rae]" + rest
    assert {code for code, *_ in faults(whole)} == {"TOML04"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("id = \n", 1, 6), ('a = 1\nid = "x\n', 2, 8), ("a = 1\na = 2\n", 2, 6), ("[a\n", 1, 3), ('a = """x\n\n', 1, 9)],
)
def test_a_syntax_error_has_its_place(text: str, line: int, column: int) -> None:
    """What is not TOML is told once, at its line and column."""
    assert faults(text) == [("TOML01", line, column)]


def test_chapters_and_questions_may_not_stand_twice() -> None:
    """Two chapters with a number, or two questions with a name, are told at the second."""
    chapter = '[[chapters]]\nnumber = 1\ntitle = "Again"\nminutes = 1\n'
    question = '[[questions]]\nname = "which"\nkind = "ending"\n'
    text = TOML + chapter + question + question
    last = text.count("\n")
    assert faults(text) == [("TOML07", TOML.count("\n") + 2, 1), ("TOML08", last - 1, 1)]


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ('[people.rae]\ncloseness = "rae"\nrange = [0, 4]\n', ""),
        ("[people.rae]\nme = true\n", ""),
        ('[people.ray]\ncloseness = "rae"\n', "TOML10"),
        ('[people.rae]\ncloseness = "ray"\n', "TOML11"),
        ('[people.rae]\ncloseness = "rae"\nrange = [4, 0]\n', "TOML12"),
        ('[people.rae]\ncloseness = "rae"\nrange = [4]\n', "TOML04"),
        ('[people.rae]\ncloseness = "1"\n', "TOML04"),
    ],
)
def test_the_web_of_people_names_characters_and_variables(tale: Tale, people: str, code: str) -> None:
    """Who stands on the web must be a character, and how close they are a variable of the script with a range."""
    tale.change("main.ink", "# scene", "VAR rae = 1\n# scene")
    tale.write("story.toml", TOML + people)
    found = {one.code for one in tale.check().diagnostics if one.code.startswith("TOML")}
    assert found == ({code} if code else set())


def test_the_folder_has_the_storys_name(tale: Tale) -> None:
    """A folder whose name is not the story's id is a warning."""
    tale.change("story.toml", 'id = "tale"', 'id = "other"')
    assert tale.codes() == ["TOML06"]


def test_a_missing_story_toml_is_told(tale: Tale) -> None:
    """Without a story.toml there is one complaint, and the ink is still checked."""
    (tale.root / "story.toml").unlink()
    tale.change("main.ink", "# mood: open", "# mod: open")
    assert tale.codes() == ["CUE01", "FILE01"]


def test_places_know_every_way_to_write_a_key() -> None:
    """Dotted, quoted, nested, repeated and inline keys are found, and texts and lists over several lines are passed over."""
    text = (
        'a.b = 1\n"c d" = """\nx = 1\n[no]\n"""\ne = [\n  1, # ]\n  2,\n]\nf = { g = 1 }\n'
        "[[h]]\ni = 1\n[[h]]\ni = 2\n[h.j]\nk = '''\n[no]'''\n"
    )
    assert places(text) == {
        ("a", "b"): (1, 1),
        ("c d",): (2, 1),
        ("e",): (6, 1),
        ("f",): (10, 1),
        ("h", 0): (11, 3),
        ("h", 0, "i"): (12, 1),
        ("h", 1): (13, 3),
        ("h", 1, "i"): (14, 1),
        ("h", 1, "j"): (15, 2),
        ("h", 1, "j", "k"): (16, 1),
    }


@given(st.binary(max_size=200))
def test_any_bytes_give_complaints(data: bytes) -> None:
    """Whatever bytes a story.toml holds, reading it gives complaints and nothing else."""
    source = understand(decode("story.toml", data))
    assert source.shape is None
    assert source.faults


@given(
    st.lists(
        st.sampled_from([*TOML.splitlines(keepends=True), "[", "]", "=", '"""', "'", "\n", "[a.b]\n", "x = 1\n", "[[x]]\n", "#", "= 3"]),
        max_size=40,
    )
)
def test_any_lines_give_complaints_inside_the_file(parts: list[str]) -> None:
    """However the lines of a story.toml are mixed, every complaint has a place in it."""
    file = TextFile("story.toml", "".join(parts))
    assert all(1 <= one.line <= len(file.lines) for one in understand(file).faults)
