"""What may be written on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from tui.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.words import Words

COMMANDS = ("browse", "index", "meetings", "figures", "compare", "search", "export", "corrections", "doctor")
FORMATS = {
    "index": ("table", "json"),
    "meetings": ("table", "json", "jsonl", "csv", "md"),
    "figures": ("table", "json", "jsonl", "csv", "md"),
    "compare": ("table", "json", "csv", "md"),
    "search": ("table", "json", "jsonl", "csv", "md"),
    "corrections": ("table", "json", "jsonl", "csv", "md"),
    "doctor": ("table", "json"),
}
MACHINE = {"figures": "jsonl"}
"""The format in a pipe, where it is not json."""

EXPORTS = ("md", "html", "csv", "json", "xlsx")
_WITH_VALUE = ("--config",)


def machine_format(command: str) -> str:
    """The format of `command` where stdout is no terminal."""
    return MACHINE.get(command, "json")


def with_command(arguments: Sequence[str]) -> list[str]:
    """`arguments` with the command in front: options may stand before it, and without one it is `browse`."""
    given = list(arguments)
    index = 0
    while index < len(given) and given[index].startswith("-"):
        if given[index] in {"-h", "--help", "--version"}:
            return given
        index += 2 if given[index] in _WITH_VALUE else 1
    if index < len(given) and given[index] in COMMANDS:
        return [given[index], *given[:index], *given[index + 1 :]]
    return ["browse", *given]


def overview(words: Words) -> argparse.ArgumentParser:
    """The parser that knows the commands by name, for help."""
    parser = argparse.ArgumentParser(
        prog="briefings", description=words("cli.description"), epilog=words("cli.epilog"), allow_abbrev=False
    )
    parser.add_argument("--version", action="store_true", help=words("cli.opt_version"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        commands.add_parser(name, help=words(f"cli.{name}"))
    return parser


def command_parser(name: str, words: Words) -> argparse.ArgumentParser:
    """The parser of one command, for all that stands after its name."""
    parser = argparse.ArgumentParser(
        prog=f"briefings {name}", description=words(f"cli.{name}"), epilog=words("cli.epilog"), allow_abbrev=False
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help=words("cli.opt_config"))
    _add_options(parser, name, words)
    if name == "search":
        parser.add_argument("query", metavar="QUERY", help=words("cli.opt_query"))
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=words("cli.opt_paths"))
    return parser


def _add_options(command: argparse.ArgumentParser, name: str, words: Words) -> None:
    if name in FORMATS:
        text = words("cli.opt_format", formats=", ".join(FORMATS[name]), machine=machine_format(name))
        command.add_argument("--format", choices=FORMATS[name], metavar="FORMAT", help=text)
    if name not in {"browse", "doctor", "corrections"}:
        command.add_argument("--jobs", type=_jobs, metavar="N", help=words("cli.opt_jobs"))
    if name in {"figures", "compare", "export"}:
        command.add_argument("--meeting", action="append", metavar="ID", default=[], help=words("cli.opt_meeting"))
    add = {
        "index": _add_index,
        "figures": _add_figures,
        "compare": _add_compare,
        "search": _add_search,
        "export": _add_export,
        "corrections": _add_corrections,
    }.get(name)
    if add:
        add(command, words)


def _add_index(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--rebuild", action="store_true", help=words("cli.opt_rebuild"))


def _add_figures(command: argparse.ArgumentParser, words: Words) -> None:
    roles = get_args(Role)
    text = words("cli.opt_role", roles=", ".join(roles))
    command.add_argument("--role", choices=roles, metavar="ROLE", help=text)
    command.add_argument("--indicator", metavar="ID", help=words("cli.opt_indicator"))


def _add_compare(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--series", metavar="ID", help=words("cli.opt_series"))


def _add_search(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--limit", type=_limit, metavar="N", help=words("cli.opt_limit"))
    command.add_argument("--order", choices=("score", "date"), metavar="ORDER", help=words("cli.opt_order"))


def _add_export(command: argparse.ArgumentParser, words: Words) -> None:
    text = words("cli.opt_export_format", formats=", ".join(EXPORTS))
    command.add_argument("--format", choices=EXPORTS, metavar="FORMAT", help=text)
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help=words("cli.opt_output"))
    command.add_argument("--force", action="store_true", help=words("cli.opt_force"))


def _add_corrections(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--undo", action="store_true", help=words("cli.opt_undo"))


def _jobs(text: str) -> int:
    return _whole(text, 0, 256)


def _limit(text: str) -> int:
    return _whole(text, 1, 1000)


def _whole(text: str, low: int, high: int) -> int:
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise argparse.ArgumentTypeError(f"{text}: {low} - {high}")
    return int(text)
