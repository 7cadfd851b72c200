"""What scripts rely on: the keys of every object, the offsets, stdout apart from stderr."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tui.corpus.characters import fold

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

FIGURE = (
    "article start end text bound low high direction unit measure indicator period period_source place role speaker "
    "cue rule quote meeting"
)
MEETING = "id date date_source date_reason title articles targets results commitments"
ARTICLE = "article title outlet byline place"
TARGET = "indicator measure unit period place low high bound mentions results status gap required"
ANSWER = "low high bound period relation meeting mentions"
RESULT = "indicator measure unit period place low high bound role meeting date mentions"
COMMITMENT = "quote article start end actor addressee kind status follow_ups"
FOLLOW_UP = "meeting article start end quote grade reason accepted"
CHECK = "kind verdict claim arithmetic inputs"
MENTION = "article start end quote"
HIT = "article meeting date score snippets"


def has(record: dict[str, Any], keys: str) -> bool:
    return set(keys.split()) <= set(record)


def read(shell: Shell, *arguments: str) -> Any:
    done = shell(*arguments, shell.corpus)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def comparison(shell: Shell) -> Any:
    return read(shell, "compare", "--format", "json")


def test_figures_are_one_object_a_line_and_quote_the_file(shell: Shell) -> None:
    done = shell("figures", "--format", "jsonl", shell.corpus)
    assert done.returncode == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) > 40
    for record in records:
        assert has(record, FIGURE)
        raw = (shell.corpus / record["article"]).read_bytes().decode("utf-8")
        assert " ".join(raw[record["start"] : record["end"]].split()) == " ".join(record["text"].split())


def test_figures_in_a_pipe_are_json_lines(shell: Shell) -> None:
    assert shell("figures", shell.corpus).stdout == shell("figures", "--format", "jsonl", shell.corpus).stdout


def test_figures_can_be_chosen(shell: Shell) -> None:
    chosen = read(shell, "figures", "--format", "json", "--role", "result", "--meeting", "2025-07-22")
    assert chosen
    assert {(record["role"], record["meeting"]) for record in chosen} == {("result", "2025-07-22")}


def test_meetings_are_listed_newest_first_with_their_articles(shell: Shell) -> None:
    meetings = read(shell, "meetings", "--format", "json")
    assert [meeting["date"] for meeting in meetings] == sorted((each["date"] for each in meetings), reverse=True)
    assert all(has(meeting, MEETING) for meeting in meetings)
    assert all(has(article, ARTICLE) for meeting in meetings for article in meeting["articles"])


def test_a_comparison_has_the_keys_it_promises(comparison: Any) -> None:
    assert list(comparison) == ["meetings", "series"]
    assert comparison["meetings"]
    for meeting in comparison["meetings"]:
        assert has(meeting, "id date targets commitments results answers checks")
        assert all(has(each, TARGET) for each in meeting["targets"])
        assert all(has(each, ANSWER) for target in meeting["targets"] for each in target["results"])
        assert all(has(each, RESULT) for each in meeting["results"])
        assert all(has(each, MENTION) for result in meeting["results"] for each in result["mentions"])
        assert all(has(each, COMMITMENT) for each in meeting["commitments"])
        assert all(has(each, FOLLOW_UP) for pledge in meeting["commitments"] for each in pledge["follow_ups"])
        assert all(has(each, CHECK) for each in meeting["checks"])
    points = [point for series in comparison["series"] for point in series["points"]]
    assert points
    assert all(has(point, RESULT) for point in points)


def test_every_mention_quotes_its_file(comparison: Any, shell: Shell) -> None:
    for meeting in comparison["meetings"]:
        for result in meeting["results"]:
            for mention in result["mentions"]:
                raw = (shell.corpus / mention["article"]).read_bytes().decode("utf-8")
                figure = raw[mention["start"] : mention["end"]]
                assert figure
                assert "".join(figure.split()) in "".join(mention["quote"].split())


def test_a_comparison_of_one_meeting_holds_no_other(shell: Shell) -> None:
    comparison = read(shell, "compare", "--format", "json", "--meeting", "2024-12-20")
    assert [meeting["id"] for meeting in comparison["meetings"]] == ["2024-12-20"]


@pytest.mark.parametrize("format_", ["json", "csv", "md"])
def test_a_series_is_shown_in_every_format(format_: str, shell: Shell) -> None:
    done = shell("compare", "--series", "gdp", "--format", format_, shell.corpus)
    assert done.returncode == 0
    assert "7.52" in done.stdout or "7,52" in done.stdout


def test_csv_has_headings_and_as_many_cells_in_every_row(shell: Shell) -> None:
    done = shell("figures", "--format", "csv", shell.corpus)
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows[0][: len(FIGURE.split())] == FIGURE.split()
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_search_names_articles_and_places_in_their_files(shell: Shell) -> None:
    hits = read(shell, "search", "tang truong", "--limit", "3", "--format", "json")
    assert 0 < len(hits) <= 3
    for hit in hits:
        assert has(hit, HIT)
        raw = (shell.corpus / hit["article"]).read_bytes().decode("utf-8")
        for snippet in hit["snippets"]:
            for start, end in snippet["matches"]:
                assert snippet["start"] <= start < end <= snippet["end"]
                assert set(fold(raw[start:end]).split()) <= {"tang", "truong"}


def test_a_search_that_finds_nothing_is_an_empty_list(shell: Shell) -> None:
    done = shell("search", "khôngcóchữnày", "--format", "json", shell.corpus)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert done.stderr


@pytest.mark.parametrize("command", ["meetings", "figures", "compare", "search"])
def test_every_listing_has_a_table_without_markup(command: str, shell: Shell) -> None:
    query = ["ngoại giao"] if command == "search" else []
    done = shell(command, *query, "--format", "table", shell.corpus)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) > 5
