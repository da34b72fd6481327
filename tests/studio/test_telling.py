"""A story in several languages, from its catalogues to the pack: counted, checked, compiled, carried, told in the game."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.story.journey import Journey
from game.story.pack import Book, open_pack
from studio import catalogue, cli, keys, telling
from studio.build import build
from studio.catalogue import Entry
from studio.translate import Desk
from tests.game.scenes.packs import KEY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.studio.conftest import Tale

FRENCH = {
    "Tale": "Conte",
    "A short one": "Un court",
    "Nothing happens.": "Rien n’arrive.",
    "Nothing": "Rien",
    "One": "Un",
    "Home": "Chez soi",
    "Rae": "Raé",
    "Rae, smiling": "Raé, souriante",
    "A door": "Une porte",
    "A lock at night": "Une écluse, la nuit",
    "A kick drum": "Une grosse caisse",
    "It was late.": "Il était tard.",
    "“Come in.”": "« Entre. »",
    "[Go in]": "[Entrer]",
    "The door stood open.": "La porte était ouverte.",
    "I went in.": "J’entrai.",
    "“No.”[]": "« Non. »[]",
    "I stayed.": "Je restai.",
    "That was all.": "Ce fut tout.",
}


def translate(tale: Tale, language: str = "fr", **changes: str) -> None:
    """Writes a catalogue of the tale; `changes` are other translations, by the last word of what is said."""
    desk = Desk(tale.folder)
    words = FRENCH | {text: said for text in FRENCH for end, said in changes.items() if text.rstrip(".”[]").endswith(end)}
    entries = [Entry(*one.key, words[one.text].removeprefix("?"), fuzzy=words[one.text].startswith("?")) for one in desk.messages]
    desk.write(f"{language}.po", language, entries, None)


def packed(tale: Tale, *, unfinished: bool = False) -> Book:
    """Returns the tale as the game opens it."""
    done = build(tale.folder, tale.root.parent, KEY, unfinished=unfinished)
    assert done.report.diagnostics == [one for one in done.report.diagnostics if not one.is_error]
    assert done.file is not None
    return open_pack(done.file, {keys.public(KEY)})


def test_every_text_of_the_tale_is_a_message(tale: Tale) -> None:
    """All that a reader sees of ink and story.toml stands in the catalogue, and each with where it stands."""
    messages = Desk(tale.folder).messages
    assert {one.text for one in messages} == set(FRENCH)
    assert {one.context for one in messages if one.path} >= {"story.toml: title", "story.toml: chapters.1.title"}
    assert all(place.line for one in messages for place in one.places)


def test_a_complete_language_is_packed(tale: Tale) -> None:
    """The pack carries the language's ink and every text around it, and the game tells the story in it."""
    translate(tale)
    book = packed(tale)
    assert book.languages == ("en", "fr")
    manifest = book.manifest
    assert manifest.title == {"en": "Tale", "fr": "Conte"}
    assert manifest.chapters[0].title["fr"] == "Un"
    assert manifest.characters["rae"].name["fr"] == "Raé"
    assert manifest.characters["rae"].portraits["open"].alt["fr"] == "Raé, souriante"
    assert (manifest.scenes["lock"].alt["fr"], manifest.sounds["kick"].caption["fr"]) == ("Une écluse, la nuit", "Une grosse caisse")
    assert manifest.endings["home"].title["fr"] == "Chez soi"
    assert manifest.cover is not None
    assert manifest.cover.alt["fr"] == "Une porte"
    journey = Journey.begin(book, "fr-CA")
    assert [line.text for line in journey.page.lines if line.text] == ["Il était tard.", "« Entre. »"]
    assert [choice.text for choice in journey.page.choices] == ["Entrer", "« Non. »"]
    assert journey.page.prompt == "La porte était ouverte."
    assert not any(line.own for line in journey.page.lines)
    assert not any(choice.own for choice in journey.page.choices)


def test_two_builds_are_one(tale: Tale) -> None:
    """The same story and catalogues give the same bytes."""
    translate(tale)
    first = build(tale.folder, tale.root.parent, KEY).file
    assert first is not None
    data = first.read_bytes()
    build(tale.folder, tale.root.parent, KEY)
    assert first.read_bytes() == data


def test_what_is_not_translated_is_told_in_the_storys_own_language(tale: Tale) -> None:
    """Missing and fuzzy lines fall back one by one, choices and prompts too, and say that they do; texts around the story likewise."""
    translate(tale, late="", No="?« Nan. »[]", open="", One="")
    book = packed(tale, unfinished=True)
    journey = Journey.begin(book, "fr")
    page = journey.page
    assert [(line.text, line.own) for line in page.lines if line.text] == [("It was late.", True), ("« Entre. »", False)]
    assert [(choice.text, choice.own) for choice in page.choices] == [("Entrer", False), ("“No.”", True)]
    assert page.asking is not None
    assert (page.prompt, page.asking.own) == ("The door stood open.", True)
    assert journey.chapter_title == "One"
    assert Journey.resume(book, journey.record()).page == page
    assert not any(part.own for part in Journey.begin(book, "en").page.lines)


def test_packs_carry_what_is_nearly_complete(tale: Tale, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the bar a language stays out of packs, unless unfinished ones are asked for; over it, its gaps are told in the story's own."""
    translate(tale, late="")
    assert packed(tale).languages == ("en",)
    assert packed(tale, unfinished=True).languages == ("en", "fr")
    monkeypatch.setattr(telling, "COMPLETE", 0.9)
    assert packed(tale).languages == ("en", "fr")


def test_a_broken_translation_keeps_the_story_from_being_packed(tale: Tale) -> None:
    """What would break is an error of `check`, at its line of the .po."""
    translate(tale, stayed="", late="Il était # tard.")
    report = tale.check()
    (fault,) = [one for one in report.diagnostics if one.is_error]
    assert (fault.code, fault.file, fault.source) == ("PO02", "translations/fr.po", 'msgstr "Il était # tard."')
    assert build(tale.folder, tale.root.parent, KEY).file is None


def test_a_story_that_changed_since_is_told(tale: Tale) -> None:
    """A catalogue behind its story is a warning; brought up to date, it is only unfinished; the pack does without the line meanwhile."""
    translate(tale)
    assert tale.codes() == []
    tale.change("main.ink", "That was all.", "That was all of it.")
    assert tale.codes() == ["PO04"]
    assert cli.main(["translate", "update", str(tale.root)]) == 0
    assert tale.codes() == ["PO05"]
    entry = next(one for one in catalogue.load(tale.root, "fr").entries if one.text == "That was all of it.")
    assert (entry.words, entry.fuzzy, entry.previous) == ("Ce fut tout.", True, "That was all.")
    tale.change("main.ink", "That was all of it.", "That was all.")
    assert cli.main(["translate", "update", str(tale.root)]) == 0
    assert [one.code for one in tale.check().diagnostics] == ["PO05"]


def test_only_the_dates_of_a_catalogue_never_change_it(tale: Tale) -> None:
    """Bringing a catalogue up to date that is up to date leaves its bytes alone."""
    translate(tale)
    path = tale.root / "translations" / "fr.po"
    text = path.read_text("utf-8").replace("2026", "2001")
    path.write_text(text, "utf-8")
    assert cli.main(["translate", "update", str(tale.root)]) == 0
    assert path.read_text("utf-8") == text


def test_languages_may_not_be_the_storys_own(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalogue of the story's own language, or of none, is refused."""
    assert cli.main(["translate", "update", "--language", "en", str(tale.root)]) == 2
    assert cli.main(["translate", "update", "--language", "../x", str(tale.root)]) == 2
    assert cli.main(["translate", "update", str(tale.root)]) == 2
    assert "begin one with" in capsys.readouterr().err
    translate(tale, "en")
    assert tale.codes() == ["PO06"]


def test_status_counts_by_chapter(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """`status` says how much of each chapter is translated, what is fuzzy and what is missing, and what is broken."""
    translate(tale, late="", No="?« Nan. »[]", stayed="-> Je restai.")
    capsys.readouterr()
    assert cli.main(["translate", "status", str(tale.root)]) == 1
    text = capsys.readouterr().out
    assert "tale: 19 texts, its own language is en" in text
    assert "fr     89 % (17 translated, 1 fuzzy, 1 missing)" in text
    assert "about it: 100 % (11 translated, 0 fuzzy, 0 missing)" in text
    assert "chapter 1: 75 % (6 translated, 1 fuzzy, 1 missing)" in text
    assert "PO02" in text


def test_every_doing_does_its_work(tale: Tale, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template, two made-up languages, compiled files: from the command line alone."""
    root = str(tale.root)
    assert cli.main(["translate", "extract", root]) == 0
    template = (tale.root / "translations" / "story.pot").read_text("utf-8")
    assert template.count('msgstr ""\n') == 20
    assert cli.main(["translate", "update", "--language", "fr", "--language", "pt-BR", root]) == 0
    assert catalogue.languages(tale.root) == ["fr", "pt-BR"]
    assert cli.main(["translate", "pseudo", root]) == 0
    assert cli.main(["translate", "compile", "--language", "en-XA", "--to", str(tmp_path), root]) == 0
    ink = json.loads((tmp_path / "tale.en-XA.ink.json").read_text("utf-8"))
    assert ink["inkVersion"] == 21
    assert "tale: 19 texts" not in capsys.readouterr().out
    assert packed(tale).languages == ("en",)
    book = packed(tale, unfinished=True)
    assert book.languages == ("en", "ar-XB", "en-XA", "fr", "pt-BR")
    words = [line.text for line in Journey.begin(book, "en-XA").page.lines if line.text]
    assert all(text.startswith("‹") and text.endswith("›") for text in words)
    assert [line.text for line in Journey.begin(book, "fr").page.lines if line.text] == ["It was late.", "“Come in.”"]


def test_included_files_are_translated_where_they_stand(tale: Tale, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Messages of included files name their file and chapter, and their translations go back into it."""
    tale.change("story.toml", "[[chapters]]", '[[chapters]]\nnumber = 2\ntitle = "Two"\nminutes = 3\n\n[[chapters]]')
    tale.change("main.ink", "=== later ===\nThat was all. # ending: home\n-> END\n", "INCLUDE chapters/two.ink\n")
    tale.write("chapters/two.ink", "=== later ===\n# chapter: 2\nThat was all. # ending: home\n-> END\n")
    desk = Desk(tale.folder)
    message = next(one for one in desk.messages if one.text == "That was all.")
    assert (message.context, message.chapter, message.places[0].file, message.places[0].line) == ("later", 2, "chapters/two.ink", 3)
    words = FRENCH | {"Two": "Deux"}
    desk.write("fr.po", "fr", [Entry(*one.key, words[one.text]) for one in desk.messages], None)
    assert cli.main(["translate", "status", str(tale.root)]) == 0
    assert "chapter 2: 100 % (1 translated, 0 fuzzy, 0 missing)" in capsys.readouterr().out
    assert cli.main(["translate", "compile", "--to", str(tmp_path), str(tale.root)]) == 0
    ink = (tmp_path / "tale.fr.ink.json").read_text("utf-8")
    assert "^Ce fut tout." in ink
    assert "That was all" not in ink


def test_broken_ink_is_not_extracted(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the ink or story.toml cannot be read, catalogues stay as they are."""
    translate(tale)
    before = (tale.root / "translations" / "fr.po").read_text("utf-8")
    tale.change("main.ink", "That was all.", "/* That was all.")
    for doing in ("extract", "update", "status", "pseudo", "compile"):
        assert cli.main(["translate", doing, str(tale.root)]) == 1
        assert "INK06" in capsys.readouterr().out
    assert (tale.root / "translations" / "fr.po").read_text("utf-8") == before


def test_ink_alone_can_be_translated(tmp_path: Path) -> None:
    """An .ink file without a story.toml has its catalogue, too."""
    (tmp_path / "short.ink").write_text("One.\n-> END\n", encoding="utf-8")
    assert cli.main(["translate", "update", "--language", "fr", str(tmp_path / "short.ink")]) == 0
    assert [one.text for one in catalogue.load(tmp_path, "fr").entries] == ["One."]
