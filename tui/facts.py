"""Frozen, slotted dataclasses that are quick to make: what a start loads is declared with `fact`.

`dataclass(frozen=True, slots=True)` compiles six methods for each class; for the classes of a start that takes longer
than reading the catalogue. Here only `__init__` is compiled. All of `dataclasses` works on what comes back.
"""

from __future__ import annotations

import sys
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import Field

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fact(kind: type[Kind]) -> type[Kind]:
    """`kind` as a frozen, slotted dataclass; of what `field` may say, only defaults and metadata count."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    # the class makes it a tuple for a single field too
    values = attrgetter(*(each.name for each in fields(made)), "__class__")
    made.__init__ = _initialiser(made, fields(made))
    made.__eq__ = lambda self, other: values(self) == values(other) if other.__class__ is made else NotImplemented
    made.__hash__ = lambda self: hash(values(self))
    made.__repr__ = _written
    made.__setattr__ = made.__delattr__ = _refused
    made.__getstate__, made.__setstate__ = _state, _restored
    return made  # type: ignore[no-any-return] # it is of the type it was given


def _initialiser(kind: type, given: Sequence[Field[Any]]) -> Any:
    """An `__init__` that takes the fields in their order, in the module of the class so that its types can be found."""
    defaults = {each.name: each.default for each in given if each.default is not MISSING}
    makers = {each.name: each.default_factory for each in given if each.default_factory is not MISSING}
    parameters = [f"{each.name}=_default" if each.name in makers.keys() | defaults else each.name for each in given]
    lines = [f"  _keep(self, {each.name!r}, {_value(each.name, defaults, makers)})" for each in given]
    header = f"def _made(_keep, _default, _defaults, _makers):\n def __init__(self, {', '.join(parameters)}):\n"
    found: dict[str, Any] = {}
    # only names of fields are put into the code
    exec(header + "\n".join(lines) + "\n return __init__", vars(sys.modules[kind.__module__]), found)  # noqa: S102
    made = found["_made"](object.__setattr__, MISSING, defaults, makers)
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__annotations__ = {each.name: each.type for each in given}
    return made


def _value(name: str, defaults: dict[str, Any], makers: dict[str, Any]) -> str:
    if name in makers:
        return f"_makers[{name!r}]() if {name} is _default else {name}"
    return f"_defaults[{name!r}] if {name} is _default else {name}" if name in defaults else name


def _refused(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed; make another with replace().")


def _written(self: Any) -> str:
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({values})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _restored(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
