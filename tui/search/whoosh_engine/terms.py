"""The inverted index of a segment: a sorted list of terms beside plain postings, in place of Whoosh's hash files."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh.codec import base
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from tui.search.scoring import STEPS
from tui.search.whoosh_engine import postings, sections
from tui.search.whoosh_engine.fields import SEARCHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search.whoosh_engine.pool import Pool

TERMS, POSTINGS = ".trm", ".pst"
_HIGHEST = "\U0010ffff"


class TermsWriter(base.FieldWriter):  # type: ignore[misc]
    """Writes the terms of a segment, one whole term at a time."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._terms_file = segment.create_file(storage, TERMS)
        self._postings_file = segment.create_file(storage, POSTINGS)
        self.is_closed = False

    def write(self, pool: Pool) -> None:
        """Write all that `pool` has gathered."""
        columns: dict[str, Any] = {}
        start = 0
        for field in SEARCHED:
            written: list[_Written] = []
            for one in pool.invert(field):
                if one.same:
                    written.append(written[-1]._replace(form=one.form, folded=one.form))
                    continue
                data = postings.encode(one.docs, one.impacts, one.places)
                self._postings_file.write(data)
                written.append(_Written(one.form, one.folded, len(one.docs), start, len(data)))
                start += len(data)
            columns |= _columns(field, sorted(written))
        self._terms_file.write(sections.pack(columns))

    def close(self) -> None:
        """Close both files."""
        self._terms_file.close()
        self._postings_file.close()
        self.is_closed = True


class _Written(NamedTuple):
    """A term that was written: its form and folded form, number of articles, place and size of its postings."""

    form: str
    folded: str
    found: int
    start: int
    size: int


def _columns(field: str, written: list[_Written]) -> dict[str, Any]:
    numbers = {one.form: number for number, one in enumerate(written)}
    accented = sorted((numbers[one.folded], numbers[one.form]) for one in written if one.form != one.folded)
    return {
        f"{field}.forms": [one.form for one in written],
        f"{field}.found": array("I", [one.found for one in written]),
        f"{field}.starts": array("Q", [one.start for one in written]),
        f"{field}.sizes": array("I", [one.size for one in written]),
        f"{field}.folds": array("I", [folded for folded, _ in accented]),
        f"{field}.accented": array("I", [form for _, form in accented]),
    }


class Entry(NamedTuple):
    """Where a term's postings are.

    found: number of articles
    start, end: in the file of postings
    """

    found: int
    start: int
    end: int


class Vocabulary:
    """The terms of one field of a segment.

    forms: all terms, sorted
    found: how many articles hold each
    """

    def __init__(self, columns: sections.Sections, field: str) -> None:
        self._columns = columns
        self._field = field
        self.forms = columns.texts(f"{field}.forms")
        self.found = columns.numbers(f"{field}.found")
        self._starts = columns.numbers(f"{field}.starts")
        self._sizes = columns.numbers(f"{field}.sizes")

    def entry(self, form: str) -> Entry | None:
        """Where the postings of `form` are; None if no article holds it."""
        number = self.number(form)
        return None if number is None else self.at(number)

    def number(self, form: str) -> int | None:
        """The number of a term; None if there is no such."""
        number = bisect_left(self.forms, form)
        return number if number < len(self.forms) and self.forms[number] == form else None

    def at(self, number: int) -> Entry:
        """Where the postings of the term with this number are."""
        start = self._starts[number]
        return Entry(self.found[number], start, start + self._sizes[number])

    def spellings(self, folded: str) -> list[int]:
        """Numbers of all terms that fold to `folded`, itself first."""
        number = self.number(folded)
        if number is None:
            return []
        first, last = bisect_left(self._folds, number), bisect_right(self._folds, number)
        return [number, *self._accented[first:last]]

    def beginning(self, prefix: str, *, accented: bool) -> list[int]:
        """Numbers of the terms that begin with `prefix`: the accented or the folded ones."""
        first, last = bisect_left(self.forms, prefix), bisect_left(self.forms, prefix + _HIGHEST)
        flags = self._flags
        return [number for number in range(first, last) if flags[number] == accented]

    def near(self, form: str, *, accented: bool) -> list[int]:
        """Numbers of the accented or folded terms one edit from `form` at most."""
        from tui.search.edits import within_one

        # one edit leaves the first or the last half as it is
        half = len(form) // 2
        first, last = form[:half], form[half:]
        start, end = bisect_left(self.forms, first), bisect_left(self.forms, first + _HIGHEST)
        numbers = {*range(start, end), *(at for at, other in enumerate(self.forms) if other.endswith(last))}
        flags = self._flags
        return sorted(at for at in numbers if flags[at] == accented and within_one(self.forms[at], form))

    @cached_property
    def _folds(self) -> array[int]:
        return self._columns.numbers(f"{self._field}.folds")

    @cached_property
    def _accented(self) -> array[int]:
        return self._columns.numbers(f"{self._field}.accented")

    @cached_property
    def _flags(self) -> bytearray:
        flags = bytearray(len(self.forms))
        for number in self._accented:
            flags[number] = 1
        return flags


def whole(file: Any) -> memoryview:
    """All bytes of a file of ours; of one that Whoosh itself has opened, a copy."""
    return file.buffer if hasattr(file, "buffer") else memoryview(file.read())


class SegmentTerms(base.TermsReader):  # type: ignore[misc]
    """The terms and postings of a segment, for our evaluator and, as far as words go, for Whoosh's own searcher."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._terms_file = segment.open_file(storage, TERMS)
        self._postings_file = segment.open_file(storage, POSTINGS)
        self._columns = sections.Sections(whole(self._terms_file))
        self._postings = whole(self._postings_file)
        self._fields: dict[str, Vocabulary] = {}

    def vocabulary(self, field: str) -> Vocabulary:
        """The terms of `field`, read on first use."""
        if field not in self._fields:
            self._fields[field] = Vocabulary(self._columns, field)
        return self._fields[field]

    def data(self, entry: Entry) -> memoryview:
        """The bytes of a term's postings."""
        return self._postings[entry.start : entry.end]

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._entry(*term) is not None

    def _entry(self, field: str, form: bytes) -> Entry | None:
        return self.vocabulary(field).entry(form.decode()) if field in SEARCHED else None

    def indexed_field_names(self) -> tuple[str, ...]:
        """The searched fields."""
        return SEARCHED

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, field after field."""
        return ((field, form.encode()) for field in SEARCHED for form in self.vocabulary(field).forms)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field from `prefix` on."""
        forms = self.vocabulary(fieldname).forms
        return ((fieldname, form.encode()) for form in forms[bisect_left(forms, prefix.decode()) :])

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All terms with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The terms of a field from `prefix` on, with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a term; `TermNotFound` without it."""
        entry = self._entry(fieldname, text)
        if entry is None:
            raise TermNotFound(f"{fieldname}:{text!r}")
        docs, impacts = postings.found(self.data(entry), entry.found)
        most = max(impacts) / STEPS
        return TermInfo(weight=sum(impacts) / STEPS, df=entry.found, maxweight=most, minid=docs[0], maxid=docs[-1])

    def frequency(self, fieldname: str, text: bytes) -> float:
        """The sum of a term's weights."""
        return float(self.term_info(fieldname, text).weight())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many articles hold a term, with those that are deleted."""
        entry = self._entry(fieldname, text)
        return entry.found if entry else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """The postings of a term as Whoosh's own queries walk them."""
        info, entry = self.term_info(fieldname, text), self._entry(fieldname, text)
        docs, impacts = postings.found(self.data(entry), entry.found) if entry else ((), ())
        weights = [impact / STEPS for impact in impacts]
        return ListMatcher(list(docs), weights, format=format_, scorer=scorer, term=(fieldname, text), terminfo=info)

    def close(self) -> None:
        """Let go of the files; what was read stays valid."""
        self._terms_file.close()
        self._postings_file.close()
