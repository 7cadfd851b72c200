"""A form for what the program got wrong about a figure; what is written there stays, whatever is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Label, Select, Static

from tui import period as periods
from tui import present
from tui.errors import BriefingsError
from tui.model import Role
from tui.screens.commands import bindings
from tui.screens.dialogs import Dialog
from tui.screens.inputs import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.model import Statement
    from tui.screens.commands import Scope
    from tui.words import Words

_NONE = "none"
"""The choice that says that the words are no figure."""


class CorrectScreen(Dialog[bool]):
    """Role, indicator, period, place, value; leaves with True once the correction is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]
    SCOPES: ClassVar[tuple[Scope, ...]] = ("form", "dialog")
    TITLE_KEY = "panel.correct"

    def __init__(
        self,
        words: Words,
        keys: Mapping[str, str],
        statement: Statement,
        *,
        indicators: Mapping[str, str],
        keep: Callable[[dict[str, object]], None],
    ) -> None:
        super().__init__(words, keys)
        self.add_class("small")
        self._statement = statement
        self._indicators = {statement.indicator: statement.indicator, **indicators}
        self._keep = keep

    def inside(self) -> Iterable[Widget]:
        """One line a property."""
        said, words = self._statement, self.words
        yield Static(Content(f"“{said.figure.text}” · {present.statement_value(words, said)}"), classes="note")
        roles = [(words.of("role", role), role) for role in get_args(Role)] + [(words("panel.no_figure"), _NONE)]
        yield self._field("role", Select(roles, value=said.role, allow_blank=False, id="role", compact=True))
        names = sorted(((label, name) for name, label in self._indicators.items()), key=lambda pair: pair[0].casefold())
        chosen = Select(names, value=said.indicator, allow_blank=False, id="indicator", compact=True)
        yield self._field("indicator", chosen)
        yield self._field(
            "period", TextField(said.period, id="period", placeholder=words("panel.period_hint"), compact=True)
        )
        yield self._field("place", TextField(said.place, id="place", compact=True))
        yield self._field("low", TextField(self._shown(said.figure.low), id="low", compact=True))
        yield self._field("high", TextField(self._shown(said.figure.high), id="high", compact=True))
        yield Static(id="wrong", classes="note", markup=False)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep the correction, or say what is wrong with it."""
        try:
            changes = self._changes()
            if changes:
                self._keep(changes)
        except (BriefingsError, ValueError) as error:
            self.query_one("#wrong", Static).update(Content(self.words.told(error)))
        else:
            self.dismiss(bool(changes))

    def _field(self, name: str, widget: Widget) -> Horizontal:
        return Horizontal(Label(Content(self.words(f"panel.field.{name}"))), widget, classes="field")

    def _changes(self) -> dict[str, object]:
        """What differs from what is known; a `ValueError` with a sentence for what cannot be read."""
        if self.query_one("#role", Select).value == _NONE:
            return {"figure": False}
        said = self._statement
        now = {
            "role": self.query_one("#role", Select).value,
            "indicator": self.query_one("#indicator", Select).value,
            "period": self._period(),
            "place": self._text("place"),
            "low": self._number("low"),
            "high": self._number("high"),
        }
        before = {
            "role": said.role,
            "indicator": said.indicator,
            "period": said.period,
            "place": said.place,
            "low": said.figure.low,
            "high": said.figure.high,
        }
        return {name: value for name, value in now.items() if value != before[name]}

    def _period(self) -> str:
        code = self._text("period")
        if code and periods.parse(code) is None:
            raise ValueError(self.words("panel.wrong_period", code=code))
        return code

    def _shown(self, number: float) -> str:
        """All digits of a number, with the decimal sign of the language; `_number` takes both."""
        return f"{number:.15g}".replace(".", "," if self.words.language == "vi" else ".")

    def _number(self, name: str) -> float:
        text = self._text(name)
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            raise ValueError(self.words("panel.wrong_number", text=text)) from None
        known = getattr(self._statement.figure, name)
        return known if f"{known:.15g}" == f"{number:.15g}" else number

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", TextField).value.strip()
