"""The output contract of `compare`: names and shapes that others build on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ledger.seeds import seeds
from tui.ledger import to_json


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    told = seeds()
    return to_json(told.ledger(), told.passage)


def test_it_is_json_as_it_stands(written: dict[str, Any]) -> None:
    assert json.loads(json.dumps(written, allow_nan=False)) == written


def test_its_parts(written: dict[str, Any]) -> None:
    assert set(written) == {"meetings", "series"}
    assert [meeting["date"] for meeting in written["meetings"]] == [
        "2024-04-02", "2024-07-18", "2024-12-20", "2025-01-06", "2025-07-22",
    ]  # fmt: skip
    for meeting in written["meetings"]:
        assert set(meeting) >= {"id", "date", "targets", "commitments", "results", "answers", "checks"}


STATEMENT = {"low", "high", "bound", "direction", "unit", "measure", "indicator", "period", "place", "role"}


def test_a_target(written: dict[str, Any]) -> None:
    (target,) = [each for each in written["meetings"][4]["targets"] if each["period"] == "2025"]
    assert set(target) >= STATEMENT | {"mentions", "results", "status", "gap", "required"}
    assert (target["low"], target["high"], target["bound"], target["status"]) == (8.3, 8.5, "range", "behind")
    assert set(target["mentions"][0]) >= {"article", "start", "end", "quote"}
    assert {key: target["gap"][key] for key in ("low", "high", "unit")} == {"low": 0.78, "high": 0.98, "unit": "pp"}
    required = target["required"]
    assert (required["period"], required["low"], required["high"]) == ("2025-S2", 9.08, 9.48)
    assert required["assumptions"] == [{"code": "weight_calendar", "symbol": "w", "value": 0.5}]
    (result,) = target["results"]
    assert set(result) >= {"low", "high", "bound", "period", "relation", "meeting", "mentions"}
    assert (result["relation"], result["meeting"]) == ("part_of", "2025-07-22")


def test_mentions_lead_back_to_the_file(written: dict[str, Any]) -> None:
    told = seeds()
    for meeting in written["meetings"]:
        for result in meeting["results"]:
            for mention in result["mentions"]:
                text = told.passage(mention["article"].removesuffix(".txt"), _span(mention))
                assert text
                assert text in mention["quote"]


def _span(mention: dict[str, Any]) -> Any:
    from tui.model import Span

    return Span(mention["start"], mention["end"])


def test_results_and_points_carry_what_a_statement_has(written: dict[str, Any]) -> None:
    extra = {"meeting", "date", "mentions"}
    assert all(set(each) >= STATEMENT | extra for meeting in written["meetings"] for each in meeting["results"])
    assert all(set(point) >= STATEMENT | extra for series in written["series"] for point in series["points"])


def test_a_commitment(written: dict[str, Any]) -> None:
    (commitment,) = written["meetings"][1]["commitments"]
    assert set(commitment) >= {"quote", "article", "start", "end", "actor", "addressee", "kind", "status", "follow_ups"}
    assert (commitment["status"], commitment["quiet"]) == ("no_news", 3)


def test_a_check(written: dict[str, Any]) -> None:
    (check,) = [each for each in written["meetings"][4]["checks"] if each["kind"] == "multiple"]
    assert set(check) >= {"kind", "verdict", "claim", "arithmetic", "inputs"}
    assert check["verdict"] == "conflict"
    assert [each["article"] for each in check["inputs"]] == ["001.txt", "001.txt", "000.txt", "004.txt"]


def test_a_side_that_nothing_limits_is_null(written: dict[str, Any]) -> None:
    derivations = [each for result in written["meetings"][4]["results"] for each in result["derivations"]]
    ratio = next(each for each in derivations if each["arithmetic"].startswith("(< 300)"))
    assert (ratio["low"], ratio["high_open"]) == (0.0, True)


def test_an_answer_that_is_silence_has_no_mention(written: dict[str, Any]) -> None:
    silent = [each for each in written["meetings"][4]["answers"] if each["status"] == "no_news"]
    assert silent
    assert all(each["mention"] is None and each["target"] is None for each in silent)
