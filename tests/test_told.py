"""Every sentence of an error or a problem can be said in each language, by what stands in the source."""

from __future__ import annotations

import ast
import pickle
import string
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import tui
from tui.catalogue.packing import pack_sentence, unpack_sentence
from tui.catalogue.writing import storable
from tui.config import load_config
from tui.corpus import scan
from tui.errors import ConfigError, CorpusError, Sayable, did_you_mean, sentence_of, without_place
from tui.model import Problem
from tui.words import LANGUAGES, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(tui.__file__).parent
_TELLING = {
    "CatalogueError",
    "ConfigError",
    "CorpusError",
    "DamagedCatalogueError",
    "ExportError",
    "MarkerError",
    "NotesError",
    "RefusedError",
    "SearchIndexError",
    "UsageError",
    "_UnusableError",
}
_SHIPPED = {"words.py"}
"""What speaks only of the program's own files."""


class Site(NamedTuple):
    """A place in the source that tells something.

    where: file and line
    code, template: what is told
    given: names of what stands in its placeholders
    """

    where: str
    code: str
    template: str
    given: frozenset[str]


def _calls() -> Iterator[tuple[str, str, ast.Call, ast.AST]]:
    """Each call of a name: the file and the line, the name, the call and the function it stands in."""
    for path in sorted(_ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
        for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
            if isinstance(call.func, ast.Name):
                around = [each for each in functions if each.lineno <= call.lineno <= (each.end_lineno or 0)]
                where = f"{path.relative_to(_ROOT)}:{call.lineno}"
                yield where, call.func.id, call, max(around, key=lambda each: each.lineno, default=tree)


def _template(call: ast.Call, function: ast.AST) -> object:
    """The second argument: written there, or the last `template` written before it."""
    second = call.args[1]
    if isinstance(second, ast.Name):
        second = max(
            (
                each.value
                for each in ast.walk(function)
                if isinstance(each, ast.Assign)
                and each.lineno < call.lineno
                and ast.unparse(each.targets[0]) == second.id
            ),
            key=lambda value: value.lineno,
        )
    return ast.literal_eval(second)


def _sites() -> list[Site]:
    found = []
    for where, name, call, function in _calls():
        if name == "Sayable":
            given = frozenset(str(each.arg) for each in call.keywords)
            found.append(Site(where, ast.literal_eval(call.args[0]), str(_template(call, function)), given))
    return found


SITES = _sites()


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.code}@{site.where}")
def test_what_is_told_has_words_with_the_same_placeholders(site: Site) -> None:
    words = load_words("vi").entries.get(f"told.{site.code}")
    assert words is not None
    assert _placeholders(words) == _placeholders(site.template) == site.given


def test_one_code_is_one_sentence() -> None:
    assert len({site.code for site in SITES}) == len({(site.code, site.template) for site in SITES})


def test_nothing_is_translated_that_is_not_told() -> None:
    known = {key.removeprefix("told.") for key in load_words("vi").entries if key.startswith("told.")}
    assert known - {site.code for site in SITES} == set()


def test_no_error_or_problem_is_told_in_english_only() -> None:
    def plain(call: ast.Call) -> bool:
        return any(isinstance(each, (ast.Constant, ast.JoinedStr)) and ast.unparse(each) != "''" for each in call.args)

    bare = [where for where, name, call, _ in _calls() if name in _TELLING and plain(call)]
    bare += [
        where
        for where, name, call, _ in _calls()
        if name == "Problem" and isinstance(call.args[1], (ast.Constant, ast.JoinedStr))
    ]
    assert [where for where in bare if where.partition(":")[0] not in _SHIPPED] == []


def test_a_sentence_is_an_english_text_by_itself() -> None:
    told = Sayable("known", "known are {known}.", known=Path("a"))
    assert told == "known are a."
    assert str(CorpusError(told)) == "known are a."


def test_what_stands_in_a_sentence_is_said_in_its_language_too() -> None:
    told = Sayable("no_meeting", "{id}: there is no such meeting; {hint}", id="x", hint=did_you_mean("y"))
    assert load_words("en").told(told) == "x: there is no such meeting; did you mean y?"
    assert load_words("vi").told(CorpusError(told)) == "x: không có cuộc họp này; có phải là y?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_sentence_stays_as_it_is(language: str) -> None:
    words = load_words(language)
    assert words.told("Broken {x}.") == "Broken {x}."
    assert words.told(ValueError("Broken.")) == "Broken."
    assert words.told(Sayable("nobody_knows", "Broken {x}.", x=1)) == "Broken 1."


def test_braces_in_what_is_named_are_no_placeholders() -> None:
    told = Sayable("file_gone", "{file}: the file is no longer there; refresh the list.", file="{x}.txt")
    assert str(told).startswith("{x}.txt: ")
    assert load_words("vi").told(told).startswith("{x}.txt: tệp")


def test_a_problem_does_not_repeat_the_place_beside_it() -> None:
    told = Sayable("empty_file", "{file}: the file holds no text; fill it or remove it.", file="a.txt")
    problem = Problem("/in/a.txt", without_place(told, "/in/a.txt", "a.txt"))
    assert problem.message == "The file holds no text; fill it or remove it."
    assert load_words("en").problem(problem) == problem.message
    assert load_words("vi").problem(problem) == "Tệp không có chữ nào; hãy thêm nội dung hoặc bỏ tệp."


def _same(one: str, other: str) -> bool:
    return one == other and load_words("vi").told(one) == load_words("vi").told(other) != str(one)


def test_a_sentence_comes_whole_from_another_process_and_from_the_catalogue() -> None:
    told = Sayable("index_anew", "The search index is made anew, because {reason}.", reason=did_you_mean("y"))
    assert _same(told, pickle.loads(pickle.dumps(told)))  # noqa: S301 # made on the line itself
    assert _same(told, sentence_of(pickle.loads(pickle.dumps(CorpusError(told)))))  # noqa: S301
    assert _same(told, unpack_sentence(pack_sentence(told)))
    assert unpack_sentence(pack_sentence("Broken.")) == "Broken."


def test_a_name_that_is_no_unicode_can_be_kept() -> None:
    kept = storable(Sayable("file_gone", "{file}: the file is no longer there; refresh the list.", file="\udce9.txt"))
    assert _same(kept, unpack_sentence(pack_sentence(kept)))
    assert load_words("vi").told(kept).encode("utf-8")


def test_a_wrong_setting_is_explained_in_the_language_of_the_screen(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[search]\nrecency = "much"\n', "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(None, {}, tmp_path)
    assert str(caught.value).endswith('config.toml, line 2: search.recency must be a number from 0 to 1, not "much".')
    told = load_words("vi").told(caught.value)
    assert told.endswith('config.toml, dòng 2: search.recency phải là số từ 0 đến 1, không phải "much".')


def test_a_folder_without_articles_is_explained_in_the_language_of_the_screen(tmp_path: Path) -> None:
    _, (problem,) = scan([tmp_path])
    assert load_words("vi").problem(problem).startswith("Thư mục không có tệp .txt")
    assert load_words("en").problem(problem) == problem.message
