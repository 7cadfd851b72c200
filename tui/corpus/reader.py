"""Bytes to an article: the stages of the package in their order."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from tui.corpus import files, origin
from tui.corpus.characters import normalise
from tui.corpus.header import read_header
from tui.corpus.headline import derive, is_headline
from tui.corpus.paragraphs import classify, lines
from tui.corpus.sentences import split
from tui.errors import CorpusError, Sayable
from tui.model import Article, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.corpus.files import SourceFile
    from tui.corpus.header import Header
    from tui.model import Paragraph, TitleSource


def read(source: SourceFile) -> Article:
    """The article in the file; a CorpusError where it is gone or is no article."""
    return parse(source.id, source.path.name, files.read_bytes(source.path))


def parse(id: str, file: str, data: bytes) -> Article:  # noqa: A002 (the noun of the model)
    """The article in `data`; a CorpusError naming `file` where it is not text, too large, empty or wrongly headed."""
    files.check_size(file, len(data))
    raw = files.decode(file, data)
    header = read_header(raw, file)
    text, shifts = normalise(raw[header.body :])
    if header.body:
        shifts = ((0, header.body), *((at, origin + header.body) for at, origin in shifts))
    paragraphs = _headed(text, classify(text, lines(text)), header)
    if not paragraphs:
        raise CorpusError(Sayable("empty_file", "{file}: the file holds no text; fill it or remove it.", file=file))
    sentences = _sentences(text, paragraphs)
    title, title_source = _title(text, paragraphs, sentences, header)
    outlet = header.outlet or origin.outlet(text, paragraphs)
    return Article(
        id=id,
        file=file,
        digest=sha256(data).hexdigest(),
        text=text,
        shifts=shifts,
        title=title,
        title_source=title_source,
        outlet=outlet,
        byline=header.byline or origin.byline(text, paragraphs),
        place=header.place or origin.place(text, paragraphs, outlet),
        url=header.url,
        date=header.date,
        meeting=header.meeting,
        paragraphs=paragraphs,
        sentences=sentences,
    )


def _headed(text: str, paragraphs: tuple[Paragraph, ...], header: Header) -> tuple[Paragraph, ...]:
    """`paragraphs` with the headline, where the first of the body is one, told from the body."""
    first = next((index for index, each in enumerate(paragraphs) if each.kind == "body"), None)
    if first is None:
        return paragraphs
    line = text[slice(*paragraphs[first].at)]
    if line != header.title and not is_headline(text, paragraphs, first):
        return paragraphs
    return (*paragraphs[:first], replace(paragraphs[first], kind="title"), *paragraphs[first + 1 :])


def _title(
    text: str, paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence], header: Header
) -> tuple[str, TitleSource]:
    if header.title:
        return header.title, "metadata"
    headline = next((each for each in paragraphs if each.kind == "title"), None)
    if headline:
        return text[slice(*headline.at)], "stated"
    first = sentences[0].at if sentences else paragraphs[0].at
    return derive(text[slice(*first)]), "derived"


def _sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(at, index)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.kind in {"title", "body"}
        for at in split(text, paragraph.at)
    )
