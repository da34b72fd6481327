"""The whole way of a letter, between games and a real server with real counsellors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.contact import letters, phrase
from game.contact.errors import GoneError, NobodyError, PhraseError, TooLongError
from game.contact.thread import Agreed, Answer, Change, Letter, Proposed, Question, Removed, Request
from tests.contract.primitives import b64
from tests.game.contact.counsellor import Refused
from tests.game.contact.threads import kinds, names, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.contact.conftest import Game, Office


def test_a_letter_is_answered(office: Office, game: Game) -> None:
    """A first letter reaches those on duty, one takes it on, and the answer comes back, from whom it says it is."""
    mine = phrase.make("en")
    thread = game.wait(game.contact.first(mine, "letters", "Is anybody there?"))
    assert thread.state == "waiting"
    assert names(thread) == ["Maren", "Yusuf"]
    assert thread.id in office.maren.queue()
    assert thread.id in office.yusuf.queue()
    assert thread.id not in office.ines.queue()
    assert office.maren.take_on(thread.id).texts == ["Is anybody there?"]
    office.maren.write(thread.id, "Yes. Good evening.")
    assert game.until(game.contact.take_changed)
    thread = game.wait(game.contact.read(thread.id))
    assert words(thread) == ["Is anybody there?", "Yes. Good evening."]
    assert kinds(thread) == [Letter, Change, Letter]
    change = thread.items[1]
    assert isinstance(change, Change)
    assert [reader.name for reader in change.went] == ["Yusuf"]
    assert names(thread) == ["Maren"]
    assert thread.state == "held"
    assert not thread.broken
    with pytest.raises(Refused):
        office.yusuf.read(thread.id)


def test_the_words_alone_bring_everything_back(office: Office, play: Callable[[], Game]) -> None:
    """From another device, with nothing but the phrase typed somehow, the conversation is there, and goes on from both."""
    mine = phrase.make("fr")
    first, second = play(), play()
    thread = first.wait(first.contact.first(mine, "letters", "Une lettre."))
    office.yusuf.take_on(thread.id)
    office.yusuf.write(thread.id, "Bonsoir.")
    typed = phrase.read("-".join(word.upper() for word in mine.words), "en").phrase
    assert typed is not None
    listed = second.wait(second.contact.come_back(typed))
    assert [(one.id, one.state, one.offer, one.unread) for one in listed] == [(thread.id, "held", "letters", True)]
    assert words(second.wait(second.contact.read(thread.id))) == ["Une lettre.", "Bonsoir."]
    second.wait(second.contact.write(thread.id, "From the second."))
    first.wait(first.contact.write(thread.id, "From the first."))
    office.yusuf.turn(thread.id, "rotate", office.yusuf)
    office.yusuf.write(thread.id, "To both.")
    expected = ["Une lettre.", "Bonsoir.", "From the second.", "From the first.", "To both."]
    for game in (first, second):
        seen = game.wait(game.contact.read(thread.id))
        assert words(seen) == expected
        assert not seen.broken
    assert not second.wait(second.contact.come_back(typed))[0].unread


def test_an_unknown_phrase_is_like_an_empty_mailbox(play: Callable[[], Game]) -> None:
    """A phrase that never was, and one whose letters were all deleted, both lead to nothing, in the same steps."""
    game, other = play(), play()
    mine = phrase.make("en")
    game.wait(game.contact.first(mine, "letters", "To be deleted."))
    game.wait(game.contact.delete_mailbox())
    assert not game.contact.entered
    assert other.wait(other.contact.come_back(mine)) == ()
    assert other.wait(other.contact.come_back(phrase.make("en"))) == ()


def test_a_second_counsellor_joins(office: Office, game: Game) -> None:
    """Somebody who joins is shown, reads on from there, and what came before only with the player's yes."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    game.wait(game.contact.ask(thread.id, "someone", "Somebody who was there too, please.", "former"))
    office.maren.turn(thread.id, "join", office.maren, office.yusuf)
    office.maren.say(thread.id, {"t": "history", "pid": b64(office.yusuf.pid)})
    thread = game.wait(game.contact.read(thread.id))
    assert names(thread) == ["Maren", "Yusuf"]
    assert [question.about for question in thread.questions] == ["Yusuf"]
    assert office.yusuf.read(thread.id).texts == []
    thread = game.wait(game.contact.answer(thread.id, thread.questions[0].pid, yes=True))
    assert not thread.questions
    assert kinds(thread) == [Letter, Change, Request, Change, Question, Answer]
    office.yusuf.threads.clear()
    assert office.yusuf.read(thread.id).texts == ["The first."]
    office.yusuf.write(thread.id, "Hello.")
    assert words(game.wait(game.contact.read(thread.id))) == ["The first.", "Hello."]


def test_a_no_shows_nothing_of_what_came_before(office: Office, game: Game) -> None:
    """After a no, the newcomer still reads only from the day of joining on."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    office.maren.turn(thread.id, "join", office.maren, office.yusuf)
    office.maren.say(thread.id, {"t": "history", "pid": b64(office.yusuf.pid)})
    thread = game.wait(game.contact.read(thread.id))
    thread = game.wait(game.contact.answer(thread.id, thread.questions[0].pid, yes=False))
    assert not thread.questions
    office.yusuf.threads.clear()
    assert office.yusuf.read(thread.id).texts == []


def test_12_who_is_sent_away_reads_no_further(office: Office, game: Game) -> None:
    """A counsellor who is sent away gets nothing more, neither entries nor keys; the last one cannot be sent away."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    office.maren.turn(thread.id, "join", office.maren, office.yusuf)
    game.wait(game.contact.read(thread.id))
    thread = game.wait(game.contact.send_away(thread.id, office.yusuf.pid))
    assert names(thread) == ["Maren"]
    game.wait(game.contact.write(thread.id, "Only for Maren."))
    with pytest.raises(Refused):
        office.yusuf.read(thread.id)
    assert office.maren.read(thread.id).texts[-1] == "Only for Maren."
    with pytest.raises(NobodyError):
        game.wait(game.contact.send_away(thread.id, office.maren.pid))


@pytest.mark.parametrize("history", [False, True])
def test_another_counsellor_takes_over(office: Office, game: Game, history: bool) -> None:  # noqa: FBT001  a test's parameter
    """Another counsellor in one step: the first reads no further, the new one reads what came before only if that was wished."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    office.maren.write(thread.id, "An answer.")
    thread = game.wait(game.contact.swap(thread.id, "talk", history=history))
    assert names(thread) == ["Ines"]
    assert thread.state == "waiting"
    with pytest.raises(Refused):
        office.maren.read(thread.id)
    assert thread.id in office.ines.queue()
    game.wait(game.contact.write(thread.id, "To Ines."))
    taken = office.ines.take_on(thread.id)
    assert taken.texts == (["The first.", "An answer.", "To Ines."] if history else ["To Ines."])
    office.ines.write(thread.id, "Hello.")
    assert words(game.wait(game.contact.read(thread.id)))[-1] == "Hello."


def test_an_agreement_needs_both(office: Office, game: Game) -> None:
    """What the conversation is for is proposed by either side, and holds once the other has said yes."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    thread = game.wait(game.contact.propose(thread.id, ("Sleep", "Somebody to tell"), "letters", "weekly", "Either may stop."))
    assert thread.agreement is None
    assert thread.proposal is not None
    assert thread.proposal.mine
    own = thread.proposal.id
    assert game.wait(game.contact.agree(thread.id, own)).agreement is None
    office.maren.say(thread.id, {"t": "agreed", "id": b64(own)})
    thread = game.wait(game.contact.read(thread.id))
    assert thread.agreement is not None
    assert thread.agreement.goals == ("Sleep", "Somebody to tell")
    assert thread.proposal is None
    office.maren.say(thread.id, {"t": "agreement", "id": b64(bytes(16)), "goals": ["School"], "form": "", "rhythm": "", "rules": ""})
    thread = game.wait(game.contact.read(thread.id))
    assert thread.proposal is not None
    thread = game.wait(game.contact.agree(thread.id, thread.proposal.id))
    assert thread.agreement is not None
    assert thread.agreement.goals == ("School",)
    assert kinds(thread)[-2:] == [Proposed, Agreed]


def test_10_own_letters_are_deleted_for_everyone(office: Office, play: Callable[[], Game]) -> None:
    """A deleted letter, the very first too, is gone for both sides and on every device, and nobody else's can be deleted."""
    mine = phrase.make("en")
    game, other = play(), play()
    thread = game.wait(game.contact.first(mine, "letters", "The first."))
    office.maren.take_on(thread.id)
    answer = office.maren.write(thread.id, "An answer.")
    thread = game.wait(game.contact.write(thread.id, "The second."))
    for item in [item for item in thread.items if isinstance(item, Letter) and item.mine]:
        thread = game.wait(game.contact.delete_letter(thread.id, item.id))
    assert kinds(thread) == [Removed, Change, Letter, Removed]
    other.wait(other.contact.come_back(mine))
    elsewhere = other.wait(other.contact.read(thread.id))
    assert kinds(elsewhere) == [Removed, Change, Letter, Removed]
    assert not elsewhere.broken
    office.maren.threads.clear()
    assert office.maren.read(thread.id).texts == ["An answer."]
    thread = game.wait(game.contact.delete_letter(thread.id, answer))
    assert words(thread) == ["An answer."]
    assert "An answer." in office.maren.read(thread.id).texts
    assert words(other.wait(other.contact.write(thread.id, "And on."))) == ["An answer.", "And on."]


def test_a_conversation_is_deleted_and_another_begun(office: Office, game: Game) -> None:
    """A deleted conversation is gone for the counsellor too; the same words can begin another, and hold several."""
    mine = phrase.make("en")
    first = game.wait(game.contact.first(mine, "letters", "The first."))
    office.maren.take_on(first.id)
    second = game.wait(game.contact.another("talk", "Another."))
    assert {one.id for one in game.wait(game.contact.come_back(mine))} == {first.id, second.id}
    left = game.wait(game.contact.delete_conversation(first.id))
    assert [one.id for one in left] == [second.id]
    with pytest.raises(Refused):
        office.maren.read(first.id)
    with pytest.raises(GoneError):
        game.wait(game.contact.read(first.id))
    assert game.wait(game.contact.delete_conversation(second.id)) == ()
    third = game.wait(game.contact.first(mine, "talk", "A third."))
    assert words(third) == ["A third."]
    assert [one.id for one in game.wait(game.contact.come_back(mine))] == [third.id]


def test_a_new_colleague_is_known_once_the_list_names_them(office: Office, game: Game) -> None:
    """Somebody who joins and is only in a later list is accepted without coming back: the game fetches the list again."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    noor = office.house.enrol("Noor")
    office.house.sign()
    office.maren.turn(thread.id, "join", office.maren, noor)
    noor.write(thread.id, "Hello, I am new.")
    thread = game.wait(game.contact.read(thread.id))
    assert names(thread) == ["Maren", "Noor"]
    assert not thread.broken


def test_each_epoch_gives_the_next_one_a_new_box(office: Office, game: Game) -> None:
    """A first letter in an epoch carries the key for the next, and later letters do not; what came before can still be read."""
    mine = phrase.make("en")
    thread = game.wait(game.contact.first(mine, "letters", "0"))
    boxes = []
    office.maren.take_on(thread.id)
    for number in (1, 2, 3):
        game.wait(game.contact.write(thread.id, f"{number}"))
        game.wait(game.contact.write(thread.id, f"{number} again"))
        seen = office.maren.read(thread.id)
        boxes.append(seen.client_box)
        assert sum(body.get("box") is not None for body in seen.bodies if body["t"] == "text") == number
        office.maren.turn(thread.id, "rotate", office.maren)
    assert len(set(boxes)) == 3
    game.wait(game.contact.come_back(mine))
    assert words(game.wait(game.contact.read(thread.id))) == ["0", "1", "1 again", "2", "2 again", "3", "3 again"]


def test_what_cannot_be_sent_is_said(game: Game) -> None:
    """A letter too long, an offer that nobody is on duty for, and a verb without a mailbox: each is refused with its own sentence."""
    with pytest.raises(PhraseError):
        game.wait(game.contact.another("letters", "A word."))
    with pytest.raises(TooLongError):
        game.wait(game.contact.first(phrase.make("en"), "letters", "x" * 40_000))
    with pytest.raises(NobodyError):
        game.wait(game.contact.first(phrase.make("en"), "nothing", "A word."))
    with pytest.raises(GoneError):
        game.wait(game.contact.read(bytes(16)))
    assert letters.text("A word.").sealed is None
