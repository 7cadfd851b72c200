"""Documents as they are stored with a segment, and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tui.search.model import Document
from tui.search.whoosh_engine.cards import said_of
from tui.search.whoosh_engine.codec import ArticleCodec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def stored(document: Document) -> dict[str, Any]:
    """`document` as plain values, by the names of the schema."""
    return {
        "article": document.article,
        "meeting": document.meeting,
        "day": document.date.toordinal() if document.date else 0,
        "outlet": document.outlet,
        "place": document.place,
        "title": document.title,
        "text": document.text,
        "said": [tuple(said) for said in document.said],
    }


def restored(fields: Mapping[str, Any]) -> Document:
    """The document that `stored` made `fields` of."""
    day = fields["day"]
    return Document(
        fields["article"],
        fields["meeting"],
        date.fromordinal(day) if day else None,
        fields["outlet"],
        fields["place"],
        fields["title"],
        fields["text"],
        said_of(fields["said"]),
    )


def documents_of(storage: Any, segment: Any) -> Iterator[Document]:
    """The documents of `segment` that are not deleted."""
    reader = ArticleCodec().per_document_reader(storage, segment)
    for number in range(segment.doc_count_all()):
        if not segment.is_deleted(number):
            yield restored(reader.stored_fields(number))
