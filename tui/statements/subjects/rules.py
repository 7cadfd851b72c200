"""The rules that say what a figure measures, in the order they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.figures.quantities import is_currency
from tui.statements.lexicon import OTHER
from tui.statements.subjects.aspects import aspect, per_head
from tui.statements.subjects.counted import counted
from tui.statements.subjects.named import dealt, named
from tui.statements.subjects.shares import made_of, of_what_grew, planned, purpose, share
from tui.statements.subjects.subject import Found, Rule, Subject, carries
from tui.statements.subjects.unsaid import aimed, foretold, led_to

if TYPE_CHECKING:
    from tui.statements.at import At


def subject_of(at: At, before: Subject | None) -> Subject:
    """What the figure measures; `before` is what the figure before it in the text measured."""
    return next((found for rule in RULES if (found := rule(at, before))), None) or _inherited(at, before)


def _inherited(at: At, before: Subject | None) -> Subject:
    """`xuất khẩu đạt 5 tỷ USD, tăng 22%`: what the figure before measured, if it can be given in this unit."""
    unit, first = at.slot.figure.unit, at.slot.first
    if before is None:
        return Subject(OTHER, "", "none", first)
    indicator = at.knows.lexicon.indicator(before.indicator)
    # `Có 2.300 chợ. Kế hoạch là 640 nghìn tỷ đồng.`: no sum of theirs
    if indicator is None and before.noun and at.index == 0 and is_currency(unit):
        return Subject(OTHER, "", "none", first)
    of_a_whole = before.found == "share" and not (
        indicator and indicator.kind == "rate"
    )  # not `còn 5% hộ nghèo, giảm 1%`
    if of_a_whole and (unit != "%" or at.cues.growth.before(at.tokens, first)):
        # `chiếm 20% tổng vốn FDI, đạt 2,4 tỷ USD, tăng 5%`: the part's
        return _inherited(at, before.part) if before.part else Subject(OTHER, "", "inherited", first)
    in_words = unit == "ratio" and not at.slot.figure.text[:1].isdigit()  # `tăng gần một phần năm`
    if indicator and not carries(indicator, unit) and not in_words:
        return Subject(OTHER, before.series, "inherited", first)
    found: Found = "share" if of_a_whole and unit == "%" else "inherited"
    return Subject(before.indicator, before.series, found, first, noun=before.noun)


RULES: tuple[Rule, ...] = (
    dealt,  # `xuất khẩu và nhập khẩu lần lượt đạt 405 tỷ USD và 380 tỷ USD`
    aspect,  # `tăng 11% về số lượng và 22% về vốn`
    per_head,  # `GDP đạt 204 tỷ USD, bình quân 2.228 USD/người`
    counted,  # `36 hoạt động đối ngoại cấp cao`, `nâng cấp quan hệ với 10 nước`
    planned,  # `giải ngân 100% kế hoạch vốn đầu tư công`
    of_what_grew,  # `mức tăng 6,68% của tổng sản phẩm trong nước`
    share,  # `53,8% tổng FDI`, `90% đường bay`
    purpose,  # `657.000 tỷ đồng cho đầu tư công`
    made_of,  # `đã hoàn thành 674 km đường bộ cao tốc`
    named,  # `tăng trưởng tín dụng đạt 9,5%`
    led_to,  # `Với 16,7%, lạm phát …`
    foretold,  # `IMF dự báo 5,8%, WB 5,5%`
    aimed,  # `Để đạt 6,7% như Quốc hội giao, …`
)
