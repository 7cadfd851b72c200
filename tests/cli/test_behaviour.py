"""Wrong arguments, broken files, odd terminals, pipes that close: what the command line does about them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.cli.arguments import COMMANDS, with_command
from tui.library import Library
from tui.words import load_words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

ARGUMENTS = [
    ([], ["browse"]),
    (["seeds"], ["browse", "seeds"]),
    (["figures", "seeds"], ["figures", "seeds"]),
    (["--config", "figures", "meetings"], ["meetings", "--config", "figures"]),
    (["--config=x.toml", "index"], ["index", "--config=x.toml"]),
    (["./index"], ["browse", "./index"]),
    (["--help"], ["--help"]),
]


@pytest.mark.parametrize(("given", "meant"), ARGUMENTS)
def test_the_command_may_be_left_out_and_options_may_come_first(given: list[str], meant: list[str]) -> None:
    assert with_command(given) == meant


def test_help_names_every_command(shell: Shell) -> None:
    done = shell("--help")
    assert done.returncode == 0
    assert [command for command in COMMANDS if f"    {command}" not in done.stdout] == []


@pytest.mark.parametrize("command", ["figures", "compare", "search", "export"])
def test_every_command_explains_itself(command: str, shell: Shell) -> None:
    done = shell(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--format" in done.stdout


USAGE = [
    ["figures", "--format", "yaml"],
    ["figures", "--role", "hope"],
    ["search", "x", "--limit", "0"],
    ["compare", "--meeting", "2025-07-23"],
    ["compare", "--series", "gdpp"],
    ["--config", "nowhere.toml", "figures"],
    ["browse"],
    ["--colour", "figures"],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage_is_exit_2_and_a_word_on_stderr(arguments: list[str], shell: Shell) -> None:
    done = shell(*arguments, shell.corpus)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_search_needs_a_query(shell: Shell) -> None:
    done = shell("search")
    assert (done.returncode, done.stdout) == (2, "")
    assert "QUERY" in done.stderr


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "dòng 2: không có thiết lập search.limt; có phải là search.limit?"),
        ("en", "line 2: unknown setting search.limt; did you mean search.limit?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(own_shell: Shell, language: str, told: str) -> None:
    text = f'[search]\nlimt = 5\n[ui]\nlanguage = "{language}"\n'
    (own_shell.home / "config.toml").write_text(text, encoding="utf-8")
    done = own_shell("meetings", own_shell.corpus)
    assert done.returncode == 2
    assert told in done.stderr


def test_settings_say_where_the_articles_are_and_in_which_language(own_shell: Shell) -> None:
    text = '[corpus]\npaths = ["corpus"]\n[ui]\nlanguage = "en"\n'
    (own_shell.home / "config.toml").write_text(text, encoding="utf-8")
    done = own_shell("compare", "--format", "md")
    assert done.returncode == 0
    assert "# Targets and results" in done.stdout


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(own_shell: Shell) -> None:
    (own_shell.corpus / "latin.txt").write_bytes(b"caf\xe9")
    (own_shell.corpus / "empty.txt").touch()
    (own_shell.home / "hollow").mkdir()
    paths = [own_shell.corpus, own_shell.home / "missing", own_shell.home / "hollow"]
    done = own_shell("meetings", "--format", "json", *paths)
    assert done.returncode == 1
    assert len(json.loads(done.stdout)) == 5
    for name in ("latin.txt", "empty.txt", "missing", "hollow"):
        assert name in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom modes bind")
def test_a_file_without_permission_is_named(own_shell: Shell) -> None:
    locked = next(own_shell.corpus.iterdir())
    locked.chmod(0)
    done = own_shell("meetings", "--format", "json", own_shell.corpus)
    assert done.returncode == 1
    assert locked.name in done.stderr
    assert len(json.loads(done.stdout)) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_or_hold_control_characters_do_no_harm(own_shell: Shell) -> None:
    (own_shell.corpus / os.fsdecode(b"b\xff.txt")).write_text("Ngày 1/1/2025, GDP đạt 5%.", encoding="utf-8")
    (own_shell.corpus / "red\x1b[31m.txt").write_bytes(b"\xff")
    done = own_shell("meetings", "--format", "table", own_shell.corpus)
    assert done.returncode == 1
    assert "\x1b" not in done.stderr + done.stdout
    assert "hãy đổi tên" in done.stderr


def test_markup_in_an_article_is_text(own_shell: Shell) -> None:
    text = "Ngày 1/1/2025, [bold red]GDP[/bold red] [link=x]đạt 5,5%[/link] trong năm 2024.\n"
    (own_shell.corpus / "markup.txt").write_text(text, encoding="utf-8")
    done = own_shell("figures", "--format", "md", own_shell.corpus / "markup.txt")
    assert done.returncode == 0
    assert "\\[bold red\\]GDP" in done.stdout


def test_stdout_that_is_no_unicode_still_gives_json(shell: Shell) -> None:
    done = shell("figures", "--format", "json", shell.corpus, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert any("Thủ tướng" in record["quote"] for record in json.loads(done.stdout))


def test_stdout_that_is_no_unicode_does_not_end_a_table(shell: Shell) -> None:
    done = shell("meetings", "--format", "table", shell.corpus, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "2025-07-22" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_pipe_that_closes_early_is_no_error(own_shell: Shell) -> None:
    long = "Ngày 1/1/2025, GDP đạt 5,5% trong năm 2024 và tăng 6,5%.\n" * 4000
    (own_shell.corpus / "long.txt").write_text(long, encoding="utf-8")
    command = [sys.executable, "-m", "tui", "figures", str(own_shell.corpus)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=own_shell.home, env=own_shell.environment(), **pipes) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


def test_an_interrupt_ends_with_a_word_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(Library, "refresh", interrupt)
    assert main(["figures", str(tmp_path)]) == 130
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip() == load_words("vi")("cli.interrupted")


def test_index_tells_what_it_did(own_shell: Shell) -> None:
    first = json.loads(own_shell("index", "--format", "json", own_shell.corpus).stdout)
    assert (first["articles"], first["added"], first["unchanged"]) == (5, 5, 0)
    again = json.loads(own_shell("index", "--format", "json", own_shell.corpus).stdout)
    assert (again["added"], again["unchanged"]) == (0, 5)
    anew = json.loads(own_shell("index", "--rebuild", "--format", "json", own_shell.corpus).stdout)
    assert anew["added"] == 5


def test_a_damaged_cache_is_made_anew_with_a_word_and_no_failure(own_shell: Shell) -> None:
    first = own_shell("index", "--format", "json", own_shell.corpus)
    (catalogue,) = (own_shell.home / "cache").rglob("catalogue.sqlite")
    catalogue.write_bytes(b"nonsense" * 1000)
    again = own_shell("index", "--format", "json", own_shell.corpus)
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert "đã được dựng lại" in again.stderr


def test_two_processes_may_index_at_once(own_shell: Shell) -> None:
    command = [sys.executable, "-m", "tui", "index", "--format", "json", str(own_shell.corpus)]
    settings = {"cwd": own_shell.home, "env": own_shell.environment(), "encoding": "utf-8"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    both = [subprocess.Popen(command, **settings, **pipes) for _ in range(2)]  # type: ignore[call-overload]
    ended = [(process.communicate(), process.returncode) for process in both]
    assert [(errors, code) for (_, errors), code in ended] == [("", 0), ("", 0)]
    assert sorted(json.loads(output)["added"] for (output, _), _ in ended) == [0, 5]


def test_an_export_is_written_once_unless_forced(own_shell: Shell) -> None:
    target = own_shell.home / "out" / "compare.html"
    assert own_shell("export", "--output", target, own_shell.corpus).returncode == 0
    written = target.read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>")
    target.write_text("mine", encoding="utf-8")
    refused = own_shell("export", "--output", target, own_shell.corpus)
    assert (refused.returncode, target.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in refused.stderr
    assert own_shell("export", "--output", target, "--force", own_shell.corpus).returncode == 0
    assert target.read_text(encoding="utf-8") == written


def test_an_export_that_cannot_be_written_is_named(shell: Shell) -> None:
    done = shell("export", "--output", shell.corpus / "000_58a55ff61813abbf.txt" / "x.md", shell.corpus)
    assert done.returncode == 2
    assert "x.md" in done.stderr


def test_corrections_are_listed_and_taken_back(own_shell: Shell) -> None:
    first = json.loads(own_shell("figures", own_shell.corpus).stdout.splitlines()[0])
    notes = own_shell.corpus / "briefings-notes.toml"
    article = first["article"].removesuffix(".txt")
    notes.write_text(
        f'[[correction]]\narticle = "{article}"\ntext = "{first["text"]}"\nquote = """{first["quote"]}"""\n'
        f'start = {first["start"]}\nrole = "base"\n',
        encoding="utf-8",
    )
    changed = json.loads(own_shell("figures", own_shell.corpus).stdout.splitlines()[0])
    assert (changed["role"], changed["corrected"]) == ("base", True)
    listed = json.loads(own_shell("corrections", "--format", "json", own_shell.corpus).stdout)
    assert [(each["text"], each["changes"], each["orphaned"]) for each in listed] == [
        (first["text"], {"role": "base"}, False)
    ]
    assert own_shell("corrections", "--undo", own_shell.corpus).returncode == 0
    assert json.loads(own_shell("figures", own_shell.corpus).stdout.splitlines()[0]) == first


def test_doctor_looks_at_everything_and_says_what_to_do(own_shell: Shell) -> None:
    done = own_shell("doctor", "--format", "json", own_shell.corpus)
    findings = json.loads(done.stdout)
    assert all(set(each) == {"item", "state", "detail", "remedy"} for each in findings)
    assert str(own_shell.corpus) in done.stdout
    assert not (own_shell.home / "cache").exists()
    (own_shell.home / "config.toml").write_text("[ui]\nlanguage = 'fr'\n", encoding="utf-8")
    broken = own_shell("doctor", "--format", "json", own_shell.corpus)
    assert broken.returncode == 1
    assert any(each["state"] == "problem" and "ui.language" in each["detail"] for each in json.loads(broken.stdout))
