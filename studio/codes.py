"""Every complaint the studio knows: its code, how bad it is, its sentence, and how to mend it.

One table, so that the checker, `--format json` and the writers' page can never disagree. It is longer than a page because it is the page.

Why so long: it is one table, and who looks a complaint up wants it whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of complaint: severity, a sentence and a mend with named holes, and one line for the writers' page."""

    severity: Severity
    sentence: str
    mend: str
    meaning: str


CODES: Mapping[str, Code] = MappingProxyType(
    {
        # Files
        "FILE01": Code("error", "There is no file “{name}”.", "{mend}", "A file that is needed is not there."),
        "FILE02": Code(
            "error",
            "“{name}” cannot be read: {reason}.",
            "Check that it is a file and that you may read it.",
            "A file is there and cannot be read.",
        ),
        "FILE03": Code(
            "error",
            "This is not UTF-8 text: byte {byte} has no meaning here.",
            "Save the file again as “UTF-8” in your editor.",
            "A text file holds bytes that are not UTF-8.",
        ),
        "FILE04": Code(
            "error",
            "There is a NUL character in this text.",
            "Remove it, or check that this really is a text file.",
            "A text file holds a NUL.",
        ),
        "FILE05": Code(
            "error", "“{name}” is saved as UTF-16.", "Save the file again as “UTF-8” in your editor.", "A text file is in UTF-16."
        ),
        "FILE06": Code(
            "error",
            "“{name}” is {size} long: at most {limit} is read.",
            "Split it, or check that it is the right file.",
            "A file is too big to be what it says.",
        ),
        # Ink
        "INK01": Code("error", "{message}", "{mend}", "Ink does not understand a line."),
        "INK02": Code(
            "error",
            "The ink compiler gave up: {message}",
            "Undo the last change, check again, and change it in smaller steps.",
            "The compiler itself failed.",
        ),
        "INK03": Code(
            "error",
            "There is no file “{name}” to include{near}.",
            "Write its path from this file's folder or from the story's folder.",
            "An INCLUDE names a file that is not there.",
        ),
        "INK04": Code(
            "error", "“{name}” includes itself: {chain}.", "Remove one of these INCLUDE lines.", "Files include each other in a circle."
        ),
        "INK05": Code(
            "error",
            "“{name}” lies outside the story's folder.",
            "Move it into the folder: only what is in there goes into the pack.",
            "An INCLUDE leads out of the story's folder.",
        ),
        "INK06": Code("error", "This comment is never closed: everything after it is lost.", "Write */ where it ends.", "A /* has no */."),
        "INK07": Code(
            "error",
            "There is no story in “{name}”: it is empty.",
            "Write a first line; `-> END` ends a story.",
            "The main file has no text.",
        ),
        "INK08": Code(
            "error",
            "An INCLUDE names no file.",
            "Write the file's path after it, as in `INCLUDE chapters/one.ink`.",
            "An INCLUDE stands alone.",
        ),
        "INK10": Code("error", "There is no knot, stitch or label “{name}” to go to{near}.", "{mend}", "A divert leads nowhere."),
        "INK11": Code("error", "There is no variable or function “{name}”{near}.", "{mend}", "A name in logic is not declared."),
        "INK12": Code("error", "The name “{name}” is used twice: {message}", "Rename one of the two.", "Two things share a name."),
        "INK13": Code(
            "error",
            "Braces or brackets do not match: {message}",
            "Count the {{ }} and [ ] on this line and the ones before it.",
            "Braces or brackets do not match.",
        ),
        "INK16": Code(
            "error",
            "This brace is never closed.",
            "Write }} where the logic ends; a text over several lines needs its cases on lines of their own, beginning with -.",
            "A { has no }.",
        ),
        "INK14": Code("warning", "{message}", "{mend}", "Ink accepts a line, and wonders about it."),
        "INK15": Code("note", "To do: {message}", "Remove the TODO line when it is done.", "A TODO of the writer's own."),
        # Flow
        "FLOW01": Code(
            "warning",
            "The story runs out here: nothing says where it goes on.",
            "End with `-> knot`, `-> END`, or a choice.",
            "A loose end: a player would stand before an empty page.",
        ),
        "FLOW02": Code(
            "warning", "Nothing leads to “{name}”.", "Divert to it from somewhere, or remove it.", "A knot or stitch cannot be reached."
        ),
        "FLOW03": Code(
            "error",
            "This divides by zero: the game would stop here.",
            "Divide by something else, or leave the division out.",
            "A division by a constant zero.",
        ),
        "FLOW04": Code(
            "warning",
            "This divides by {name}: if it is ever zero, the game stops here.",
            "Test it first, as in `{{{name} != 0: ...}}`, or divide by a number.",
            "A division by something that could be zero.",
        ),
        "FLOW08": Code(
            "error",
            "The game has no function “{name}” for ink to call.",
            "Write it in ink, as in `=== function {name}(x) ===`, and remove the EXTERNAL line.",
            "An EXTERNAL function: the game would stop where it is called.",
        ),
        "FLOW05": Code(
            "warning",
            "No line says `# ending: {name}`.",
            "Put the cue on the ending's last line, or remove the ending from story.toml.",
            "A declared ending is never recorded.",
        ),
        "FLOW06": Code(
            "warning",
            "These choices have no prompt.",
            "Give each of them the same `# prompt: ...`, inside the brackets.",
            "Nothing stands above a set of choices.",
        ),
        "FLOW07": Code(
            "warning",
            "This choice's prompt differs from the one at line {line}.",
            "Write the same prompt on every choice of a set.",
            "A set of choices has more than one prompt.",
        ),
        # Cues
        "CUE01": Code(
            "error", "There is no cue “{name}”{near}.", "`threshold-studio cues` lists them all.", "A tag is not in the vocabulary."
        ),
        "CUE02": Code("error", "The cue “{name}” takes {argument}.", "Write it as in `# {example}`.", "A cue's argument does not fit."),
        "CUE03": Code(
            "error", "The cue “{name}” belongs to a line, and here it is part of a choice.", "{mend}", "A cue for lines stands on a choice."
        ),
        "CUE04": Code(
            "error", "The cue “{name}” belongs to a choice, and here it is part of a line.", "{mend}", "A cue for choices stands on a line."
        ),
        "CUE05": Code(
            "error", "story.toml has no {kind} “{name}”{near}.", "{mend}", "A cue names something that story.toml does not have."
        ),
        "CUE06": Code(
            "error",
            "“{name}” is {actual} in story.toml, and the cue “{cue}” wants {wanted}.",
            "Use another name, or change its kind.",
            "A sound is of another kind.",
        ),
        "CUE07": Code(
            "error",
            "{person} has no portrait “{name}”{near}.",
            "Add the portrait to story.toml, or use one of: {known}.",
            "A mood has no portrait.",
        ),
        "CUE08": Code(
            "error", "There is no knot “{name}” to skip to{near}.", "Name a knot or `knot.stitch` of this story.", "A `skip` leads nowhere."
        ),
        "CUE09": Code(
            "warning",
            "Nothing tells what happened in the scene that is skipped to “{name}”.",
            'Add `[skips.{key}]` with `summary = "..."` to story.toml: one or two neutral sentences.',
            "A `skip` has no summary.",
        ),
        # House rules: docs/writers.md says why
        "HOUSE01": Code(
            "error",
            "There is no cue “{name}”: no choice here is against the clock.",
            "Remove it. A line may wait with `# pause: 1.5`, and choices wait for as long as the reader does.",
            "A cue that would time a choice.",
        ),
        "HOUSE02": Code(
            "error",
            "There is no cue “{name}”: nothing in a story makes the game offer help, or withhold it.",
            "Remove it. Help is always in the same place.",
            "A cue that would let a choice bring help.",
        ),
        "HOUSE03": Code(
            "error",
            "There is no cue “{name}”: nobody is scored here.",
            "Remove it. What a choice did is told by what happens.",
            "A cue that would score a player.",
        ),
        "HOUSE04": Code(
            "warning",
            "Chapter {number} has no off-ramp.",
            "Let somebody or something show another way, and mark that line with `# offramp: name`.",
            "A chapter shows no way out of the group's pull.",
        ),
        "HOUSE05": Code(
            "error",
            "“{name}” says nothing.",
            "{mend}",
            "A content note or caption that is blank.",
        ),
        "HOUSE06": Code(
            "error",
            "There are {honest} messages that are straight with their reader and {other} that are not.",
            "Write four of each: whoever sorts only the second kind learns to trust nobody.",
            "The messages to sort are not four of each kind.",
        ),
        "HOUSE07": Code(
            "error",
            "Nothing says how “{name}” works on its reader.",
            "Say it in `works_by`, in a few words, for translators and youth workers.",
            "A message that is not straight has no `works_by`.",
        ),
        # Questions to all players together
        "ASK01": Code(
            "error",
            "This story asks {count} questions about {about}: at most {most} are allowed.",
            "Keep those that you would change the story for: each costs every player some of what nobody can know.",
            "A story asks too much.",
        ),
        "ASK02": Code(
            "error",
            "“{name}” has {count} different answers.",
            "Give it from 2 to {most}, each once; “not_reached” comes by itself.",
            "A question has too few answers or too many.",
        ),
        "ASK03": Code("error", "“{name}” is asked by every story.", "Call this question something else.", "A question's name is taken."),
        "ASK04": Code(
            "error",
            "“{name}” asks about somebody's {word}.",
            "Ask what was done in the story, never who somebody is.",
            "A question comes too near to a person.",
        ),
        "ASK05": Code(
            "error",
            "“{name}” has its answers already, being of the kind “{kind}”.",
            "Remove `options` here.",
            "A question lists answers that its kind has.",
        ),
        "ASK06": Code(
            "error",
            "No choice beside `# ask: {name}` has the label “{option}”{near}.",
            "Write the label of a choice in the same knot or stitch, as in `* (table) [Put it down. # ask: {name}]`.",
            "An answer is no label of a choice that the question stands beside.",
        ),
        "ASK07": Code("error", "“{option}” is no answer to this question{near}.", "Correct it or remove it.", "Words for no answer."),
        # story.toml
        "TOML01": Code("error", "This is not TOML: {message}", "{mend}", "story.toml has a syntax error."),
        "TOML02": Code("error", "“{name}” is missing{where}.", "Add a line such as `{example}`.", "A field is missing."),
        "TOML03": Code("error", "There is no field “{name}”{where}{near}.", "Correct its name or remove it.", "A field is not known."),
        "TOML04": Code("error", "“{name}” takes {wanted}.", "Write it as in `{example}`.", "A field's value does not fit."),
        "TOML05": Code(
            "error", "“{name}” is not a good name here: it takes {wanted}.", "Rename it, in the ink too.", "A table's name does not fit."
        ),
        "TOML06": Code(
            "warning", "The folder is called “{folder}”, and the story's id is “{id}”.", "Give both the same name.", "Folder and id differ."
        ),
        "TOML07": Code("error", "There are two chapters number {number}.", "Number them 1, 2, 3.", "Two chapters share a number."),
        "TOML08": Code("error", "There are two questions called “{name}”.", "Rename one of them.", "Two questions share a name."),
        "TOML09": Code(
            "warning",
            "No cue uses the {kind} “{name}”.",
            "Use it, or remove it: it makes the download bigger.",
            "Something in story.toml is never used.",
        ),
        "TOML10": Code(
            "error",
            "“{who}” is no character of this story{near}.",
            "Name somebody of [characters].",
            "Somebody on the web of people is not a character.",
        ),
        "TOML11": Code(
            "error",
            "The script has no variable “{name}”{near}.",
            "Declare it with `VAR {name} = 0`, or name another.",
            "A closeness has no ink variable.",
        ),
        "TOML12": Code(
            "error",
            "The range of “{who}” ends before it begins.",
            "Write the lowest number first, as in `range = [0, 3]`.",
            "A closeness has no range.",
        ),
        "TOML13": Code(
            "error", "There is no character “{name}”{near}.", "Use a name that stands after “characters.”.", "A player or member is nobody."
        ),
        # Pictures and sounds
        "ART01": Code("error", "There is no file “{name}”{near}.", "{mend}", "A picture or sound is not there."),
        "ART02": Code(
            "error",
            "This picture cannot be read: {message}.",
            "Open it in a drawing program and save it as plain SVG.",
            "An SVG is not well-formed.",
        ),
        "ART03": Code(
            "error",
            "Pictures may not hold {what}.",
            "Remove it: a pack carries drawings, never programs.",
            "An SVG holds a script or an event handler.",
        ),
        "ART04": Code(
            "error",
            "This picture reaches outside itself: {what}.",
            "Keep everything in the file, and refer to it as `#name`.",
            "An SVG refers to something outside.",
        ),
        "ART05": Code(
            "error", "Pictures may not declare a DOCTYPE or entities.", "Remove the <!DOCTYPE ...> line.", "An SVG declares entities."
        ),
        "ART06": Code(
            "error",
            "The photographs in this picture are {size} in all: at most {limit} is allowed.",
            "Draw it as shapes, or make the photographs smaller.",
            "Embedded pixels over the limit.",
        ),
        "ART07": Code(
            "error",
            "The scene has no layer “{name}”.",
            'Put its shapes into `<g id="{name}">`; a scene has far, mid, light and near.',
            "A scene lacks one of its layers.",
        ),
        "ART08": Code(
            "error",
            "“{name}” has no text description.",
            "Write what the picture shows in `alt`, for those who hear it.",
            "A picture has no alt text.",
        ),
        "ART09": Code("error", "“{name}” is not an Ogg Vorbis file.", "Export it as Ogg Vorbis.", "A sound is in another format."),
        "ART10": Code(
            "error", "“{name}” has {size}: at most {limit} is allowed.", "Make it shorter or simpler.", "A picture or sound is too big."
        ),
        "ART11": Code("error", "The outermost element is <{name}>, not <svg>.", "Save the picture as plain SVG.", "A file is not SVG."),
        "ART12": Code(
            "error",
            "The picture has no viewBox: nobody knows how large it is.",
            'Add `viewBox="0 0 1920 1080"` to <svg>.',
            "An SVG has no size.",
        ),
        # The session guide
        "GUIDE01": Code(
            "error",
            "A session guide has no pictures, links, HTML or code.",
            "Write an address as plain text; headings (#, ##, ###), lists, tables, > notes, **bold** and *italic* are what there is.",
            "The guide uses more of Markdown than is printed.",
        ),
        "GUIDE02": Code(
            "error", "This is too long to stand in one piece.", "Make two of it.", "A paragraph or cell of the guide is too long."
        ),
        "GUIDE03": Code("error", "The guide is empty.", "Write it, or remove the file.", "A guide without words."),
        "GUIDE04": Code(
            "error",
            "Nothing is known as “{name}” here.",
            "There are `<!-- about -->`, `<!-- choices -->`, `<!-- choices: 2 -->` and `<!-- messages -->`.",
            "The guide asks for something that is not there.",
        ),
        # Translations
        "PO01": Code(
            "error", "This is not a gettext catalogue: {message}", "Open it in an editor for .po files.", "A .po has a syntax error."
        ),
        "PO02": Code("error", "{message}", "{mend}", "A translation cannot stand where its line stands."),
        "PO03": Code(
            "error",
            "With this translation the story is built differently: {what}.",
            "Compare its braces, brackets and arrows with the line itself, and begin with words where it begins with words.",
            "A translation changes more than words.",
        ),
        "PO04": Code(
            "warning",
            "The story was changed since: {unknown} of its texts are not in this file, and {gone} here are no longer in the story.",
            "Run `threshold-studio translate update`.",
            "A .po is behind its story.",
        ),
        "PO05": Code(
            "note",
            "{percent} % translated: {fuzzy} are fuzzy and {missing} missing, and are told in the story's own language.{packed}",
            "`threshold-studio translate status` counts them by chapter.",
            "A translation is not finished.",
        ),
        "PO06": Code(
            "error",
            "“{language}” is not another language's tag.",
            "Name the file for a language, such as fr.po or pt-BR.po.",
            "A .po is named for no language.",
        ),
        # Plans
        "PLAN01": Code(
            "error",
            "“{word}” is not a step of a plan{near}.",
            "The steps are: title, seed, choose, expect, ending, end.",
            "A plan's line is not known.",
        ),
        "PLAN02": Code("error", "“{word}” takes a text in double quotes.", "Write it as in `{example}`.", "A step's text is missing."),
        "PLAN03": Code("error", "No choice here begins with “{text}”.", "The choices are: {known}.", "A plan chooses what is not offered."),
        "PLAN04": Code(
            "error", "More than one choice begins with “{text}”.", "Write more of it: {known}.", "A plan's choice is not unique."
        ),
        "PLAN05": Code("error", "No line since the last choice says “{text}”.", "What came was: {known}", "An expectation is not met."),
        "PLAN06": Code("error", "The ending “{name}” was not reached{near}.", "Reached so far: {known}.", "A plan's ending did not come."),
        "PLAN07": Code("error", "The story has not ended here.", "It still offers: {known}.", "A plan says `end` too early."),
        "PLAN08": Code(
            "error", "The story has already ended.", "Remove this step, or change the choices before it.", "A plan goes on after the end."
        ),
        "PLAN09": Code(
            "error",
            "The story stopped: {message}",
            "Play these choices yourself and look at the line before.",
            "The story failed while a plan was played.",
        ),
        "PLAN11": Code(
            "warning",
            "On the way, something was wrong: {message}",
            "`threshold-studio check` says where.",
            "The story stumbled on a plan's way.",
        ),
        "PLAN12": Code("error", "No off-ramp{name} was passed{near}.", "Passed so far: {known}.", "A plan's off-ramp did not come."),
        "PLAN13": Code("error", "There is no choice {number} here.", "There are {count} choices.", "A plan's choice has no such place."),
        "PLAN10": Code("error", "The plan has no steps.", "Write at least one `choose`, `expect` or `end`.", "A plan is empty."),
    }
)
