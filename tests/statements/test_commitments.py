from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.errors import LexiconError
from tui.model import Dating
from tui.statements.commitments import candidates, find_commitments
from tui.statements.commitments.lexicon import FILE, parse_commitments
from tui.statements.tables import read_table, tables_of, text_of

if TYPE_CHECKING:
    from tui.model import Article, Commitment

UNDATED = Dating(None, "unknown", "")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
RULES = tables_of(read_table(FILE), "rule", FILE)


def article(text: str) -> Article:
    # a headline and a place line first, so that the text stands in the body
    return parse("a", "a.txt", f"Phiên họp Chính phủ thường kỳ\n\n{text}\n".encode())


def clauses(text: str) -> list[str]:
    """Every clause found in `text`, worth keeping or not."""
    parsed = article(text)
    return [parsed.text[slice(*one.clause.at)] for one in candidates(parsed)]


def kept(text: str) -> tuple[Commitment, ...]:
    return find_commitments(article(text), UNDATED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["id"]))
def test_each_rule_accepts_its_example(rule: dict[str, object]) -> None:
    parsed = article(text_of(rule, "accepted", FILE))
    found = {parsed.text[slice(*one.clause.at)]: one.stretch.rule for one in candidates(parsed)}
    assert found.get(text_of(rule, "clause", FILE)) == rule["id"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["id"]))
def test_each_rule_refuses_its_example(rule: dict[str, object]) -> None:
    parsed = article(text_of(rule, "refused", FILE))
    assert rule["id"] not in {one.stretch.rule for one in candidates(parsed)}


FOUND = [
    ("Thủ tướng yêu cầu Bộ Xây dựng rà soát quỹ đất làm nhà ở xã hội.", ["rà soát quỹ đất làm nhà ở xã hội"]),
    (
        "Thủ tướng Chính phủ giao Bộ Tài chính trình nghị định về hóa đơn điện tử.",
        ["trình nghị định về hóa đơn điện tử"],
    ),
    ("Chính phủ đề nghị Quốc hội sửa đổi Luật Đất đai.", ["sửa đổi Luật Đất đai"]),
    ("Bộ Y tế kiến nghị bổ sung thuốc vào danh mục bảo hiểm.", ["bổ sung thuốc vào danh mục bảo hiểm"]),
    (
        "Phó Thủ tướng chỉ đạo khẩn trương bàn giao mặt bằng dự án; hoàn tất thủ tục thuê đất.",
        ["khẩn trương bàn giao mặt bằng dự án", "hoàn tất thủ tục thuê đất"],
    ),
    ("Thủ tướng kêu gọi doanh nghiệp ứng dụng công nghệ số.", ["ứng dụng công nghệ số"]),
    ("Thủ tướng lưu ý kiểm soát giá xăng dầu dịp Tết.", ["kiểm soát giá xăng dầu dịp Tết"]),
    (
        "Bộ Công Thương cần đàm phán FTA với Khối thị trường chung Nam Mỹ.",
        ["đàm phán FTA với Khối thị trường chung Nam Mỹ"],
    ),
    ("Các địa phương phải xử lý dứt điểm tàu cá vi phạm IUU.", ["xử lý dứt điểm tàu cá vi phạm IUU"]),
    ("Muốn vậy, chúng ta cần phải cải cách tiền lương.", ["cải cách tiền lương"]),
    ("Tình hình đó đòi hỏi phải điều chỉnh quy hoạch cảng biển.", ["điều chỉnh quy hoạch cảng biển"]),
    ("Nhiệm vụ trọng tâm là hoàn thiện thể chế đất đai.", ["hoàn thiện thể chế đất đai"]),
    (
        "Giải pháp trọng tâm thời gian tới là cơ cấu lại các tổ chức tín dụng yếu kém.",
        ["cơ cấu lại các tổ chức tín dụng yếu kém"],
    ),
    (
        "Trọng tâm của ngành là đẩy nhanh cổ phần hóa doanh nghiệp nhà nước.",
        ["đẩy nhanh cổ phần hóa doanh nghiệp nhà nước"],
    ),
    ("Bộ Công an cam kết rút ngắn thời gian cấp hộ chiếu.", ["rút ngắn thời gian cấp hộ chiếu"]),
    ("Hà Nội quyết tâm di dời các nhà máy gây ô nhiễm.", ["di dời các nhà máy gây ô nhiễm"]),
    ("Ngành điện phấn đấu vận hành nhà máy điện gió đầu tiên.", ["vận hành nhà máy điện gió đầu tiên"]),
    ("Bộ trưởng Bộ Nội vụ cho biết sẽ trình đề án tinh giản biên chế.", ["trình đề án tinh giản biên chế"]),
    ("Chính phủ sẽ thành lập trung tâm tài chính tại Đà Nẵng.", ["thành lập trung tâm tài chính tại Đà Nẵng"]),
    ("UBND tỉnh hứa giải quyết đơn thư của người dân.", ["giải quyết đơn thư của người dân"]),
    (
        "Thủ tướng yêu cầu các bộ bãi bỏ giấy phép con, cắt giảm điều kiện kinh doanh.",
        ["bãi bỏ giấy phép con", "cắt giảm điều kiện kinh doanh"],
    ),
    ("Thủ tướng yêu cầu thúc đẩy, kết thúc đàm phán thuế quan.", ["thúc đẩy, kết thúc đàm phán thuế quan"]),
    (
        "Thủ tướng yêu cầu củng cố thị trường cũ, mở rộng thị trường mới.",
        ["củng cố thị trường cũ, mở rộng thị trường mới"],
    ),
    (
        "Thủ tướng yêu cầu củng cố thị trường cũ; mở rộng thị trường mới.",
        ["củng cố thị trường cũ", "mở rộng thị trường mới"],
    ),
    (
        "Thủ tướng yêu cầu kiểm soát lạm phát và xử lý nợ xấu.",
        ["kiểm soát lạm phát", "xử lý nợ xấu"],
    ),
    ("Ngân hàng Nhà nước cần giảm lãi suất cho vay.", ["giảm lãi suất cho vay"]),
    ("Thủ tướng nhấn mạnh cần tháo gỡ vướng mắc cho dự án metro.", ["tháo gỡ vướng mắc cho dự án metro"]),
    ("Ông yêu cầu kiểm tra giá vé. Thủ tướng yêu cầu thanh tra thị trường vàng.", ["thanh tra thị trường vàng"]),
    ("Việc phòng chống tham nhũng cần tiếp tục đẩy mạnh thanh tra đất đai.", ["tiếp tục đẩy mạnh thanh tra đất đai"]),
    ("Thủ tướng đã yêu cầu. Bộ Tư pháp cần rà soát văn bản.", ["rà soát văn bản"]),
    ("Thủ tướng đề nghị Nhật Bản mở cửa thị trường cho quả vải.", ["mở cửa thị trường cho quả vải"]),
    ("Đại biểu Quốc hội đề nghị giảm thuế giá trị gia tăng.", ["giảm thuế giá trị gia tăng"]),
]

NOTHING = [
    "Năm qua Bộ Xây dựng đã rà soát quỹ đất làm nhà ở xã hội.",
    "Các bộ đã hoàn thành việc sắp xếp bộ máy.",
    "Nghị định về hóa đơn điện tử được ban hành tháng trước.",
    "Thủ tướng đã chỉ đạo giải quyết nhanh các vụ việc.",
    "Thủ tướng biểu dương ngành ngoại giao thu hút đầu tư.",
    "Theo Bộ Công Thương, xuất khẩu sang EU tăng mạnh.",
    "Cần Thơ hoàn thành tuyến cao tốc.",
    "Không phải giải ngân chậm ở mọi nơi.",
    "Doanh nghiệp gặp phải cắt giảm đơn hàng.",
    "Cơ cấu cần thiết cho phát triển là như vậy.",
    "Nhu cầu cần hoàn thiện hạ tầng là có thật.",
    "Tình hình thế giới sẽ tiếp tục phức tạp.",
    "Giá dầu sẽ giảm trong quý tới.",
    "Kinh tế thế giới phải đối mặt nhiều rủi ro.",
    "Các cam kết, thỏa thuận còn chậm.",
    "Với quyết tâm cao, ngành dệt may về đích.",
    "Nhiệm vụ trọng tâm rất nặng nề.",
    "Trọng tâm là kinh tế.",
    "Đồng chí Trần Văn A dự hội nghị tại điểm cầu tỉnh.",
    "Hội nghị được truyền trực tuyến tới các tỉnh.",
    "Thủ tướng yêu cầu GDP tăng 8% trong năm nay.",
    "Thủ tướng yêu cầu bảo đảm tăng trưởng từ 8,3 - 8,5% trong năm.",
    "Chính phủ phấn đấu giải ngân 95% vốn đầu tư công.",
    "Ngành giao thông phải hoàn thành 3.000 km đường cao tốc.",
    "Hỗ trợ các tỉnh ký kết nhiều thỏa thuận.",
    "Tăng trưởng tiếp tục được duy trì.",
    "Bộ Tài chính đánh giá thu ngân sách thuận lợi.",
    "Đại diện doanh nghiệp cảm ơn Chính phủ.",
    "Ai cũng biết phải thế.",
    "Từng phải điều chỉnh quy hoạch nhiều lần.",
    "Hiệp định đã kết thúc đàm phán.",
    "Ý kiến bạn đọc",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=range(len(FOUND)))
def test_directives_and_promises_are_cut_into_clauses(text: str, expected: list[str]) -> None:
    found = clauses(text)
    assert [clause for clause in expected if clause not in found] == []


@pytest.mark.parametrize("text", NOTHING)
def test_reports_forecasts_and_figures_are_no_commitments(text: str) -> None:
    assert clauses(text) == []


def test_a_commitment_says_who_acts_who_speaks_and_what_would_show_it_done() -> None:
    (one,) = kept("Thủ tướng yêu cầu Bộ Công Thương hoàn thành Quy hoạch điện VIII trước ngày 30/6.")
    assert (one.actor, one.addressee, one.speaker) == ("Bộ Công Thương", "Bộ Công Thương", "Thủ tướng")
    assert (one.kind, one.test, one.rule, one.cue) == ("action", "binary", "ordered", "yêu cầu")
    assert one.quote == "hoàn thành Quy hoạch điện VIII trước ngày 30/6"
    assert one.terms


KINDS = [
    ("Thủ tướng yêu cầu thành lập trung tâm tài chính.", "action", "binary"),
    ("Thủ tướng yêu cầu tiếp tục đàm phán thuế quan với các đối tác.", "continuation", "vague"),
    ("Bộ Y tế đề nghị bổ sung biên chế cho bệnh viện tuyến huyện.", "request", "vague"),
    ("Thủ tướng yêu cầu góp phần nâng tổng đầu tư toàn xã hội lên cao.", "outcome", "numeric"),
    ("Thủ tướng yêu cầu thúc đẩy ký kết các FTA mới với khu vực.", "action", "countable"),
    ("Thủ tướng yêu cầu đẩy nhanh dự án sân bay Long Thành.", "action", "named"),
]


@pytest.mark.parametrize(("text", "kind", "test"), KINDS)
def test_kind_and_test_of_a_commitment(text: str, kind: str, test: str) -> None:
    (one,) = kept(text)
    assert (one.kind, one.test) == (kind, test)


UNFINISHED = [
    ("Đến nay 7/10 nước thành viên đã phê chuẩn Hiệp định; xuất khẩu tăng.", "phê chuẩn 10/10"),
    ("Hiệp định mới được 7/10 quốc hội thành viên phê chuẩn, tạo đà cho thương mại.", "phê chuẩn 10/10"),
    ("Có 45/63 tỉnh, thành phố được phê duyệt quy hoạch.", "phê duyệt 63/63"),
    ("Đã có 5/7 xã hoàn thành thủ tục giao đất cho dự án.", "hoàn thành thủ tục 7/7"),
]


@pytest.mark.parametrize(("text", "end"), UNFINISHED)
def test_what_so_many_of_all_have_done_leaves_the_rest_to_do(text: str, end: str) -> None:
    (one,) = kept(text)
    assert (one.rule, one.kind, one.test, one.cue) == ("unfinished", "outcome", "countable", end)
    assert "/" in one.quote
    assert ";" not in one.quote


FINISHED = [
    "Năm 2023, tỉnh đạt 7/18 chỉ tiêu được phê duyệt.",
    "Trong 18 chỉ tiêu, 7/18 đạt và vượt kế hoạch.",
    "Cả 10/10 nước thành viên đã phê chuẩn Hiệp định.",
    "Ngày 6/12 nước ta phê chuẩn Hiệp định.",
    "Sáng 6/12, nước ta phê chuẩn Hiệp định.",
    "Dự án được phê duyệt với 15/17 thành viên hội đồng tán thành.",
    "Hiện 9/27 nước chưa phê chuẩn Hiệp định.",
    "Hiệp định dự kiến được 9/27 nước phê chuẩn vào năm sau.",
    "Toàn tỉnh có 320/411 xã đạt chuẩn nông thôn mới.",
    "Có 11/44 bộ, cơ quan trung ương giải ngân trên 40%.",
    "Hiệp định được phê chuẩn, 7/10 nước có tăng trưởng.",
]


@pytest.mark.parametrize("text", FINISHED)
def test_a_result_a_vote_an_aim_or_a_day_leaves_nothing_to_do(text: str) -> None:
    assert [one for one in kept(text) if one.rule == "unfinished"] == []


def test_an_order_that_counts_is_an_order() -> None:
    (one,) = kept("Thủ tướng yêu cầu Bộ Ngoại giao vận động để 27/30 nước thành viên EU sớm phê chuẩn Hiệp định.")
    assert one.rule == "ordered"


def test_who_promises_is_who_acts() -> None:
    (one,) = kept("Bộ Công an cam kết cắt giảm thủ tục hành chính cho doanh nghiệp.")
    assert (one.actor, one.speaker) == ("Bộ Công an", "Bộ Công an")


TERMS = [
    ("Thủ tướng yêu cầu triển khai Nghị quyết số 68-NQ/TW về kinh tế tư nhân.", {"nghi quyet 68-nq/tw"}),
    ("Thủ tướng yêu cầu kết thúc đàm phán FTA với MERCOSUR.", {"fta", "mercosur"}),
    ("Thủ tướng yêu cầu tháo gỡ thủ tục thị thực.", {"thi thuc", "thu tuc"}),
    ("Thủ tướng yêu cầu tháo gỡ rào cản cho hydrogen xanh.", {"hydrogen xanh", "rao can"}),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_terms_are_folded_names_and_things(text: str, expected: set[str]) -> None:
    (one,) = kept(text)
    assert expected <= set(one.terms)


def test_words_everybody_uses_are_no_terms() -> None:
    (one,) = kept("Thủ tướng yêu cầu thu hút đầu tư, hợp tác quốc tế và phát triển doanh nghiệp.")[:1]
    assert one.terms == ()


def test_slogans_are_found_but_not_kept() -> None:
    text = "Thủ tướng yêu cầu thể hiện tinh thần trách nhiệm; tạo đà, tạo thế cho kỷ nguyên mới."
    assert clauses(text)
    assert kept(text) == ()


def test_the_most_specific_clauses_are_kept_first() -> None:
    many = "; ".join(f"hoàn thành dự án số {number} của tỉnh" for number in range(30))
    text = f"Thủ tướng yêu cầu {many}; kết thúc đàm phán FTA với MERCOSUR theo Nghị quyết 59-NQ/TW."
    found = kept(text)
    assert 0 < len(found) < 30
    assert any("MERCOSUR" in one.quote for one in found)
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_the_same_clause_is_told_once() -> None:
    order = "Thủ tướng yêu cầu kết thúc đàm phán FTA với MERCOSUR."
    assert len(kept(f"{order}\n\n{order}")) == 1


def test_headlines_hold_no_commitments() -> None:
    parsed = parse(
        "a", "a.txt", "Thủ tướng yêu cầu kết thúc đàm phán FTA với MERCOSUR\n\nNgày 2/4, hội nghị đã họp.".encode()
    )
    titles = [one for one in parsed.paragraphs if one.kind == "title"]
    found = find_commitments(parsed, UNDATED)
    assert not any(title.at.start <= one.at.start < title.at.end for title in titles for one in found)


def test_the_identifier_stays_while_the_words_stay() -> None:
    order = "Thủ tướng yêu cầu kết thúc đàm phán FTA với MERCOSUR."
    (alone,), (later,) = kept(order), kept(f"Ngày 2/4, hội nghị đã họp.\n\n{order}")
    assert alone.id == later.id
    assert alone.at != later.at


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_quote_of_a_seed_stands_where_it_says(path: Path) -> None:
    data = path.read_bytes()
    parsed = parse(path.stem, path.name, data)
    raw = data.decode("utf-8")
    found = find_commitments(parsed, UNDATED)
    assert found
    for one in found:
        assert parsed.text[slice(*one.at)] == one.quote
        assert len(raw[slice(*one.source)]) == len(one.quote)
    assert len({one.id for one in found}) == len(found)


PIECES = [
    "Thủ tướng",
    "yêu cầu",
    "cần",
    "phải",
    "đẩy mạnh",
    "và",
    ",",
    ";",
    "FTA",
    "tiếp tục",
    "đã",
    ".",
    "là",
    "nhiệm vụ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_clauses_lie_in_the_text_and_apart(pieces: list[str]) -> None:
    parsed = article(" ".join(pieces))
    spans = sorted(one.clause.at for one in candidates(parsed))
    for one in spans:
        assert 0 <= one.start < one.end <= len(parsed.text)
    for one, after in pairwise(spans):
        assert one.end <= after.start


WRONG = [
    ("salience", {"threshold": "high"}, "threshold"),
    ("marks", {"past": []}, "past"),
    ("verbs", {"strong": [1]}, "strong"),
]


@pytest.mark.parametrize(("section", "change", "key"), WRONG)
def test_a_wrong_entry_is_named(section: str, change: dict[str, object], key: str) -> None:
    table = dict(read_table(FILE))
    entry = table[section]
    assert isinstance(entry, dict)
    table[section] = {**entry, **change}
    with pytest.raises(LexiconError, match=rf"commitments\.toml: \[{section}\].*{key}"):
        parse_commitments(table)


def test_a_rule_without_its_examples_is_named() -> None:
    table = {**read_table(FILE), "rule": [{"id": "must", "cues": ["cần"], "accepted": "x"}]}
    with pytest.raises(LexiconError, match=r"'must'.*clause"):
        parse_commitments(table)
