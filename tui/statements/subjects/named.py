"""What is measured, by the last name before a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.lexicon import OTHER
from tui.statements.subjects.clauses import Clause, Name, clauses_before, fits, means, read_clause, series_from
from tui.statements.subjects.subject import Subject, carries, known, unknown

if TYPE_CHECKING:
    from tui.statements.at import At

_BESIDE = 3  # how near a word must stand to a weak name to be what it is said of
_LINK_REACH = 5
_GROUP_REACH = 4  # from `nhóm` to what it is a part of
_CAUSE_REACH = 3  # from the start of a clause to the word that makes it a cause
_TOPIC, _WHEN, _SINCE = "thì", "khi", frozenset({"từ", "sau", "trước", "đến"})
_TENSES = frozenset({"đã", "đang", "sẽ"})
_RATIO_REACH = 12  # `tỷ trọng công nghiệp chế biến, chế tạo trong GDP`


def dealt(at: At, _before: Subject | None) -> Subject | None:
    """`xuất khẩu và nhập khẩu lần lượt đạt …`: by the item of the list that the figure belongs to."""
    if at.item is None or at.item.time:
        return None
    found = _in_clause(at, read_clause(at, at.item.first, at.item.end))
    return found if found and found.series else None


def named(at: At, _before: Subject | None) -> Subject | None:
    """By the last name before the figure, clause by clause backwards."""
    ranges, condition = clauses_before(at), _condition(at)
    for position, (first, end) in enumerate(ranges):
        if position and not at.grammar.causes.isdisjoint(at.words[first : min(end, first + _CAUSE_REACH)]):
            continue  # `CPI tăng 0,96%, chủ yếu do giá thịt lợn, nhưng bình quân chỉ tăng 2,57%`
        # `mức đó là cao trong bối cảnh khủng hoảng thế giới, đề nghị 6,5%`
        clause = read_clause(at, first, condition if position and first < condition < end else end)
        supposed = at.words[first] in at.grammar.denying or condition < first + _CAUSE_REACH
        if position and supposed and not clause.firm:
            continue  # `trong điều kiện dịch được khống chế, không phải giãn cách, quý III phải tăng 7%`
        if position and " ".join(at.words[first : first + 2]) in at.grammar.counting_in:
            continue  # `bội chi, tính cả trái phiếu Chính phủ, ở mức 4,5%`
        if _aside(at, first) and not clause.firm:
            continue  # `bán lẻ tăng 9,6%, vượt kế hoạch của ngành (mục tiêu 8 - 9%)`
        found = _in_clause(at, clause)
        if found and found.indicator == OTHER and not clause.firm:
            return _still_open(at, ranges[position + 1 :], first) or found
        if found:
            return found
    return None


def _condition(at: At) -> int:
    """Where a condition begins after the figure before; past the figure if none does."""
    told = (index for index in range(at.floor, at.slot.first) if _conditional(at, index))
    return next(told, len(at.tokens))


def _conditional(at: At, index: int) -> bool:
    """`trong điều kiện …`, `khi kinh tế thế giới còn rủi ro`; not `sau khi`, `từ khi`."""
    if at.words[index] == _WHEN:
        return at.tokens.word(index - 1) not in _SINCE
    return " ".join(at.words[index : index + 2]) in at.grammar.conditions


def _aside(at: At, first: int) -> bool:
    """Whether a clause stands before the bracket of a figure that a figure stands before as well.

    Not in another item of a list: `thất nghiệp (4,4%, kế hoạch 4%); lao động qua đào tạo (64,5%)`.
    """
    if not at.index or at.bracket is None or first >= at.bracket:
        return False
    return ";" not in at.words[at.floor : at.bracket]


def _still_open(at: At, ranges: list[tuple[int, int]], start: int) -> Subject | None:
    """`Lãi suất cho vay của ngân hàng, quỹ tín dụng giảm từ 5%`: a name that no verb has closed before the comma."""
    for first, end in ranges:
        if ";" in at.words[end:start]:
            return None
        clause = read_clause(at, first, end)
        if not at.grammar.closers.isdisjoint(at.words[first:end]) or at.words[first] in at.grammar.openers:
            return None
        if clause.firm and clause.firm[0].first - first <= 1:
            found = _usable(at, clause.firm[0], clause)
            return found if found and found.indicator != OTHER else None
        start = first
    return None


def _in_clause(at: At, clause: Clause) -> Subject | None:
    """What a clause names: by its last firm name, else its last weak one, else the first word that means something."""
    firm = [name for name in clause.firm if not _whole(at, name)]
    if len(firm) > 1:
        firm = [name for name in firm if not _held_against(at, name)] or firm
    other = _speaks_of(at, clause, firm)
    if other is not None:
        return unknown(series_from(at, other), other)
    for name in reversed(firm or clause.names):
        found = _usable(at, name, clause)
        if found:
            return found
    if not clause.residue or _only_to(at, clause):
        return None
    return unknown(series_from(at, clause.residue[0]), clause.residue[0])


def _speaks_of(at: At, clause: Clause, firm: list[Name]) -> int | None:
    """Where a clause names what it speaks of, beside the names in it that only serve to tell of that; else None."""
    if _part_of_group(at, clause):
        return clause.first  # `nhóm hạn chế nhập khẩu đạt 0,4 tỷ USD`
    if clause.residue:
        if clause.firm and not firm:
            return clause.residue[0]
        if len(clause.firm) == len(firm) == 1 and clause.residue[0] < firm[0].first and _held_against(at, firm[0]):
            return clause.residue[0]  # `nghĩa vụ trả nợ so với tổng thu`
    return _before_copula(at, clause, firm)


def _only_to(at: At, clause: Clause) -> bool:
    """`có giải pháp để cả năm đạt 6,5%`: what a clause names is only what something else is to be reached by."""
    if at.slot.figure.unit != "%" or clause.end != at.slot.first:
        return False
    after = at.grammar.conjunctions.intersection(at.words[clause.residue[-1] : clause.end])
    # `công nghiệp thì giảm 5%` speaks of what stands before `thì`, unless that is supposed
    return bool(after) and (after != {_TOPIC} or not at.grammar.supposing.isdisjoint(at.words[: clause.end]))


def _part_of_group(at: At, clause: Clause) -> bool:
    """`nhóm hạn chế nhập khẩu` is a part of the imports; `nhóm nghiên cứu cho rằng GDP tăng` tells of the GDP."""
    if at.words[clause.first] not in at.grammar.subgroups:
        return False
    name = next(iter(clause.firm), None)
    return name is None or (name.first - clause.first <= _GROUP_REACH and not _said(at, clause.first, name.first))


def _said(at: At, first: int, end: int) -> bool:
    """Whether a verb of telling stands among the tokens."""
    foretold = any(cue.value == "forecast" for cue in at.cues.roles.all(at.tokens, first, end))
    return foretold or not at.grammar.conjunctions.isdisjoint(at.words[first:end])


def _whole(at: At, name: Name) -> bool:
    """`tỷ trọng công nghiệp trong GDP`, `tỷ lệ nợ công trên GDP`: what is divided by, not what is measured."""
    if at.tokens.word(name.first - 1) not in at.grammar.over:
        return False
    start = max(at.floor, at.reading.clause(at.index)[0], name.first - _RATIO_REACH)
    return any(" ".join(at.words[index : index + 2]) in at.grammar.ratios for index in range(start, name.first))


def _held_against(at: At, name: Name) -> bool:
    """`so với tổng kim ngạch xuất khẩu`: a name only compared with."""
    return at.cues.compared.before(at.tokens, name.first) is not None


def _before_copula(at: At, clause: Clause, firm: list[Name]) -> int | None:
    """`công nghiệp là động lực của tăng trưởng kinh tế với mức tăng 11%` speaks of what stands before `là`."""
    copula = next((index for index in range(clause.first, clause.end) if at.words[index] == "là"), None)
    if copula is None or not firm or firm[0].first - copula <= 2 or _WHEN in at.words[copula : firm[0].first]:
        return None  # `thị trường là điểm sáng khi bán lẻ tăng 9%`
    return next((index for index in clause.residue if index < copula), None)


def _usable(at: At, name: Name, clause: Clause) -> Subject | None:
    """The subject that a name makes here; None where it is too weak to stand against other words."""
    for alias in name.value if not _modified(at, name, clause.end) else ():
        aside = at.tokens.word(name.first - 1) in at.grammar.toward  # `đóng góp vào tăng trưởng`
        counts = not alias.weak or not (aside or _beside(at, name, clause))
        if counts and carries(alias.indicator, at.slot.figure.unit) and fits(at, alias.indicator, name):
            return known(alias.indicator, "named", name.first, weak=alias.weak)
    # a weak name that needs a word beside it (`thực hiện`) is none without that
    told = (alias for alias in name.value if not (alias.weak and alias.indicator.needs))
    if any(not alias.weak or not fits(at, alias.indicator, name) for alias in told):
        return unknown(series_from(at, name.first), name.first)
    return None


def _beside(at: At, name: Name, clause: Clause) -> bool:
    """Whether a word that names something stands beside a weak name.

    Not one that a conjunction parts from it (`thêm giờ để tăng trưởng`), nor what it did (`tăng trưởng đã đảo chiều`).
    """
    for index in clause.residue:
        if name.first - _BESIDE <= index < name.first:
            if at.grammar.conjunctions.isdisjoint(at.words[index : name.first]):
                return True
        elif index >= name.end and _TENSES.isdisjoint(at.words[name.end : index]):
            return True
    return False


def _modified(at: At, name: Name, end: int) -> bool:
    """Whether a noun right after a name makes it another thing (`xuất khẩu gạo`)."""
    after = name.end
    if after >= end or at.tokens.printed(after)[:1].isupper() or at.cues.mentioned.at(at.tokens, after):
        return False
    if at.cues.roles.at(at.tokens, after):
        return False  # `nhập siêu kiềm chế dưới 20%`
    return means(at, after) or _restricted(at, name, end)


def _restricted(at: At, name: Name, end: int) -> bool:
    """`tín dụng đối với lĩnh vực sản xuất`, `vốn FDI vào bất động sản`: only a part of what the name says."""
    if at.words[name.end] not in at.grammar.links or all(alias.indicator.kind == "rate" for alias in name.value):
        return False
    for index in range(name.end + 1, min(end, name.end + _LINK_REACH)):
        whole = at.cues.whole_country.at(at.tokens, index) or at.cues.mentioned.at(at.tokens, index)
        if whole or at.tokens.printed(index)[:1].isupper():
            return False
        if means(at, index):
            return at.cues.roles.at(at.tokens, index) is None
    return False
