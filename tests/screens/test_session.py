from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.screens.driving import driven
from tests.screens.stand_in import NEW, OLD, StandIn
from tui.screens.session import Place, Session, load_session, save_session

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place("/news", "m2", "m1", "a1", 12)


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    session = Session(("tăng trưởng", '"a" OR b'), frozenset({"results"}), (HERE,))
    save_session(tmp_path / "new" / "session.toml", session)
    assert load_session(tmp_path / "new" / "session.toml") == session


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    save_session(None, Session(("x",)))
    assert load_session(None) == load_session(tmp_path / "none.toml") == Session()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"\xff\xfe", Session()),
        (b"searches = [", Session()),
        (b"searches = 3\nturned = {}\nplace = 'x'", Session()),
        (b"searches = ['a', 3]\nplace = ['x']", Session(("a",))),
        (b"searches = ['a']\n[[place]]\ncorpus = 'c'\nat = 'far'", Session(("a",))),
    ],
)
def test_of_a_damaged_file_the_rest_is_read(tmp_path: Path, written: bytes, expected: Session) -> None:
    file = tmp_path / "session.toml"
    file.write_bytes(written)
    assert load_session(file) == expected


def test_a_file_that_cannot_be_written_keeps_nobody_from_leaving(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    save_session(tmp_path / "file" / "session.toml", Session(("x",)))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_the_last_search_and_the_last_place_come_first_and_once() -> None:
    session = Session().searched("a").searched("b").searched("a")
    assert session.searches == ("a", "b")
    moved = Place("/news", "m2", "m2", "a2", 0)
    assert Session().left(HERE).left(moved).places == (moved,)
    assert Session().left(HERE).place_in("/other") is None


async def test_the_next_run_goes_on_where_the_last_one_was_left(tmp_path: Path) -> None:
    file = tmp_path / "session.toml"
    async with driven(session=file) as user:
        await user.press("/")
        await user.type("XIV")
        await user.press("enter", "escape", "3", "g", "enter", "2", "ctrl+d")
        left = user.main.reader.place
        assert left > 0
        await user.press("q")
    async with driven(session=file) as user:
        assert user.main.article is not None
        assert user.main.article.id == OLD.id
        assert user.main.reader.place == left
        assert "▸ MỤC TIÊU" in user.text
        await user.press("/")
        assert "XIV" in user.text


async def test_a_newer_meeting_is_opened_instead_of_the_place_left(tmp_path: Path) -> None:
    file = tmp_path / "session.toml"
    library = StandIn()
    corpus = str(library.roots[0].absolute())
    save_session(file, Session(places=(Place(corpus, "an-older-meeting", "2024-12-20", OLD.id, 0),)))
    async with driven(library=library, session=file) as user:
        assert user.main.article is not None
        assert user.main.article.id == NEW.id
