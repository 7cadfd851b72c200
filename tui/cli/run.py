"""From the command line to an exit code: the one place where errors become words."""

from __future__ import annotations

import gc
import itertools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import codes
from tui.cli.arguments import command_parser, machine_format, overview, with_command
from tui.cli.streams import ProgressLine, close_quietly, prepare_streams, tell, tell_problems
from tui.config import load_config, written_language
from tui.errors import BriefingsError, ConfigError, ExportError, UsageError
from tui.words import LANGUAGES, load_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui.words import Words


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of `briefings` with these arguments, those of the process by default."""
    prepare_streams()
    given = with_command(sys.argv[1:] if argv is None else argv)
    if given[0] == "browse":
        gc.disable()  # nothing made before the first frame is garbage; the screen turns it on again
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        close_quietly()
        return codes.OK
    except KeyboardInterrupt:
        tell(load_words(_language(given))("cli.interrupted"))
        return codes.INTERRUPTED
    except (ConfigError, ExportError, UsageError) as error:
        tell(f"briefings: {load_words(_language(given)).told(error)}")
        return codes.USAGE
    except BriefingsError as error:
        tell(f"briefings: {load_words(_language(given)).told(error)}")
        return codes.PROBLEMS
    return code


def _run(given: Sequence[str]) -> int:
    words = load_words(_language(given))
    if given[0].startswith("-"):
        return _overview(given, words)
    command, *rest = given
    arguments = command_parser(command, words).parse_intermixed_args(rest)
    if command == "doctor":
        from tui.cli.doctor import run_doctor

        return run_doctor(arguments, words, arguments.format or _default_format(command))
    return _open(command, arguments, words)


def _open(command: str, arguments: argparse.Namespace, words: Words) -> int:
    """The exit code of a command that needs a library."""
    from tui.cli.commands import COMMANDS, Context, Request
    from tui.library import Library

    config = load_config(arguments.config, os.environ, Path.cwd())
    with Library(config, [Path.cwd() / path for path in arguments.paths]) as library:
        progress = ProgressLine(words)
        format_ = getattr(arguments, "format", None) or _default_format(command)
        context = Context(library, config, words, Request(arguments, format_), progress)
        try:
            done = COMMANDS[command](context)
        finally:
            progress.clear()
        if command == "browse":
            return done
        problems, notices = library.problems(), library.notices()
    tell_problems(problems, words)
    return done or (codes.PROBLEMS if set(problems) - set(notices) else codes.OK)


def _overview(given: Sequence[str], words: Words) -> int:
    if "--version" in given:
        from tui.cli.doctor import version

        sys.stdout.write(f"briefings {version()}\n")
        return codes.OK
    overview(words).parse_args(["--help"])
    return codes.OK


def _default_format(command: str) -> str:
    return "table" if sys.stdout.isatty() else machine_format(command)


def _language(given: Sequence[str]) -> str:
    """The language of the settings, as far as they can be read; the command reports what is wrong with them."""
    explicit = next((after for option, after in itertools.pairwise(given) if option == "--config"), None)
    found = written_language(Path(explicit) if explicit else None, os.environ, Path.cwd())
    return next((language for language in LANGUAGES if language == found), LANGUAGES[0])
