"""What import-linter holds is held here too, without it: the test extra stays small."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
LEVELS = {
    f"tui.{name}": level
    for contract in CONTRACTS
    for level, layer in enumerate(contract.get("layers", ()))
    for name in layer.replace(" ", "").split(":")
}
SCREENS = ("tui.screens", "tui.cli", "tui.__main__")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted((ROOT / "tui").rglob("*.py"))}


def imports(name: str) -> set[str]:
    """Everything the module imports, at any depth of its code."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            source = ".".join(filter(None, (base, node.module)))
            found |= {source} | {f"{source}.{alias.name}" for alias in node.names}
    return found


def belongs(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def level(name: str) -> int | None:
    return next((place for layer, place in LEVELS.items() if belongs(name, layer)), None)


def test_the_layers_are_those_of_the_tree() -> None:
    assert set(LEVELS) == {name for name in MODULES if name.count(".") == 1}


@pytest.mark.parametrize("name", [name for name in MODULES if name != "tui"])
def test_a_module_imports_only_from_layers_below_it(name: str) -> None:
    own = level(name)
    assert own is not None
    above = {other for other in imports(name) if (place := level(other)) is not None and place < own}
    assert above == set()


@pytest.mark.parametrize("name", [n for n in MODULES if not any(belongs(n, screen) for screen in SCREENS)])
def test_nothing_before_the_screens_imports_the_screen_library(name: str) -> None:
    assert {other for other in imports(name) if belongs(other, "textual") or belongs(other, "rich")} == set()


@pytest.mark.parametrize("name", [n for n in MODULES if not belongs(n, "tui.screens")])
def test_only_the_screens_import_textual(name: str) -> None:
    assert {other for other in imports(name) if belongs(other, "textual")} == set()
