from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import parse_query, suggest

VOCABULARY = {"outlet": ["Nhân Dân", "Lao Động", "Báo Nhân ái"], "indicator": ["gdp", "fdi_disbursed", "gdp_per_head"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ind", ["indicator:"]),
        ("kinh -ro", ["kinh -role:"]),
        ("indicator:g", ["indicator:gdp ", "indicator:gdp_per_head "]),
        ("kinh indicator:dis", ["kinh indicator:fdi_disbursed "]),
        ("outlet:nhan", ['outlet:"Nhân Dân" ', 'outlet:"Báo Nhân ái" ']),
        ('outlet:"nhan d', ['outlet:"Nhân Dân" ']),
        ("-role:tar", ["-role:target "]),
        ("(role:", [f"(role:{role} " for role in ("target", "result", "forecast", "base", "context")]),
        ("kinh", []),
        ("", []),
        ("speaker:x", []),
    ],
)
def test_completions(query: str, expected: list[str]) -> None:
    found = suggest(query, len(query), VOCABULARY)
    assert [query[: one.at.start] + one.text + query[one.at.end :] for one in found] == expected


def test_what_follows_the_cursor_stays() -> None:
    (one,) = suggest("ind kinh", 3, VOCABULARY)
    assert one.at == (0, 3)


@given(st.text(st.sampled_from('irole:nhan"-( đ')), st.integers(0, 20))
def test_completions_are_understood(query: str, cursor: int) -> None:
    for one in suggest(query, cursor, VOCABULARY):
        if one.text.endswith(" ") and not one.text.startswith('"'):
            assert not parse_query(one.text).notices
