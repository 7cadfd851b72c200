from __future__ import annotations

from itertools import islice

from benchmarks.articles import articles
from tui.search.analysis import forms, surfaces


def test_the_same_seed_makes_the_same_articles() -> None:
    assert list(articles(3)) == list(islice(articles(8), 3))
    assert next(articles(1, seed=2)) != next(articles(1))


def test_they_have_many_words_and_the_size_of_a_report() -> None:
    made = list(articles(60))
    words = {forms(surface)[0] for article in made for surface in surfaces(article.text)}
    assert len(words) > 2000
    assert 5000 < sum(len(article.text.encode()) for article in made) / len(made) < 6500


def test_their_numbers_are_known() -> None:
    for article in articles(20):
        for stated in article.stated:
            printed = f"{stated.value:,}".translate(str.maketrans(",.", ".,")).removesuffix(",0")
            assert f"năm {stated.year} đạt {printed}" in article.text
            assert stated.what[1:] in article.text
