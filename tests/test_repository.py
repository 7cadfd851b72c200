"""What the repository itself promises: its seeds, its locks, its size and what it never names."""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CODE = [path for folder in ("tui", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
BUILD = SETTINGS["build-system"]["requires"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = {
    "app": PROJECT["dependencies"],
    "test": [*PROJECT["dependencies"], *EXTRAS["test"]],
    "check": [*PROJECT["dependencies"], *EXTRAS["test"], *EXTRAS["check"]],
}
SEEDS = {
    "000_58a55ff61813abbf.txt": "fd3a63ba820da060278201fab00f48ae7ddaab3c4f73c00a53e284dfaa54e9ae",
    "001_ff7f4064e8786141.txt": "8e3490709ab36b7704e56590172f38f7ba892b7dd7aa7d619c34582046f4ef57",
    "002_6c84157a44e7deaf.txt": "262201e9435660876e4061a64cbae53af08a4e3b1dad2d0455ed684c797980a8",
    "003_01acfab5948b7c15.txt": "8ee908de942c5d83a4f2be146a4c03dc3e5d7b3028217612049f1f65334dcdc8",
    "004_38479430ac5204f4.txt": "23a943e16a6479004e922281bb1a8b5fd01285770c79bb95845004bb2da91d35",
}
PINNED = re.compile(r"([\w.-]+)==([\w.]+)\s")
PLACES = re.compile(
    r"""(?<![\w./-])/(?:root|work|opt|home/\w+|Users/\w+)/   # a path of one machine
      | (?<![\w./-])/tmp/\w                                  # the same
      | (?<!-no-emit-)--(?:extra-)?index-url | --find-links  # where packages come from
      | https?://[^\s)>"']*/(?:simple|packages)/             # the same
      | \b[A-Za-z]:\\\w
    """,
    re.VERBOSE,
)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """The files under version control; without it (an unpacked archive) those of the known folders."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        names = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
        return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]
    folders = (".ci", "tui", "tests", "docs", "benchmarks", "requirements")
    return [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_the_seeds_are_the_articles_as_published() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert found == SEEDS


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see /root/x", True),
        ("cache=/tmp/x", True),
        ("'/home/me/project'", True),
        ("--index-url=x", True),
        ("https://host.example/simple/pip/", True),
        ("GIÁ/tmp/", False),
        ("vận tải /người/", False),
        ("tests/tmp/x", False),
        ("https://keepachangelog.com/en/1.1.0/", False),
    ],
)
def test_names_of_machines_are_recognised(text: str, *, named: bool) -> None:
    assert bool(PLACES.search(text)) is named


def test_no_file_names_a_machine_or_a_registry() -> None:
    files = [path for path in tracked() if path != Path(__file__)]
    assert len(files) > len(SEEDS)
    assert {relative(path): found[0] for path in files if (found := PLACES.search(text_of(path)))} == {}


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_modules_classes_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert length(node) <= 40, node.name
        elif isinstance(node, ast.ClassDef):
            assert length(node) <= 200, node.name


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", [ROOT / "config.toml", *sorted((ROOT / "tui").rglob("*.toml"))], ids=relative)
def test_every_table_of_data_can_be_read(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_every_dependency_with_its_hashes_and_no_address(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    entries = [entry for entry in lock.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")]
    assert all("--hash=sha256:" in entry for entry in entries)
    locked = {canonicalize_name(pinned[1]): pinned[2] for entry in entries if (pinned := PINNED.match(entry))}
    assert len(locked) == len(entries)
    wanted = [Requirement(text) for text in LOCKS[name]]
    assert [r for r in wanted if not r.specifier.contains(locked.get(canonicalize_name(r.name), "0"))] == []


def test_every_dependency_is_accounted_for() -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    groups = [PROJECT["dependencies"], *EXTRAS.values(), BUILD]
    names = {Requirement(text).name for group in groups for text in group}
    assert {name for name in names if f"| [{name}](" not in told} == set()


@pytest.mark.parametrize("marker", ["start command", "test command"])
def test_the_readme_has_one_line_to_start_and_one_to_test(marker: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(rf"<!-- {marker} -->\n```sh\n([^\n]+)\n```\n", readme)
    assert len(found) == 1
    assert readme.index(marker) < 2_000


def test_files_the_documents_point_at_exist() -> None:
    documents = [ROOT / "README.md", ROOT / "benchmarks" / "README.md", *(ROOT / "docs").glob("*.md")]
    missing = [
        f"{relative(document)}: {link}"
        for document in documents
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
        if not (document.parent / link).exists()
    ]
    assert missing == []
