"""Finding files and decoding them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.corpus import files, parse, read, scan
from tui.errors import CorpusError


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Tin {name} về hội nghị.", encoding="utf-8")


def ids(*paths: Path) -> list[str]:
    return [source.id for source in scan(paths)[0]]


def test_folders_are_read_with_all_below_in_natural_order(tmp_path: Path) -> None:
    write(tmp_path, "bài 10.txt", "bài 9.txt", "năm/2024/a.md", ".git/x.txt", ".ẩn.txt", "ảnh.png")
    assert ids(tmp_path) == ["bài 9", "bài 10", "năm/2024/a"]
    assert scan([tmp_path])[1] == ()


def test_a_file_may_be_named(tmp_path: Path) -> None:
    write(tmp_path, "a.b.TXT")
    assert ids(tmp_path / "a.b.TXT", tmp_path) == ["a.b"]


def test_the_same_name_in_two_folders_takes_the_folder_before_it(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    assert ids(tmp_path / "x", tmp_path / "y") == ["b", "x/a", "y/a"]
    assert ids(tmp_path / "y", tmp_path / "x") == ["b", "x/a", "y/a"]


def test_folders_of_one_name_are_numbered(tmp_path: Path) -> None:
    write(tmp_path, "1/in/a.txt", "2/in/a.txt")
    assert ids(tmp_path / "1" / "in", tmp_path / "2" / "in") == ["in/a", "in/a~2"]


def test_two_suffixes_of_one_name_are_kept(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.md")
    assert ids(tmp_path) == ["a.md", "a.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "dead.txt").symlink_to(tmp_path / "none.txt")
    sources, problems = scan([tmp_path])
    assert [source.id for source in sources] == ["in/a"]
    assert [Path(problem.where).name for problem in problems] == ["dead.txt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("none", "no such file or folder"), ("empty", "holds no file of .txt, .md"), ("a.pdf", "Only .txt, .md files")],
)
def test_what_cannot_be_used_is_a_problem(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "a.pdf")
    sources, (problem,) = scan([tmp_path / name])
    assert sources == ()
    assert problem.where == str(tmp_path / name)
    assert message in problem.message


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000_000_000))
    (source,) = scan([tmp_path])[0]
    assert (source.size, source.mtime_ns) == ((tmp_path / "a.txt").stat().st_size, 7_000_000_000)


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (source,) = scan([tmp_path])[0]
    source.path.unlink()
    with pytest.raises(CorpusError, match=r"a\.txt: the file is no longer there"):
        read(source)


@pytest.mark.parametrize(
    "data",
    ["Hội nghị".encode(), b"\xef\xbb\xbf" + "Hội nghị".encode(), "\ufeffHội nghị".encode("utf-16-le"),
     "\ufeffHội nghị".encode("utf-16-be")],
)  # fmt: skip
def test_encodings(data: bytes) -> None:
    assert parse("a", "a.txt", data).text == "Hội nghị"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"abc\xff", r"a.txt: not UTF-8 text: byte 3 is 0xff"),
        (b"\xff\xfea\x00b", r"a.txt: not UTF-16-LE text: byte 4"),
        ("Hộ\0".encode(), r"a.txt: not a text file: byte 4 is NUL"),
        (b"\xff\xfea\x00\x00\x00", r"a.txt: not a text file: byte 4 is NUL"),
        (b"", r"a.txt: the file holds no text"),
        (b" \r\n\xef\xbb\xbf\n", r"a.txt: the file holds no text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        parse("a", "a.txt", data)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    (source,) = scan([tmp_path])[0]
    with pytest.raises(CorpusError, match="larger than"):
        read(source)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    sources, problems = scan([tmp_path])
    assert sources == ()
    assert "ordinary file" in problems[0].message
