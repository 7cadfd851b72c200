"""Bytes to an article: the stages of the package in their order."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tui.corpus import files
from tui.corpus.characters import normalise
from tui.corpus.header import read_header
from tui.corpus.paragraphs import classify, lines
from tui.corpus.sentences import split
from tui.errors import CorpusError
from tui.model import Article, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.corpus.files import SourceFile
    from tui.model import Paragraph


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
    paragraphs = classify(text, lines(text))
    if not paragraphs:
        raise CorpusError(f"{file}: the file holds no text; fill it or remove it.")
    return Article(
        id=id,
        file=file,
        digest=sha256(data).hexdigest(),
        text=text,
        shifts=shifts,
        title=header.title,
        title_source="metadata" if header.title else "derived",
        outlet=header.outlet,
        byline=header.byline,
        place=header.place,
        url=header.url,
        date=header.date,
        meeting=header.meeting,
        paragraphs=paragraphs,
        sentences=_sentences(text, paragraphs),
    )


def _sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(at, index)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.kind in {"title", "body"}
        for at in split(text, paragraph.at)
    )
