"""The command line: thin commands over `tui.library`.

Data goes to stdout, messages and progress to stderr; exit codes are in `tui.cli.codes`.
"""

from tui.cli.run import main

__all__ = ["main"]
