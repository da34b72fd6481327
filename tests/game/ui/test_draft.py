"""What is being written holds together, whatever is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.ui.draft import Draft, step, word

WORDS = st.text(alphabet=st.sampled_from("ab é\u0301\u200d👩🏽🇩🇪\nשמ"), max_size=30)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), WORDS),
        st.tuples(st.just("erase"), st.sampled_from([-1, 1])),
        st.tuples(st.just("step"), st.sampled_from([-1, 1])),
        st.tuples(st.just("extend"), st.sampled_from([-1, 1])),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("redo"), st.none()),
    ),
    max_size=40,
)


def _do(draft: Draft, act: str, value: object) -> None:
    """Does one act."""
    if act == "insert":
        draft.insert(str(value))
    elif act == "erase":
        draft.erase(int(str(value)))
    elif act == "step":
        draft.step(int(str(value)))
    elif act == "extend":
        draft.step(int(str(value)), extend=True)
    elif act == "undo":
        draft.undo()
    else:
        draft.redo()


@given(ACTS)
def test_caret_and_selection_stay_inside_the_text(acts: list[tuple[str, object]]) -> None:
    """Whatever is done, the caret stands in the text, and the text is never longer than allowed."""
    draft = Draft(most=60)
    for act, value in acts:
        _do(draft, act, value)
        begin, end = draft.selection
        assert 0 <= begin <= end <= len(draft.text) <= 60
        assert draft.caret in {begin, end}


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=8))
def test_everything_can_be_taken_back_and_done_again(parts: list[str]) -> None:
    """Undoing leads to the beginning, redoing back to the end."""
    draft = Draft()
    for part in parts:
        draft.insert(part)
        draft.move(len(draft.text))
    written = draft.text
    for _ in parts:
        draft.undo()
    assert draft.text == ""
    for _ in parts:
        draft.redo()
    assert draft.text == written


def test_a_sign_that_people_see_as_one_is_stepped_over_and_deleted_as_one() -> None:
    """An accent, a joined emoji and a flag are one sign each."""
    for sign in ("e\u0301", "👩🏽", "👩\u200d👩", "🇩🇪"):
        text = f"a{sign}b"
        assert step(text, 1, 1) == 1 + len(sign)
        draft = Draft(text)
        draft.step(-1)
        draft.erase(-1)
        assert draft.text == "ab"


def test_words_are_found_in_both_directions() -> None:
    """A word's end lies ahead, its beginning behind."""
    assert word("hold the door", 0, 1) == 4
    assert word("hold the door", 13, -1) == 9


def test_one_line_stays_one_line_and_control_signs_stay_out() -> None:
    """A pasted line break becomes a space where there is one line; a bell rings nowhere."""
    draft = Draft(lines=False)
    draft.insert("one\ntwo\x07")
    assert draft.text == "one two"
