"""Any engine finds, ranks and counts what a look at every article does."""

# ruff: noqa: S311 - made-up articles and moments need no secrets

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.search.corpora import QUERIES, corpus, document
from tui.search import Document, Engine, open_engine, parse_query
from tui.search.memory import MemoryEngine

if TYPE_CHECKING:
    from pathlib import Path

    from tui.search.model import Facet, Hit

FACETS: tuple[Facet, ...] = ("meeting", "outlet", "place", "year", "indicator", "role", "unit", "speaker")
# articles in commits of these sizes: one segment, several, and many small ones that get merged
SPLITS = {"one": [40], "three": [20, 15, 5], "many": [1] * 40}


@pytest.fixture(scope="module", params=SPLITS)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, MemoryEngine]:
    """An engine with a history of replaced and deleted articles, and the reference with what is left of it."""
    rng = random.Random(4)
    documents = corpus(1)
    engine, reference = open_engine(tmp_path_factory.mktemp("index")), MemoryEngine()
    first = 0
    for size in SPLITS[request.param]:
        engine.upsert(documents[first : first + size])
        engine.commit()
        first += size
    reference.upsert(documents)
    changed = [document(number, rng) for number in (3, 17, 17, 39)]
    gone = [documents[number].article for number in (5, 22, 38)]
    for one in (engine, reference):
        one.upsert(changed)
        assert one.delete([*gone, "nobody"]) == 3
        one.commit("stamp")
    return engine, reference


@pytest.mark.parametrize("text", QUERIES)
def test_finds_and_ranks_as_a_look_at_every_article_does(both: tuple[Engine, MemoryEngine], text: str) -> None:
    engine, reference = both
    query = parse_query(text)
    assert not query.notices
    for order in ("score", "date"):
        found, expected = (one.search(query, order=order, limit=100) for one in (engine, reference))
        assert found.total == expected.total == len(found.hits)
        assert [hit.article for hit in found.hits] == [hit.article for hit in expected.hits]
        assert [hit.snippets for hit in found.hits] == [hit.snippets for hit in expected.hits]
        assert [hit.score for hit in found.hits] == pytest.approx([hit.score for hit in expected.hits])
    assert engine.count(query) == reference.count(query) == found.total


def test_the_queries_tell_articles_apart(both: tuple[Engine, MemoryEngine]) -> None:
    counts = [both[1].count(parse_query(text)) for text in QUERIES]
    assert sum(0 < count < both[1].health().articles for count in counts) > len(QUERIES) * 0.85


@pytest.mark.parametrize("by", FACETS)
@pytest.mark.parametrize("text", ["kinh", "-gdp", "role:target"])
def test_facets(both: tuple[Engine, MemoryEngine], by: Facet, text: str) -> None:
    engine, reference = both
    assert engine.facets(parse_query(text), by) == reference.facets(parse_query(text), by)


def test_fetch(both: tuple[Engine, MemoryEngine]) -> None:
    engine, reference = both
    ids = ["a/039", "nobody", "a/005", "a/003"]
    assert engine.fetch(ids) == reference.fetch(ids)
    assert [kept.article for kept in engine.fetch(ids)] == ["a/039", "a/003"]


@pytest.mark.parametrize("text", ["kinh", "tang OR tr*", "date:2024"])
@pytest.mark.parametrize("order", ["score", "date"])
def test_pages_are_slices_of_the_whole_ranking(both: tuple[Engine, MemoryEngine], text: str, order: str) -> None:
    for engine in both:
        query, cursor = parse_query(text), ""
        seen: list[Hit] = []
        whole = engine.search(query, order=order, limit=1000).hits  # type: ignore[arg-type]
        while True:
            page = engine.search(query, order=order, limit=7, cursor=cursor)  # type: ignore[arg-type]
            seen += page.hits
            cursor = page.cursor
            if not cursor:
                break
        assert seen == list(whole)


def test_more_like_and_related(both: tuple[Engine, MemoryEngine]) -> None:
    engine, reference = both
    text = reference.fetch(["a/001"])[0].text
    found, expected = (one.more_like(text, ["a/001"], 5) for one in both)
    assert [hit.article for hit in found.hits] == [hit.article for hit in expected.hits]
    assert "a/001" not in [hit.article for hit in found.hits]
    found, expected = (one.related(["kinh te", "tặng", "an giang"], ["a/002"], 40) for one in both)
    assert [hit.article for hit in found.hits] == [hit.article for hit in expected.hits]
    assert found.total == expected.total
    assert engine.related([]).total == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("truongg gdp", "truong gdp"), ("tưởng", "trưởng"), ("kinh zzzz", ""), ('"kinhh tế"', '"kinh tế"'), ("gdp", "")],
)
def test_did_you_mean(both: tuple[Engine, MemoryEngine], text: str, expected: str) -> None:
    for engine in both:
        assert engine.search(parse_query(text)).did_you_mean == expected


@pytest.mark.parametrize("seed", range(6))
def test_random_queries_on_random_corpora(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    documents = corpus(seed + 100, 60)
    reference = MemoryEngine()
    reference.rebuild(documents)
    with open_engine(tmp_path / "index") as engine:
        engine.rebuild(documents)
        for _ in range(80):
            query = parse_query(_random_query(rng, documents))
            found, expected = (one.search(query, limit=20) for one in (engine, reference))
            assert found.total == expected.total, query.text
            assert [hit.article for hit in found.hits] == [hit.article for hit in expected.hits], query.text


def _random_query(rng: random.Random, documents: list[Document]) -> str:
    parts = []
    for _ in range(rng.randint(1, 4)):
        words = rng.choice(documents).text.split()
        at = rng.randrange(len(words))
        word = words[at].strip(".")
        shapes = (
            word,
            f'"{" ".join(words[at : at + 3])}"',
            f"{word[:3]}*",
            f"{word}~",
            f"title:{word}",
            rng.choice(QUERIES),
        )
        parts.append(rng.choice(("", "", "-")) + rng.choice(shapes))
    return rng.choice((" ", " OR ")).join(parts)


def test_the_first_hits_do_not_depend_on_how_many_are_asked_for(tmp_path: Path) -> None:
    # a search that stops early may lose articles that belong to the first twenty
    documents = corpus(9, 400)
    with open_engine(tmp_path / "index") as engine:
        engine.rebuild(documents)
        for text in ("kinh tang", "an OR giang OR noi", "tr* te", '"kinh te" OR gdp'):
            whole = engine.search(parse_query(text), limit=400).hits
            assert engine.search(parse_query(text), limit=20).hits == whole[:20]
