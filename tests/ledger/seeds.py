"""The five seed articles with their figures written down by hand."""

from __future__ import annotations

from tests.ledger.told import SEEDS, Paper, Told, growth, row
from tui.corpus.characters import normalise

_NE_ASIA = "CN,KR,JP"


def _share(core: str, indicator: str):  # noqa: ANN202 - a row
    return row(core, indicator, unit="%", measure="share", place=_NE_ASIA)


def _dollars(core: str, indicator: str, period: str, billions: float, **facts: object):  # noqa: ANN202 - a row
    return row(core, indicator, period, low=billions * 1e9, unit="USD", **facts)


FIGURES = {
    "2024-04-02": ("002", (
        row("60", "high_level_activities", "2023-01-01/2024-04-02", near="gần 60 hoạt động ngoại giao", bound="almost"),
        row("30", "strategic_partners", near="với 30 đối tác"),
        _dollars("683 tỷ USD", "trade_turnover", "2023", 683),
        _dollars("28 tỷ USD", "trade_balance", "2023", 28, bound="about"),
        _dollars("36,6 tỷ USD", "fdi_registered", "2023", 36.6, bound="almost"),
        row("32,1%", "fdi_registered", "2023", unit="%", measure="growth", direction="up"),
        _dollars("23,2 tỷ USD", "fdi_disbursed", "2023", 23.2, bound="almost"),
    )),
    "2024-07-18": ("003", (
        row("36", "high_level_activities", "2024-01-01/2024-07-18", near="trong 36 hoạt động"),
        row("18/27", "evipa_ratifications", low=18, high=27, unit="ratio"),
        row("20", "local_agreements", "2024-S1", near="hơn 20 bản ghi nhớ", bound="over",
            noun="bản ghi nhớ với các đối tác"),
        row("3", "unesco_new", "2024-S1", near="thêm 3 di sản"),
    )),
    "2024-12-20": ("000", (
        row("60", "high_level_activities", "2024", near="gần 60 hoạt động đối ngoại", bound="almost"),
        row("170", "agreements_signed", "2024", near="hơn 170 hợp tác", bound="over", noun="hợp tác thoả thuận"),
        _share("53,8%", "fdi_registered"),
        _share("55,5%", "fdi_registered"),
        _share("47,5%", "trade_turnover"),
        _share("58,8%", "international_visitors"),
        row("17", "fta_count", near="lên 17, tích cực"),
        row("700", "mission_promotion_activities", "2024", bound="over"),
        row("400", "local_promotion_activities", "2024", bound="over"),
        row("130", "local_agreements", "2024", noun="thoả thuận với các đối tác"),
        row("30", "film_crews", "2024", near="gần 30 đoàn", bound="almost"),
        row("6", "unesco_new", "2024", near="thêm 6 di tích"),
        row("71", "unesco_total"),
    )),
    "2025-01-06": ("004", (
        row("60", "high_level_activities", "2024", near="tổng cộng 60 hoạt động"),
        row("21", "outgoing_visits", "2024", near="có 21 chuyến"),
        row("25", "incoming_delegations", "2024", near="đón 25 đoàn"),
        row("194", "diplomatic_relations"),
        row("32", "strategic_partners", near="lên 32 đối tác"),
        row("170", "agreements_signed", "2024", bound="over", noun="thỏa thuận hợp tác"),
        row("17", "fta_count", near="hiệu quả 17 Hiệp định"),
        row("60", "fta_partners", near="hơn 60 đối tác", bound="over"),
        _dollars("800 tỷ USD", "trade_turnover", "2024", 800, bound="almost", role="forecast"),
        row("6", "unesco_new", "2024", near="thêm 6 danh hiệu"),
        row("71", "unesco_total", near="UNESCO lên 71"),
    )),
    "2025-07-22": ("001", (
        growth("hai con số", "", "target", near="tạo đà tăng trưởng hai con số\n", low=10, high=99, bound="at_least"),
        growth("hai con số", "", "target", near="hai con số giai đoạn", low=10, high=99, bound="at_least"),
        row("50", "high_level_activities", "2025-S1", near="gần 50 hoạt động", bound="almost"),
        row("10", "upgraded_relations", "2025-S1", near="với 10 nước"),
        row("253", "agreements_signed", "2025-S1", noun="thỏa thuận hợp tác"),
        row("gấp đôi", "agreements_signed", "2025-S1", low=2, unit="times", measure="growth"),
        row("300", "mission_promotion_activities", "2025-S1", bound="almost"),
        row("150", "local_promotion_activities", "2025-S1", bound="over"),
        row("30", "local_agreements", "2025-S1", near="ký kết 30 thỏa thuận", noun="thỏa thuận với các đối tác"),
        growth("7,52%", "2025-S1", direction="up"),
        growth("8,3 - 8,5%", "2025", "target", near="từ 8,3 - 8,5%", low=8.3, high=8.5, bound="range",
               speaker="Thủ tướng"),
        growth("8,3 - 8,5%", "2025", "target", near="tăng trưởng 8,3 - 8,5%", low=8.3, high=8.5, bound="range",
               speaker="Thủ tướng"),
    )),
}  # fmt: skip

PROMISES = {
    "2024-07-18": ("nghiên cứu tạo thuận lợi hơn nữa cho khách quốc tế về thủ tục thị thực",),
    "2024-12-20": ("bước vào đại hội XIV với mục tiêu tăng trưởng cao",),
}


def seeds() -> Told:
    """The five meetings, each with its one paper."""
    return Told({day: (seed(day),) for day in FIGURES})


def seed(day: str) -> Paper:
    """The paper on the meeting of that day."""
    prefix, rows = FIGURES[day]
    file = next(SEEDS.glob(f"{prefix}_*.txt"))
    text, _ = normalise(file.read_text(encoding="utf-8"))
    return Paper(prefix, text, rows, f"Báo {prefix}", PROMISES.get(day, ()))
