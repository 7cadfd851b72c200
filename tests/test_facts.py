from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import fact


@fact
class Place:
    """A place.

    name, depth: any
    tags: none unless given
    """

    name: str
    depth: int = 0
    tags: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    name: str
    depth: int = 0


@fact
class Same:
    """The same as `Standard`."""

    name: str
    depth: int = 0


@fact
class One:
    """A single field."""

    name: str


@given(st.text(), st.integers(), st.text(), st.integers())
def test_facts_are_equal_and_hash_as_dataclasses_do(name: str, depth: int, other: str, deeper: int) -> None:
    equal = Standard(name, depth) == Standard(other, deeper)
    assert (Same(name, depth) == Same(other, deeper)) is equal
    assert not equal or hash(Same(name, depth)) == hash(Same(other, deeper))
    assert repr(Same(name, depth)) == repr(Standard(name, depth)).replace("Standard", "Same")


def test_a_fact_cannot_be_changed() -> None:
    place = Place("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot be changed"):
        place.depth = 1  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del place.name
    with pytest.raises(AttributeError):
        place.unknown = 1  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


def test_defaults_are_those_of_the_fields() -> None:
    first, second = Place("a"), Place(name="a", tags=["x"])
    assert (first.depth, first.tags, second.tags) == (0, [], ["x"])
    assert Place("b").tags is not first.tags


@pytest.mark.parametrize("values", [(), ("a", 1, [], "more")])
def test_values_that_do_not_fit_are_refused(values: tuple[typing.Any, ...]) -> None:
    with pytest.raises(TypeError, match="argument"):
        Place(*values)


def test_facts_of_different_kinds_are_never_equal() -> None:
    assert Same("a", 0) != Standard("a", 0)  # type: ignore[comparison-overlap]
    assert One("a") != "a"  # type: ignore[comparison-overlap]
    assert One("a") == One("a")


def test_what_works_on_dataclasses_works_on_facts() -> None:
    assert dataclasses.replace(Place("a"), depth=2) == Place("a", 2)
    assert dataclasses.asdict(Same("a", 2)) == {"name": "a", "depth": 2}
    assert list(inspect.signature(Same).parameters) == list(inspect.signature(Standard).parameters)
    assert typing.get_type_hints(Same.__init__) == {"name": str, "depth": int}
    match Same("a", 3):
        case Same(name, depth):
            assert (name, depth) == ("a", 3)


def test_a_fact_can_be_copied_and_sent_to_another_process() -> None:
    place = Place("a", 1, ["x"])
    assert copy.deepcopy(place) == place
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own bytes
