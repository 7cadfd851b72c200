from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.statements.confidence import confidence_of
from tui.statements.lexicon import OTHER
from tui.statements.periods import Dated
from tui.statements.roles import Judged
from tui.statements.subjects import Subject

CHANCES = st.floats(0.2, 1)  # of the likeliest of five roles
SUBJECTS = st.builds(
    Subject,
    indicator=st.sampled_from(["gdp", OTHER]),
    series=st.just("x"),
    found=st.sampled_from(["counted", "share", "named", "other", "inherited", "none"]),
    first=st.just(0),
)
PERIODS = st.builds(
    Dated, code=st.just("2018"), source=st.sampled_from(["stated", "inherited", "inferred", ""]), open=st.booleans()
)


def judged(sure: float) -> Judged:
    return Judged("result", "", "default-result", sure)


@given(SUBJECTS, PERIODS, st.tuples(CHANCES, CHANCES), st.sampled_from([True, False]))
def test_it_is_a_chance_that_rises_with_that_of_the_role(
    subject: Subject,
    period: Dated,
    chances: tuple[float, float],
    dated: bool,  # noqa: FBT001  # given by Hypothesis
) -> None:
    low, high = (confidence_of(subject, period, judged(sure), dated=dated) for sure in sorted(chances))
    assert 0 < low <= high < 1


@pytest.mark.parametrize("sure", [0.5, 0.9, 0.999])
def test_what_is_stated_of_the_country_is_surer(sure: float) -> None:
    def found(indicator: str, source: str, *, dated: bool = True) -> float:
        subject = Subject(indicator, "x", "named", 0)
        return confidence_of(subject, Dated("2018", source), judged(sure), dated=dated)  # type: ignore[arg-type]

    chances = [found("gdp", source) for source in ("stated", "inferred", "inherited", "")]
    assert chances == sorted(chances, reverse=True)
    assert len(set(chances)) == len(chances)
    assert found("gdp", "stated") > found("gdp", "stated", dated=False) == found(OTHER, "stated")


def test_a_time_to_come_without_an_end_is_told() -> None:
    subject = Subject("gdp", "gdp", "named", 0)
    told = confidence_of(subject, Dated("", "", open=True), judged(0.9), dated=True)
    assert told > confidence_of(subject, Dated("", ""), judged(0.9), dated=True)
