from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes import FAKE, Engine, ledger
from tui.config import CacheConfig, Config, CorpusConfig
from tui.errors import CorpusError, NotesError, SearchIndexError
from tui.ledger.follow_ups import FollowUps
from tui.library import Library, Totals
from tui.library.reading import outcomes, tasks_of
from tui.model import Extraction, Progress, RefreshReport

if TYPE_CHECKING:
    from tui.ledger.model import Ledger
    from tui.library.ledgers import LedgerInput
    from tui.model import Article

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("2024-04-02\nTăng trưởng đạt 5,66% trong quý I.\n", encoding="utf-8")
    (corpus / "b.txt").write_text("2025-07-22\nGiữ mục tiêu 8,3% cho cả năm. Đã đạt 7,52%.\n", encoding="utf-8")
    return corpus


@pytest.fixture
def config(tmp_path: Path, folder: Path) -> Config:
    return Config(corpus=CorpusConfig(paths=(folder,), jobs=1), cache=CacheConfig(directory=tmp_path / "cache"))


@pytest.fixture
def library(config: Config) -> Library:
    return Library(config, pipeline=FAKE)


def refresh(library: Library) -> RefreshReport:
    return library.refresh(lambda _: None, lambda: False)


def engine(library: Library) -> Engine:
    made: Any = library._index.engine()
    assert isinstance(made, Engine)
    return made


def counts(report: RefreshReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def watched_over(library: Library) -> tuple[Library, list[LedgerInput]]:
    """The same library, and what its ledgers are built of, as they are built."""
    calls: list[LedgerInput] = []

    def build(given: LedgerInput) -> Ledger:
        calls.append(given)
        return ledger(given)

    return Library(library.config, pipeline=FAKE._replace(ledgers=lambda *_: build)), calls


def test_before_the_first_refresh_there_is_nothing(library: Library) -> None:
    assert not library.cached()
    assert library.meetings() == ()
    assert library.totals() == Totals(0, 0, 0)
    assert library.problems() == ()
    assert not library.changed()


def test_looking_makes_no_files(library: Library, tmp_path: Path) -> None:
    library.meetings()
    assert not (tmp_path / "cache").exists()


def test_a_refresh_finds_articles_meetings_and_figures(library: Library) -> None:
    assert counts(refresh(library)) == (2, 0, 0, 0)
    assert library.totals() == Totals(2, 2, 3)
    assert [row.meeting.id for row in library.meetings()] == ["2025-07-22", "2024-04-02"]
    assert [each.figure.text for each in library.statements("b")] == ["8,3%", "7,52%"]
    assert "mục tiêu" in library.article("b").text


def test_only_what_changed_is_extracted_again(library: Library, folder: Path) -> None:
    refresh(library)
    seen: list[str] = []

    def watched(article: Article, extra: Path | None) -> Extraction:
        seen.append(article.id)
        return FAKE.extract(article, extra)

    second = Library(library.config, pipeline=FAKE._replace(extract=watched))
    assert counts(refresh(second)) == (0, 0, 0, 2)
    (folder / "a.txt").write_text("2024-04-02\nTăng trưởng đạt 6% trong quý I.\n", encoding="utf-8")
    os.utime(folder / "b.txt", ns=(1, 1))
    (folder / "c.txt").write_text("Không ngày.\n", encoding="utf-8")
    assert counts(refresh(second)) == (1, 1, 0, 1)
    assert seen == ["a", "c"]
    (folder / "a.txt").unlink()
    assert counts(refresh(second)) == (0, 0, 1, 2)
    assert [row.meeting.id for row in second.meetings()] == ["2025-07-22", "undated-c"]


def test_a_new_extractor_reads_everything_again(library: Library) -> None:
    refresh(library)
    newer = Library(library.config, pipeline=FAKE._replace(stamp=lambda _: "newer"))
    assert counts(refresh(newer)) == (0, 2, 0, 0)
    assert counts(refresh(newer)) == (0, 0, 0, 2)


def test_a_refresh_without_changes_is_no_new_edition(library: Library, folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"\xff\xfe\xfd")
    refresh(library)
    before = library.catalogue.edition()
    refresh(library)
    assert library.catalogue.edition() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"caf\xe9 \xff", "not UTF-8"), (b"", "holds no text"), ("2025\nnổ 5%.".encode(), "tripped the program")],
)
def test_a_bad_file_costs_only_itself(content: bytes, message: str, library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(content)
    report = refresh(library)
    assert report.added == 2
    (problem,) = report.problems
    assert problem.where == str(folder / "bad.txt")
    assert message.casefold() in problem.message.casefold()
    assert library.problems() == report.problems


def test_a_file_that_turns_bad_is_forgotten_and_one_that_is_mended_comes_back(library: Library, folder: Path) -> None:
    refresh(library)
    good = (folder / "a.txt").read_bytes()
    (folder / "a.txt").write_bytes(b"\0")
    assert counts(refresh(library)) == (0, 0, 1, 1)
    (folder / "a.txt").write_bytes(good)
    report = refresh(library)
    assert (counts(report), report.problems) == ((1, 0, 0, 1), ())


def test_an_article_stays_readable_when_its_file_is_gone(library: Library, folder: Path) -> None:
    refresh(library)
    shutil.rmtree(folder)
    assert "mục tiêu" in library.article("b").text


def test_an_unknown_article_is_named(library: Library) -> None:
    refresh(library)
    with pytest.raises(CorpusError, match="nope"):
        library.article("nope")
    with pytest.raises(CorpusError, match=r"2025-07-23.*did you mean 2025-07-22\?"):
        library.panel("2025-07-23")


def test_progress_is_told(library: Library) -> None:
    told: list[Progress] = []
    library.refresh(told.append, lambda: False, full=False)
    assert told == [Progress(0, 0), Progress(1, 2, "a.txt"), Progress(2, 2, "b.txt")]


def test_a_cancelled_refresh_leaves_everything_as_it_was(library: Library, folder: Path) -> None:
    refresh(library)
    before = library.catalogue.edition()
    (folder / "c.txt").write_text("2026-01-01\nĐạt 9%.\n", encoding="utf-8")
    (folder / "d.txt").write_text("2026-01-01\nĐạt 9%.\n", encoding="utf-8")
    asked = iter([False, True, True, True])
    report = library.refresh(lambda _: None, lambda: next(asked))
    assert counts(report) == (0, 0, 0, 2)
    assert library.catalogue.edition() == before
    assert list(library.catalogue.known()) == ["a", "b"]
    assert counts(refresh(library)) == (2, 0, 0, 2)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.fakes import FAKE
from tui.config import CacheConfig, Config, CorpusConfig
from tui.library import Library
folder, cache = map(Path, sys.argv[1:])
config = Config(corpus=CorpusConfig(paths=(folder,), jobs=1), cache=CacheConfig(directory=cache))
def deadly(article, extra):
    if article.id == "z":
        os.kill(os.getpid(), signal.SIGKILL)
    return FAKE.extract(article, extra)
Library(config, pipeline=FAKE._replace(extract=deadly)).refresh(lambda _: None, lambda: False)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_a_refresh_that_is_killed_leaves_everything_as_it_was(library: Library, folder: Path, tmp_path: Path) -> None:
    refresh(library)
    for name in ("c", "z"):
        (folder / f"{name}.txt").write_text("2026-01-01\nĐạt 9%.\n", encoding="utf-8")
    command = [sys.executable, "-c", KILLED, str(folder), str(tmp_path / "cache")]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    assert list(library.catalogue.known()) == ["a", "b"]
    assert counts(refresh(library)) == (2, 0, 0, 2)


def test_any_number_of_processes_gives_the_same_outcomes_in_the_same_order(tmp_path: Path) -> None:
    for number in range(210):
        (tmp_path / f"{number}.txt").write_text(f"2025-01-01\nĐạt {number}%.\n", encoding="utf-8")
    tasks = tasks_of(FAKE.scan([tmp_path])[0], {})
    with outcomes(tasks, FAKE, None, 1) as alone, outcomes(tasks, FAKE, None, 2) as together:
        assert list(alone) == list(together)


def test_another_process_is_noticed(library: Library, folder: Path) -> None:
    refresh(library)
    library.meetings()
    assert not library.changed()
    (folder / "c.txt").write_text("Mới.\n", encoding="utf-8")
    refresh(Library(library.config, pipeline=FAKE))
    assert library.changed()
    assert len(library.meetings()) == 3
    assert not library.changed()


@pytest.mark.parametrize("part", ["file", "table", "row"])
def test_a_damaged_catalogue_is_made_anew_and_said_so(part: str, library: Library, config: Config) -> None:
    refresh(library)
    if part == "file":
        library.catalogue.discard()
        library.catalogue.place.catalogue.write_bytes(b"nonsense" * 999)
    else:
        with library.catalogue.connect() as db:
            db.execute("DROP TABLE meetings" if part == "table" else "UPDATE articles SET statements = '['")
    again = Library(config, pipeline=FAKE)
    again.meetings()
    again.ledger()
    report = refresh(again)
    assert counts(report) == (2, 0, 0, 0)
    assert any("made anew" in problem.message for problem in report.problems)
    assert len(again.meetings()) == 2


def test_the_cache_can_be_deleted_at_any_time(library: Library, tmp_path: Path) -> None:
    refresh(library)
    shutil.rmtree(tmp_path / "cache")
    assert library.meetings() == ()
    assert counts(refresh(library)) == (2, 0, 0, 0)


def test_the_index_follows_the_catalogue(library: Library, folder: Path) -> None:
    refresh(library)
    assert set(engine(library).texts) == {"a", "b"}
    engine(library).written.clear()
    (folder / "a.txt").unlink()
    (folder / "c.txt").write_text("2025-07-22\nĐạt 9%.\n", encoding="utf-8")
    refresh(library)
    assert engine(library).written == ["c"]
    assert set(engine(library).texts) == {"b", "c"}


def test_an_index_that_fell_behind_catches_up(library: Library, folder: Path) -> None:
    refresh(library)
    (folder / "c.txt").write_text("2025-01-01\nĐạt 9%.\n", encoding="utf-8")
    library.refresh(lambda _: None, lambda: False, full=False)
    later = Library(library.config, pipeline=FAKE)
    assert engine(later).written == ["c"]


def test_an_index_that_is_called_off_catches_up_later(library: Library) -> None:
    library.refresh(lambda _: None, lambda: False, full=False)
    library.ledger()
    asked = iter([False, *[True] * 9])
    library.refresh(lambda _: None, lambda: next(asked))
    assert library._index._engine is not None
    assert library._index._engine.stamp == ""
    assert set(engine(library).texts) == {"a", "b"}


def test_a_search_does_not_wait_for_the_index_to_be_filled(library: Library, folder: Path) -> None:
    refresh(library)
    (folder / "c.txt").write_text("2025-01-01\nĐạt 9% mục tiêu.\n", encoding="utf-8")
    library.refresh(lambda _: None, lambda: False, full=False)
    found: list[Any] = []
    with library._index._lock:
        thread = Thread(target=lambda: found.append(library.search("mục tiêu")))
        thread.start()
        thread.join()
    assert found == [["b"]]
    found.append(library.search("mục tiêu"))
    assert found[1] == ["b", "c"]


def test_all_but_search_works_without_an_index(config: Config) -> None:
    def broken(directory: Path, _config: Config) -> Any:
        raise SearchIndexError(f"{directory}: no.")

    library = Library(config, pipeline=FAKE._replace(open_engine=broken))
    report = refresh(library)
    assert len(library.meetings()) == 2
    assert [problem.message for problem in report.problems] == [f"{library.catalogue.place.index}: no."]
    with pytest.raises(SearchIndexError):
        library.search("x")


def test_an_index_of_another_catalogue_is_built_anew(library: Library) -> None:
    refresh(library)
    library.catalogue.discard()
    later = Library(library.config, pipeline=FAKE)
    refresh(later)
    assert engine(later).written == ["a", "b"]


def test_a_search_asks_the_index(library: Library) -> None:
    refresh(library)
    found: Any = library.search("mục tiêu")
    assert found == ["b"]


def test_a_correction_is_made_kept_and_undone(library: Library, config: Config, folder: Path) -> None:
    refresh(library)
    statement = library.statements("b")[1]
    library.correct(statement, role="forecast", period="2025-S1")
    corrected = library.statements("b")[1]
    assert (corrected.role, corrected.period, corrected.corrected) == ("forecast", "2025-S1", True)
    assert engine(library).written[-1] == "b"
    assert "forecast" in engine(library).texts["b"]
    again = Library(config, pipeline=FAKE)
    assert again.statements("b")[1].role == "forecast"
    assert (folder / "briefings-notes.toml").is_file()
    assert again.undo() == "7,52%: role = forecast, period = 2025-S1"
    assert library.statements("b")[1] == statement
    assert again.undo() is None


def test_a_correction_survives_a_refresh_and_an_edit(library: Library, folder: Path) -> None:
    refresh(library)
    library.correct(library.statements("b")[1], figure=False)
    text = (folder / "b.txt").read_text(encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("Giữ", "Thủ tướng nói: giữ"), encoding="utf-8")
    refresh(library)
    assert [each.figure.text for each in library.statements("b")] == ["8,3%"]


def test_a_correction_that_lost_its_figure_is_told(library: Library, folder: Path) -> None:
    refresh(library)
    library.correct(library.statements("a")[0], role="base")
    (folder / "a.txt").write_text("2024-04-02\nKhông còn số nào.\n", encoding="utf-8")
    report = refresh(library)
    assert any("5,66%" in problem.message for problem in report.problems)
    assert [each.text for each in library.orphans()] == ["5,66%"]
    assert len(library.corrections()) == 1


def test_a_malformed_file_of_notes_is_told_and_left_alone(library: Library, folder: Path) -> None:
    refresh(library)
    notes = folder / "briefings-notes.toml"
    notes.write_text("[[correction", encoding="utf-8")
    assert len(library.statements("b")) == 2
    assert [problem.where for problem in library.problems()] == [str(notes)]
    with pytest.raises(NotesError, match="nothing was changed"):
        library.correct(library.statements("b")[0], role="base")
    assert notes.read_text(encoding="utf-8") == "[[correction"


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"role": "aim"}, "role must be one of"),
    ({"indicator": "gdpp"}, "no indicator gdpp"),
    ({"period": "2025-S3"}, "period must be a period"),
    ({"colour": "red"}, "colour cannot be changed"),
    ({"low": -1.0}, "low must be a number that is not negative"),
    ({"low": 9.0}, "must not be above"),
]


@pytest.mark.parametrize(("changes", "message"), CHANGES)
def test_a_correction_that_makes_no_sense_is_refused(changes: dict[str, Any], message: str, library: Library) -> None:
    refresh(library)
    with pytest.raises(NotesError, match=message):
        library.correct(library.statements("b")[0], **changes)
    assert library.corrections() == ()


def test_a_ledger_that_is_called_off_is_built_later(library: Library) -> None:
    library.refresh(lambda _: None, lambda: False, full=False)
    asked = iter([False, False, True])
    library.refresh(lambda _: None, lambda: next(asked))
    assert not library.tallied()
    assert len(library.ledger().meetings) == 2
    assert library.tallied()


def test_nothing_is_compared_again_where_nothing_changed(library: Library) -> None:
    refresh(library)
    calls: list[LedgerInput] = []

    def build(given: LedgerInput) -> Ledger:
        calls.append(given)
        return ledger(given)

    again = Library(library.config, pipeline=FAKE._replace(ledgers=lambda *_: build))
    refresh(again)
    assert calls == []
    again.ledger()
    assert len(calls) == 1


def test_a_ledger_is_given_what_changed_and_what_stayed(library: Library, folder: Path) -> None:
    calls: list[LedgerInput] = []

    said: list[dict[str, list[str]]] = []

    def build(given: LedgerInput) -> Ledger:
        calls.append(given)
        said.append({name: [one.figure.text for one in each.statements] for name, each in given.extractions.items()})
        return ledger(given)

    watched = Library(library.config, pipeline=FAKE._replace(ledgers=lambda *_: build))
    refresh(watched)
    (folder / "a.txt").write_text("2024-04-02\nTăng trưởng đạt 6% trong quý I.\n", encoding="utf-8")
    (folder / "c.txt").write_text("2025-07-23\nĐạt 7%.\n", encoding="utf-8")
    refresh(watched)
    (folder / "a.txt").unlink()
    refresh(watched)
    first, second, third = (call.extractions for call in calls)
    assert [list(each) for each in (first, second, third)] == [["a", "b"], ["a", "b", "c"], ["b", "c"]]
    assert first["b"] == second["b"] == third["b"]
    assert first["a"] != second["a"]
    assert [each.get("a") for each in said] == [["5,66%"], ["6%"], None]


def test_an_article_that_is_corrected_is_another_one_to_the_ledger(library: Library) -> None:
    watched, calls = watched_over(library)
    refresh(watched)
    watched.correct(watched.statements("b")[0], role="forecast")
    watched.ledger()
    first, second = (call.extractions for call in calls)
    assert (first["a"] == second["a"], first["b"] == second["b"]) == (True, False)
    assert second["b"].statements[0].role == "forecast"


def test_the_ledger_is_built_once_a_version(library: Library) -> None:
    watched, calls = watched_over(library)
    refresh(watched)
    watched.ledger()
    watched.panel("2025-07-22")
    assert len(calls) == 1
    watched.decide("some-link", True)
    watched.ledger()
    assert [dict(call.decisions) for call in calls] == [{}, {"some-link": True}]


def test_links_are_kept_from_session_to_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(SEEDS, folder)
    config = Config(corpus=CorpusConfig(paths=(folder,), jobs=1), cache=CacheConfig(directory=tmp_path / "cache"))
    refresh(Library(config))
    proposed: list[int] = []
    really = FollowUps.propose

    def propose(self: FollowUps, *given: Any) -> Any:
        proposed.append(1)
        return really(self, *given)

    monkeypatch.setattr(FollowUps, "propose", propose)
    later = Library(config)
    assert [link for panel in later.ledger().meetings for each in panel.commitments for link in each.follow_ups]
    assert proposed == []
    (next(folder.glob("*.txt"))).unlink()
    refresh(later)
    assert proposed == [1]
    assert later.ledger() == Library(config).ledger()
    assert proposed == [1]
