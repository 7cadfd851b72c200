"""Commits, readers, writers, damage: the index is whole, or made anew with a notice."""

from __future__ import annotations

import errno
import json
import os
import pickle
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.search.corpora import corpus
from tui.errors import SearchIndexError
from tui.search import Document, Engine, open_engine, parse_query
from tui.search.whoosh_engine import lock, marker
from tui.search.whoosh_engine.engine import WhooshEngine

EVERYTHING = parse_query("tang OR -tang")
KINH = parse_query("kinh")


def filled(folder: Path, count: int = 12) -> list[Document]:
    documents = corpus(2, count)
    with open_engine(folder) as engine:
        engine.rebuild(documents, "first")
    return documents


# commits


def test_nothing_is_found_before_the_commit(engine: Engine) -> None:
    engine.upsert(corpus(2, 5))
    assert engine.count(EVERYTHING) == 0
    assert engine.commit("one") == 1
    assert engine.count(EVERYTHING) == 5
    assert engine.stamp == "one"


def test_what_is_rolled_back_never_was(engine: Engine, folder: Path) -> None:
    engine.upsert(corpus(2, 5))
    engine.commit()
    before = sorted(path.name for path in folder.iterdir())
    engine.upsert(corpus(3, 9))
    engine.delete(["a/000"])
    engine.rollback()
    assert engine.count(EVERYTHING) == 5
    assert sorted(path.name for path in folder.iterdir()) == before
    engine.upsert(corpus(2, 6))
    assert engine.commit() == 2


def test_an_id_is_unique_within_a_batch_and_across_commits(engine: Engine) -> None:
    one, other = corpus(2, 2)
    twice = [one, Document(one.article, "m", None, "", "", "mới", "bản mới")]
    for _ in range(2):
        engine.upsert([*twice, other, other])
        engine.upsert(twice)
        engine.commit()
    assert engine.health().articles == 2
    assert engine.count(parse_query("bản mới")) == 1


def test_a_commit_is_there_at_the_next_start(folder: Path) -> None:
    documents = filled(folder)
    with open_engine(folder) as engine:
        assert (engine.stamp, engine.problems) == ("first", ())
        assert engine.fetch(["a/003"]) == (documents[3],)
        assert engine.health(deep=True).sound


def test_a_rebuild_forgets_what_was_there_and_answers_until_it_is_done(engine: Engine) -> None:
    engine.rebuild(corpus(2, 8))
    seen = []

    def arriving() -> Any:
        for document in corpus(3, 3):
            seen.append(engine.count(EVERYTHING))
            yield document

    assert engine.rebuild(arriving()) == 3
    assert seen == [8, 8, 8]
    assert engine.count(EVERYTHING) == 3


def test_an_error_in_the_batch_leaves_the_index_and_frees_the_lock(engine: Engine, folder: Path) -> None:
    engine.rebuild(corpus(2, 4))

    def broken() -> Any:
        yield from corpus(3, 2)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.upsert(broken())
    with open_engine(folder) as other:
        other.upsert(corpus(2, 5))
        other.commit()
    assert engine.count(EVERYTHING) == 5


def test_many_small_commits_leave_few_segments(engine: Engine) -> None:
    documents = corpus(5, 30)
    most = 0
    for document in documents:
        engine.upsert([document])
        engine.commit()
        most = max(most, engine.health().segments)
    assert most <= 10
    assert engine.count(EVERYTHING) == 30
    for document in documents[:24]:
        engine.delete([document.article])
        engine.commit()
    assert engine.count(EVERYTHING) == 6
    engine.upsert(documents[24:25])
    engine.commit()
    # what is mostly deleted has been written anew
    view = engine.view.snapshot  # type: ignore[attr-defined]
    assert sum(segment.count for segment in view.segments) <= 14


def test_processes_make_the_same_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.whoosh_engine.engine.WORTH_PROCESSES", 10)
    documents = corpus(6, 70)
    with open_engine(folder) as engine:
        assert engine.upsert([*documents, *documents[:30]], jobs=2) == 100
        engine.upsert(documents[:3])
        engine.commit()
        assert engine.health().articles == 70
        assert engine.health().segments == 3
        found = [hit.article for hit in engine.search(KINH, limit=100).hits]
        engine.rebuild(documents)
        assert [hit.article for hit in engine.search(KINH, limit=100).hits] == found


def test_an_error_in_the_batch_ends_the_helping_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.whoosh_engine.engine.WORTH_PROCESSES", 10)

    def broken() -> Any:
        yield from corpus(3, 20)
        raise ZeroDivisionError

    with open_engine(folder) as engine:
        with pytest.raises(ZeroDivisionError):
            engine.upsert(broken(), jobs=2)
        engine.rebuild(corpus(3, 4))
        assert engine.count(EVERYTHING) == 4


# readers and writers


def test_a_reader_sees_the_commit_of_another(folder: Path) -> None:
    filled(folder, 4)
    with open_engine(folder) as reader, open_engine(folder) as writer:
        assert not reader.stale()
        writer.upsert(corpus(2, 9))
        writer.commit("later")
        assert reader.stale()
        assert reader.stamp == "later"
        assert not reader.stale()
        assert reader.count(EVERYTHING) == 9


def test_a_commit_while_another_opens_the_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(folder, 4)
    check, writer = marker.check, open_engine(folder)

    def interrupted(directory: Path, mark: marker.Marker, **options: Any) -> None:
        monkeypatch.setattr(marker, "check", check)
        writer.rebuild(corpus(2, 9))
        check(directory, mark, **options)

    monkeypatch.setattr(marker, "check", interrupted)
    with open_engine(folder) as engine:
        assert engine.problems == ()
        assert engine.count(EVERYTHING) == 9


def test_a_page_of_an_older_commit_can_still_be_read(folder: Path) -> None:
    documents = filled(folder, 4)
    with open_engine(folder) as reader, open_engine(folder) as writer:
        snapshot = reader.view.snapshot  # type: ignore[attr-defined]
        writer.rebuild(corpus(3, 5))
        place = snapshot.place("a/002")
        assert snapshot.document(place) == documents[2]


def test_threads_search_while_another_writes(folder: Path) -> None:
    documents = corpus(8, 60)
    allowed = {10, 20, 30, 40, 50, 60}
    wrong: list[object] = []
    done = threading.Event()
    with open_engine(folder) as engine:
        engine.rebuild(documents[:10])

        def read() -> None:
            try:
                while not done.is_set():
                    found = engine.search(EVERYTHING, limit=100)
                    if found.total not in allowed or len({hit.article for hit in found.hits}) != found.total:
                        wrong.append(found.total)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test has failed
                wrong.append(error)

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for count in (20, 30, 40, 50, 60):
            engine.upsert(documents[:count])
            engine.commit()
        done.set()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_a_second_writer_is_told_who_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(folder)
    monkeypatch.setattr(lock.WriteLock.__init__, "__defaults__", (0.05,))
    with open_engine(folder) as one, open_engine(folder) as other:
        one.upsert(corpus(2, 3))
        with pytest.raises(SearchIndexError, match=f"process {os.getpid()}"):
            other.upsert(corpus(2, 3))
        one.rollback()
        other.upsert(corpus(2, 3))
        other.commit()


# damage


def names(folder: Path) -> list[str]:
    return sorted(marker.read(folder).files)


@pytest.mark.parametrize("kind", ["toc", "trm", "pst", "crd", "col"])
@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "flipped"])
def test_a_damaged_index_is_made_anew_with_a_notice(folder: Path, kind: str, damage: str) -> None:
    filled(folder)
    path = folder / next(name for name in names(folder) if name.endswith(kind))
    data = bytearray(path.read_bytes())
    if damage == "gone":
        path.unlink()
    else:
        middle = len(data) // 2
        data[middle] ^= 0xFF
        kept: dict[str, bytes] = {"cut": bytes(data[:middle]), "empty": b"", "flipped": bytes(data)}
        path.write_bytes(kept[damage])
    with open_engine(folder) as engine:
        (problem,) = engine.problems
        assert "made anew" in problem.message
        assert path.name in problem.message
        assert (engine.stamp, engine.health().articles) == ("", 0)
        engine.rebuild(corpus(2, 3))
        assert engine.count(EVERYTHING) == 3
    with open_engine(folder) as engine:
        assert engine.problems == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"digest": 1, "kind": 2}', "null", "\x00\xff", '{"files": {}, "generation": 3}']
)
def test_a_foreign_marker_is_no_index(folder: Path, text: str) -> None:
    filled(folder)
    (folder / marker.NAME).write_text(text, "utf-8")
    with open_engine(folder) as engine:
        assert len(engine.problems) == 1
        assert engine.health().articles == 0


def test_an_index_of_another_version_is_made_anew(folder: Path) -> None:
    filled(folder)
    content = json.loads((folder / marker.NAME).read_text("utf-8"))
    content["kind"] = content["kind"].replace(f"search/{marker.SCHEMA}", "search/0")
    (folder / marker.NAME).write_text(json.dumps(content), "utf-8")
    with open_engine(folder) as engine:
        assert "another version" in engine.problems[0].message


def test_damage_met_while_searching_is_one_clear_sentence(folder: Path) -> None:
    filled(folder)
    with open_engine(folder) as engine:
        snapshot = engine.view.snapshot  # type: ignore[attr-defined]
        terms = snapshot.segments[0]._terms
        terms._postings = memoryview(b"\x00" * 8)
        with pytest.raises(SearchIndexError, match="damaged"):
            engine.search(parse_query("kinh"))


def test_large_files_are_summed_on_demand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "SMALL", 0)
    filled(folder)
    path = folder / next(name for name in names(folder) if name.endswith("col"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    with open_engine(folder) as engine:
        path.write_bytes(data)
        assert engine.health().sound
        assert not engine.health(deep=True).sound


# trust


class Trap:
    def __init__(self, witness: Path) -> None:
        self.witness = witness

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.witness,)


def spring(folder: Path, witness: Path) -> None:
    """Put a table of contents that runs code into the index, with a marker that vouches for it."""
    mark = marker.read(folder)
    toc = folder / mark.toc
    data = toc.read_bytes()
    last = max(data.rfind(bytes((0x80, protocol))) for protocol in range(2, 6))
    toc.write_bytes(data[:last] + pickle.dumps(Trap(witness)))
    files = dict(mark.files) | {mark.toc: marker._measured(toc)}
    marker.write(folder, marker.Marker(mark.generation, mark.stamp, mark.toc, files))


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
@pytest.mark.parametrize("way", ["open to others", "link"])
def test_an_index_others_could_have_written_is_never_unpickled(folder: Path, tmp_path: Path, way: str) -> None:
    filled(folder)
    witness = tmp_path / "ran"
    spring(folder, witness)
    if way == "open to others":
        folder.chmod(0o770)
    else:
        name = marker.read(folder).toc
        shutil.move(folder / name, tmp_path / name)
        (folder / name).symlink_to(tmp_path / name)
    with open_engine(folder) as engine:
        assert len(engine.problems) == 1
        assert engine.health().articles == 0
    assert not witness.exists()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_the_trap_is_a_real_one(folder: Path, tmp_path: Path) -> None:
    filled(folder)
    witness = tmp_path / "ran"
    spring(folder, witness)
    open_engine(folder).close()
    assert witness.exists()


def test_a_link_to_a_directory_is_not_used(folder: Path, tmp_path: Path) -> None:
    filled(tmp_path / "real")
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "real")
    with open_engine(folder) as engine:
        assert engine.capabilities.name == "memory"
        assert "memory" in engine.problems[0].message


def test_a_new_directory_is_private(engine: Engine, folder: Path) -> None:
    assert engine.problems == ()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# nowhere to write


def refuse(error: int) -> Any:
    def write(*_arguments: object, **_options: object) -> None:
        raise OSError(error, os.strerror(error))

    return write


@pytest.mark.parametrize("error", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_where_no_directory_can_be_made_the_index_is_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    monkeypatch.setattr(Path, "mkdir", refuse(error))
    with open_engine(folder) as engine:
        assert engine.capabilities.name == "memory"
        assert os.strerror(error) in engine.problems[0].message
        engine.rebuild(corpus(2, 4))
        assert engine.count(EVERYTHING) == 4


def test_a_file_in_the_way_is_told(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("x")
    with open_engine(folder) as engine:
        assert engine.capabilities.name == "memory"
        assert len(engine.problems) == 1


def test_a_full_disk_is_known_beforehand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 0))
    with open_engine(folder) as engine:
        assert engine.capabilities.name == "memory"
        assert "full" in engine.problems[0].message


def test_a_disk_that_fills_up_leaves_the_index_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(folder, 4)
    with open_engine(folder) as engine:
        engine.upsert(corpus(3, 9))
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refuse(errno.ENOSPC))
            with pytest.raises(SearchIndexError, match="disk is full"):
                engine.commit()
        assert engine.count(EVERYTHING) == 4
        engine.upsert(corpus(3, 9))
        engine.commit()
        assert engine.count(EVERYTHING) == 9


# what Whoosh still understands


def test_whooshs_own_searcher_reads_the_index(folder: Path) -> None:
    documents = filled(folder, 30)
    from whoosh.index import open_dir
    from whoosh.query import And, Term
    from whoosh.scoring import Frequency

    with open_dir(str(folder)).searcher(weighting=Frequency()) as searcher:
        asked = And([Term("text", "tang"), Term("text", "kính")])
        found = {hit["article"] for hit in searcher.search(asked, limit=None, optimize=False)}
        assert {hit["text"] for hit in searcher.search(Term("title", "gdp"), limit=None)} <= {
            document.text for document in documents
        }
    with open_engine(folder) as engine:
        assert found == {hit.article for hit in engine.search(parse_query("tang kính"), limit=100).hits}
        assert found


def test_whooshs_own_writer_takes_the_fields() -> None:
    from whoosh.filedb.filestore import RamStorage
    from whoosh.query import Phrase, Term

    from tui.search.whoosh_engine.fields import schema

    index = RamStorage().create_index(schema())
    writer = index.writer()
    writer.add_document(article="1", text="An Giang tăng trưởng 7,52%")
    writer.commit()
    with index.searcher() as searcher:
        for form in ("an", "tăng", "tang", "7.52"):
            assert len(searcher.search(Term("text", form))) == 1
        assert len(searcher.search(Phrase("text", ["an", "giang", "tang"]))) == 1
        assert len(searcher.search(Term("text", "tặng"))) == 0


# cost


def test_the_package_is_imported_without_whoosh() -> None:
    code = "import sys, tui.search; print([name for name in sys.modules if 'whoosh' in name or 'multiproc' in name])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_an_article_of_a_hundred_thousand_words(engine: Engine) -> None:
    text = "an giang " * 50_000 + "kinh tế"
    engine.upsert([Document("long", "m", None, "", "", "dài", text), *corpus(2, 4)])
    engine.commit()
    (hit,) = engine.search(parse_query('"giang kinh te"')).hits
    assert hit.article == "long"
    assert hit.snippets[0].text.endswith("giang kinh tế")
    assert engine.count(parse_query('"te dài"')) == 0
    assert isinstance(engine, WhooshEngine)
