"""Each check with a case it must find and one it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ledger.told import Row, growth, row, told

if TYPE_CHECKING:
    from tui.ledger.model import Check

JANUARY = "2025-01-06"
JULY = "2025-07-22"
DOLLARS = {"unit": "USD"}


def checks(kind: str, *meetings: tuple[str, str, list[Row]]) -> list[Check]:
    ledger = told(*meetings).ledger()
    return [each for panel in ledger.meetings for each in panel.checks if each.kind == kind]


def verdicts(kind: str, *meetings: tuple[str, str, list[Row]]) -> list[str]:
    return [each.verdict for each in checks(kind, *meetings)]


class TestMultiple:
    def claim(
        self, base: str, count: str = "253", core: str = "gấp đôi", times: float = 2, **facts: object
    ) -> list[str]:
        words = f"Nửa năm ký {count} thỏa thuận, {core} năm 2024."
        return verdicts(
            "multiple",
            (JANUARY, f"Ký {base} thỏa thuận.", [row(base, "agreements_signed", "2024", **facts)]),
            (JULY, words, [row(count, "agreements_signed", "2025-S1", near=f"ký {count}"),
                           row(core, "agreements_signed", "2025-S1", low=times, unit="times", measure="growth")]),
        )  # fmt: skip

    def test_twice_over_170_cannot_be_253(self) -> None:
        assert self.claim("170", bound="over") == ["conflict"]

    def test_twice_126_is_253(self) -> None:
        assert self.claim("126") == ["consistent"]

    def test_double_is_a_round_word(self) -> None:
        assert self.claim("120") == ["consistent"]
        assert self.claim("100") == ["conflict"]

    def test_against_almost_170_nobody_can_tell(self) -> None:
        assert self.claim("170", bound="almost") == ["undecidable"]

    def test_the_arithmetic_and_every_input_are_shown(self) -> None:
        (found,) = checks(
            "multiple",
            ("2024-12-20", "Ký hơn 170 thỏa thuận.", [row("170", "agreements_signed", "2024", bound="over")]),
            (JANUARY, "Cả năm ký hơn 170.", [row("170", "agreements_signed", "2024", bound="over")]),
            (JULY, "Ký 253 thỏa thuận, gấp đôi năm 2024.",
             [row("253", "agreements_signed", "2025-S1"),
              row("gấp đôi", "agreements_signed", "2025-S1", low=2, unit="times", measure="growth")]),
        )  # fmt: skip
        assert found.arithmetic == "253 / (> 170) = < 1.4882; 253 / 2 = 126.5"
        assert [each.label for each in found.inputs] == ["claim", "value", "base", "base"]
        assert found.note == "same_time_last_year_unknown"

    def test_the_same_time_last_year_is_another_base(self) -> None:
        times = row("gấp đôi", "agreements_signed", "2025-S1", low=2, unit="times", measure="growth")
        text = "Ký 253 thỏa thuận, gấp đôi cùng kỳ năm 2024."
        july = (JULY, text, [row("253", "agreements_signed", "2025-S1"), times])
        year = (JANUARY, "Ký 170.", [row("170", "agreements_signed", "2024")])
        half = ("2024-07-05", "Ký 126.", [row("126", "agreements_signed", "2024-S1")])
        assert verdicts("multiple", year, july) == ["undecidable"]
        assert verdicts("multiple", half, year, july) == ["consistent"]

    def test_without_a_base_nothing_is_decided(self) -> None:
        times = row("gấp đôi", "agreements_signed", "2025-S1", low=2, unit="times", measure="growth")
        (found,) = checks("multiple", (JULY, "Ký 253 thỏa thuận, gấp đôi trước.",
                                       [row("253", "agreements_signed", "2025-S1"), times]))  # fmt: skip
        assert (found.verdict, found.note) == ("undecidable", "base_not_stated")


class TestParts:
    def parts(self, whole: str, *parts: str) -> list[str]:
        names = ("outgoing_visits", "incoming_delegations")
        text = f"Có {whole} việc, trong đó đi {' và đón '.join(parts)}."
        rows = [row(part, name, "2024", near=f"{word} {part}")
                for part, name, word in zip(parts, names, ("đi", "đón"), strict=False)]  # fmt: skip
        return verdicts(
            "parts", (JANUARY, text, [row(whole, "high_level_activities", "2024", near=f"Có {whole}"), *rows])
        )

    def test_parts_need_not_be_all(self) -> None:
        assert self.parts("60", "21", "25") == ["consistent"]

    def test_parts_cannot_exceed_the_whole(self) -> None:
        assert self.parts("60", "36", "25") == ["conflict"]
        assert self.parts("60", "61") == ["conflict"]

    def test_some_parts_prove_nothing(self) -> None:
        assert self.parts("60", "21") == []

    def test_parts_that_are_all_must_add_up(self) -> None:
        def trade(exports: str) -> list[str]:
            return verdicts("parts", (JANUARY, f"Thương mại 786 tỷ: xuất {exports}, nhập 381.", [
                row("786", "trade_turnover", "2024", **DOLLARS), row(exports, "exports", "2024", **DOLLARS),
                row("381", "imports", "2024", **DOLLARS)]))  # fmt: skip

        assert trade("405") == ["consistent"]
        assert trade("405,5") == ["consistent"]  # rounded
        assert trade("355") == ["conflict"]

    def test_another_period_is_no_part(self) -> None:
        assert verdicts("parts", (JANUARY, "Có 60 việc, năm trước đi 61.", [
            row("60", "high_level_activities", "2024"), row("61", "outgoing_visits", "2023")])) == []  # fmt: skip


class TestShares:
    def shares(self, first: float, second: float, place: str = "KR") -> list[str]:
        percent = {"unit": "%", "measure": "share"}
        return verdicts("share", (JANUARY, "Chiếm a% và b%.", [
            row("a%", "fdi_registered", "2024", low=first, place="CN", **percent),
            row("b%", "fdi_registered", "2024", low=second, place=place, **percent)]))  # fmt: skip

    def test_of_one_whole_cannot_exceed_it(self) -> None:
        assert self.shares(60, 55) == ["suspicious"]
        assert self.shares(60, 40) == []

    def test_of_one_place_are_of_different_wholes(self) -> None:
        assert self.shares(53.8, 55.5, "CN") == []


class TestRunningTotal:
    def test_the_same_start_at_two_meetings(self) -> None:
        def start(total: str) -> list[str]:
            return verdicts("running_total", *(
                (day, f"Thêm 6 di sản, nâng tổng số lên {last}.",
                 [row("6", "unesco_new", "2024"), row(last, "unesco_total")])
                for day, last in (("2024-12-20", "71"), (JANUARY, total))
            ))  # fmt: skip

        assert start("71") == ["consistent"]
        assert start("72") == ["suspicious"]

    def partners(self, total: str, verb: str = "thiết lập quan hệ") -> list[Check]:
        return checks(
            "running_total",
            ("2024-04-02", "Có 30 đối tác.", [row("30", "strategic_partners")]),
            (JANUARY, f"Năm qua {verb} với Mông Cổ và UAE, nâng tổng số lên {total} đối tác.",
             [row(total, "strategic_partners")]),
        )  # fmt: skip

    def test_named_new_members_make_the_total(self) -> None:
        (found,) = self.partners("32")
        assert (found.verdict, found.arithmetic) == ("consistent", "30 + 2 (Mông Cổ, UAE) = 32; 32")

    def test_others_may_have_joined(self) -> None:
        (found,) = self.partners("33")
        assert (found.verdict, found.note) == ("undecidable", "others_may_have_joined")

    def test_an_upgrade_makes_no_new_member(self) -> None:
        assert self.partners("32", "nâng cấp quan hệ") == []


class TestMonotone:
    def counts(self, shorter: str, longer: str, *, indicator: str = "high_level_activities", **facts: str) -> list[str]:
        return verdicts(
            "monotone",
            ("2024-07-18", f"Có {shorter} việc.", [row(shorter, indicator, "2024-01-01/2024-07-18")]),
            (JANUARY, f"Có {longer} việc.", [row(longer, indicator, "2024", **facts)]),
        )

    def test_a_count_grows_within_its_year(self) -> None:
        assert self.counts("36", "60") == ["consistent"]
        assert self.counts("36", "60", bound="almost") == ["consistent"]
        assert self.counts("61", "60") == ["conflict"]

    def test_less_than_a_fifth_counts_something_else(self) -> None:
        assert self.counts("61", "12") == []
        assert self.counts("61", "13") == ["conflict"]

    def test_a_balance_may_shrink(self) -> None:
        assert self.counts("61", "60", indicator="trade_balance") == []

    def test_a_stock_and_another_year_are_left_alone(self) -> None:
        assert self.counts("61", "60", indicator="fta_count") == []
        assert verdicts("monotone",
                        ("2024-04-02", "Có 70 việc.", [row("70", "high_level_activities", "2023-01-01/2024-04-02")]),
                        (JANUARY, "Có 60 việc.", [row("60", "high_level_activities", "2024")])) == []  # fmt: skip


class TestRecount:
    def counts(self, first: Row, second: Row, day: str = "2024-12-20") -> list[tuple[str, str]]:
        found = checks(
            "recount", (day, f"Có {first.core} việc.", [first]), (JANUARY, f"Có {second.core} việc.", [second])
        )
        return [(each.verdict, each.note) for each in found]

    def test_almost_60_early_and_60_late_agree(self) -> None:
        early = row("60", "high_level_activities", "2024", bound="almost")
        assert self.counts(early, row("60", "high_level_activities", "2024")) == [("consistent", "later_count")]

    def test_an_early_count_may_grow_but_not_fall(self) -> None:
        early = row("58", "high_level_activities", "2024")
        assert self.counts(early, row("60", "high_level_activities", "2024")) == [("consistent", "later_count")]
        assert self.counts(early, row("50", "high_level_activities", "2024")) == [("suspicious", "later_count")]

    def test_less_than_a_fifth_counts_something_else(self) -> None:
        early = row("58", "high_level_activities", "2024")
        assert self.counts(early, row("11", "high_level_activities", "2024")) == []

    def test_a_final_count_should_stand(self) -> None:
        final = row("500", "high_level_activities", "2023")
        assert self.counts(final, row("503", "high_level_activities", "2023")) == [("consistent", "revised")]
        assert self.counts(final, row("560", "high_level_activities", "2023")) == [("suspicious", "revised")]

    def test_the_same_number_twice_is_said_once(self) -> None:
        found = checks("recount", *((day, "Có 17 FTA.", [row("17", "fta_count")])
                                    for day in ("2024-12-20", JANUARY, JULY)))  # fmt: skip
        assert [(each.verdict, each.note) for each in found] == [("consistent", "may_be_copied")]

    def test_a_stock_may_grow(self) -> None:
        assert self.counts(row("30", "strategic_partners"), row("32", "strategic_partners")) == []


class TestRepeats:
    DECEMBER = "2024-12-20"
    FIRST = "Cả nước vận động thành công UNESCO công nhận thêm 6 di sản."

    def notes(self, first: str, second: str, voices: tuple[str, str] = ("", "")) -> list[str]:
        told_of = [row("6", "unesco_new", "2023", speaker=voice) for voice in voices]
        found = checks("recount", (self.DECEMBER, first, told_of[:1]), (JANUARY, second, told_of[1:]))
        assert [each.verdict for each in found] == ["consistent"]
        return [each.note for each in found]

    def test_the_same_number_in_nearly_the_same_words_may_be_copied(self) -> None:
        assert self.notes(self.FIRST, "Ngành vận động thành công UNESCO ghi danh thêm 6 danh hiệu.") == [
            "may_be_copied"
        ]

    def test_the_same_number_in_other_words_confirms(self) -> None:
        assert self.notes(self.FIRST, "Năm ấy, 6 nơi của ta vào danh sách thế giới.") == ["same_number"]

    def test_two_sources_that_are_named_are_two(self) -> None:
        assert self.notes(self.FIRST, self.FIRST, ("Bộ Ngoại giao", "ADB")) == ["same_number"]
        assert self.notes(self.FIRST, self.FIRST, ("Thủ tướng", "Chính phủ")) == ["may_be_copied"]

    def test_all_that_one_paper_repeats_after_another_is_one_check(self) -> None:
        text = "Ký kết hơn 250 thỏa thuận. {} 17 FTA{}."
        rows = [row("250", "agreements_signed", "2023", bound="over"), row("17", "fta_count")]
        first, second = text.format("Nâng tổng số lên", " tham gia"), text.format("Ta đã khai thác hiệu quả", "")
        (found,) = checks("recount", (self.DECEMBER, first, rows), (JANUARY, second, rows))
        assert (found.note, found.indicator) == ("may_be_copied", "")
        assert found.arithmetic == "(> 250) = (> 250); 17 = 17"
        assert [each.label for each in found.inputs] == ["later", "earlier"] * 2

    def test_figures_repeated_after_two_papers_are_two_checks(self) -> None:
        first = ("2024-10-01", "Có 17 FTA.", [row("17", "fta_count")])
        second = (self.DECEMBER, "Có 194 nước.", [row("194", "diplomatic_relations")])
        both = (JANUARY, "Có 17 FTA. Có 194 nước.", [row("17", "fta_count"), row("194", "diplomatic_relations")])
        assert [each.indicator for each in checks("recount", first, second, both)] == [
            "fta_count", "diplomatic_relations",
        ]  # fmt: skip

    def test_a_long_row_of_repeated_figures_is_counted(self) -> None:
        names = (
            "fta_count", "diplomatic_relations", "strategic_partners", "fta_partners", "unesco_total", "public_debt",
            "evipa_ratifications", "credit_growth",
        )  # fmt: skip
        text = "".join(f"Có {number} nước. " for number in range(11, 19))
        rows = [row(str(number), name) for number, name in enumerate(names, 11)]
        (found,) = checks("recount", (self.DECEMBER, text, rows), (JANUARY, text, rows))
        assert found.arithmetic.endswith("16 = 16; … + 2")
        assert len(found.inputs) == 16


class TestUnitChanged:
    def counts(self, longer: str, noun: str) -> list[str]:
        return verdicts(
            "unit_changed",
            ("2024-07-18", "Ký hơn 20 bản ghi nhớ.",
             [row("20", "local_agreements", "2024-S1", bound="over", noun="bản ghi nhớ")]),
            ("2024-12-20", f"Ký {longer} {noun}.", [row(longer, "local_agreements", "2024", noun=noun)]),
        )  # fmt: skip

    def test_a_leap_with_another_unit_is_suspicious(self) -> None:
        assert self.counts("130", "thoả thuận") == ["suspicious"]

    def test_a_leap_with_the_same_unit_or_another_unit_without_a_leap_is_not(self) -> None:
        assert self.counts("130", "biên bản ghi nhớ") == []
        assert self.counts("45", "thỏa thuận") == []


class TestGrowthAgainstLevels:
    def levels(self, now: str, rate: str, *, indicator: str = "fdi_registered", **facts: str) -> list[str]:
        return verdicts(
            "growth_levels",
            ("2023-01-06", "Đạt 27,7 tỷ.", [row("27,7", indicator, "2022", **DOLLARS)]),
            ("2024-01-06", f"Đạt {now} tỷ, tăng {rate}.",
             [row(now, indicator, "2023", **DOLLARS, **facts),
              row(rate, indicator, "2023", unit="%", measure="growth", direction="up")]),
        )  # fmt: skip

    def test_that_fits(self) -> None:
        assert self.levels("36,6", "32,1%") == ["consistent"]

    def test_that_does_not(self) -> None:
        assert self.levels("36,6", "12,1%") == ["suspicious"]

    def test_of_what_is_only_known_from_one_side(self) -> None:
        assert self.levels("36,6", "32,1%", bound="almost") == ["undecidable"]

    def test_at_constant_prices_need_not_fit(self) -> None:
        assert self.levels("36,6", "12,1%", indicator="gdp") == []


class TestRecord:
    def record(self, value: str, words: str, *, before: str = "683", **facts: str) -> list[tuple[str, str]]:
        found = checks(
            "record",
            ("2024-04-02", f"Năm 2023 đạt {before} tỷ.", [row(before, "trade_turnover", "2023", **DOLLARS)]),
            (JANUARY, words.format(value), [row(value, "trade_turnover", "2024", **DOLLARS, **facts)]),
        )
        return [(each.verdict, each.note) for each in found]

    def test_above_all_the_corpus_knows(self) -> None:
        assert self.record("786", "Đạt {} tỷ, cao nhất từ trước đến nay.") == [("consistent", "only_in_corpus")]

    def test_that_is_none(self) -> None:
        assert self.record("650", "Đạt {} tỷ, cao nhất từ trước tới nay.") == [("conflict", "only_in_corpus")]

    def test_only_expected(self) -> None:
        words = "Dự kiến đạt con số kỷ lục gần {} tỷ."
        assert self.record("800", words, bound="almost", role="forecast") == [("consistent", "forecast_after_end")]

    def test_expected_though_the_period_is_over_and_nothing_actual_is_known(self) -> None:
        assert self.told_on("2025-02-01") == ["forecast_after_end"]
        assert self.told_on("2024-11-01") == ["still_forecast"]
        actual = ("2025-02-10", "Đạt 786 tỷ.", [row("786", "trade_turnover", "2024", **DOLLARS)])
        assert self.told_on("2025-02-01", actual) == ["still_forecast"]

    def told_on(self, day: str, *more: tuple[str, str, list[Row]]) -> list[str]:
        before = ("2024-01-05", "Đạt 683 tỷ.", [row("683", "trade_turnover", "2023", **DOLLARS)])
        rows = [row("800", "trade_turnover", "2024", "forecast", **DOLLARS)]
        found = checks("record", before, (day, "Dự kiến đạt kỷ lục 800 tỷ.", rows), *more)
        return [each.note for each in found]

    def test_without_an_earlier_value(self) -> None:
        (found,) = checks("record", (JULY, "GDP đạt 7,52%, là mức cao nhất trong 15 năm qua.",
                                     [growth("7,52%", "2025-S1")]))  # fmt: skip
        assert (found.verdict, found.note) == ("undecidable", "no_earlier_value")

    def test_another_window_or_a_superlative_of_something_else_is_left_alone(self) -> None:
        assert self.record("786", "Đạt {} tỷ; lượng khách cao nhất từ trước đến nay.") == []
        assert self.record("786", "Đạt {} tỷ, bảo đảm cao nhất lợi ích quốc gia.") == []


class TestSidesOfABalance:
    def sides(self, words: str) -> list[tuple[str, str]]:
        rows = [row("700", "trade_turnover", "2024", **DOLLARS), row("20", "trade_balance", "2024", **DOLLARS)]
        ledger = told((JANUARY, f"Thương mại 700 tỷ, trong đó {words} 20 tỷ.", rows)).ledger()
        found = next(each for each in ledger.meetings[0].results if each.indicator == "trade_turnover")
        return [(each.rule, each.arithmetic) for each in found.derivations]

    def test_follow_from_a_surplus_and_from_a_deficit(self) -> None:
        assert self.sides("xuất siêu") == [
            ("exports_from_balance", "(700 + 20) / 2 = 360"),
            ("imports_from_balance", "(700 - 20) / 2 = 340"),
        ]
        assert self.sides("nhập siêu")[0] == ("exports_from_balance", "(700 - 20) / 2 = 340")

    def test_do_not_follow_where_the_side_is_not_said(self) -> None:
        assert self.sides("chênh lệch") == []


class TestRatios:
    def shares(
        self, *facts: dict[str, str], periods: tuple[str, str] = ("2024", "2024")
    ) -> list[tuple[str, float | None]]:
        text = "Vốn đăng ký 40 tỷ USD, vốn thực hiện 25 tỷ USD."
        registered, disbursed = facts
        rows = [
            row("40", "fdi_registered", periods[0], **DOLLARS, **registered),
            row("25", "fdi_disbursed", periods[1], **DOLLARS, **disbursed),
        ]
        ledger = told((JANUARY, text, rows)).ledger()
        found = next(each for each in ledger.meetings[0].results if each.indicator == "fdi_disbursed")
        return [(each.arithmetic, each.nominal) for each in found.derivations]

    def test_of_two_figures_of_one_period(self) -> None:
        assert self.shares({}, {}) == [("25 / 40 * 100 = 62.5", None)]

    def test_keep_the_sign_of_what_is_only_known_from_one_side(self) -> None:
        assert self.shares({}, {"bound": "over"}) == [("(> 25) / 40 * 100 = > 62.5", None)]
        assert self.shares({}, {"bound": "almost"}) == [("(< 25) / 40 * 100 = < 62.5", 62.5)]

    def test_of_two_figures_that_are_only_near_is_only_near(self) -> None:
        assert self.shares({"bound": "almost"}, {"bound": "almost"}) == [("(< 25) / (< 40) * 100 ~ 62.5", 62.5)]

    def test_of_different_periods_say_nothing(self) -> None:
        assert self.shares({}, {}, periods=("2024", "2024-S1")) == []
        assert self.shares({}, {}, periods=("", "")) == []
