"""Vietnamese reports of government meetings made from a vocabulary and templates: the same seed, the same articles.

    python -m benchmarks.articles 2000 FOLDER [--seed 1]     # text files, as the program reads them

Words follow a Zipf-like law over set phrases of the trade and a long tail of syllables put together by the rules of
Vietnamese spelling; targets, results, dates and names stand in sentences of their own kind, with the true values kept.
"""

from __future__ import annotations

import argparse
import random
import unicodedata
from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZE = 3900
"""Characters of an article on average: about 5.6 KB."""

_PHRASES = """
kinh tế|xã hội|phát triển|tăng trưởng|đầu tư|hợp tác|ngoại giao|thương mại|doanh nghiệp|thị trường|xuất khẩu|nhập khẩu
chính phủ|bộ ngành|địa phương|cơ quan|hội nhập|quốc tế|chính sách|giải pháp|nhiệm vụ|trọng tâm|hiệu quả|thực chất
đổi mới|sáng tạo|khoa học|công nghệ|chuyển đổi số|chuyển đổi xanh|năng lượng|tái tạo|bán dẫn|trí tuệ nhân tạo|hạ tầng
thể chế|nguồn lực|nhân lực|chất lượng cao|nông nghiệp|du lịch|lao động|việc làm|an sinh|văn hóa|giáo dục|y tế|môi trường
đàm phán|hiệp định|ký kết|thỏa thuận|cam kết|triển khai|thực hiện|thúc đẩy|đẩy mạnh|tháo gỡ|vướng mắc|khó khăn
cơ hội|tiềm năng|lợi thế|động lực|đột phá|bền vững|toàn diện|sâu rộng|linh hoạt|chủ động|tích cực|quyết liệt|kịp thời
chuỗi cung ứng|chuỗi giá trị|sản phẩm|thương hiệu|cạnh tranh|sản xuất|chế biến|chế tạo|dệt may|da giày|thủy sản|lúa gạo
ngân sách|thu chi|bội chi|nợ công|lạm phát|tỷ giá|lãi suất|tín dụng|ngân hàng|chứng khoán|trái phiếu|tài chính|thuế quan
đường sắt|đường bộ|cao tốc|sân bay|cảng biển|điện lực|viễn thông|quy hoạch|đô thị|nông thôn|nhà ở|đất đai|khoáng sản
quốc phòng|an ninh|đối ngoại|đối tác|chiến lược|láng giềng|đa phương|song phương|khu vực|toàn cầu|châu Á|châu Âu
người dân|công dân|kiều bào|chuyên gia|trí thức|cộng đồng|tổ chức|hiệp hội|tập đoàn|nhà đầu tư|đại sứ|lãnh đạo|đại biểu
báo cáo|đánh giá|tổng kết|sơ kết|kết luận|chỉ đạo|yêu cầu|đề nghị|kiến nghị|nhấn mạnh|khẳng định|cho biết|thống nhất
tinh thần|trách nhiệm|kỷ cương|phối hợp|chặt chẽ|đồng bộ|bài bản|cụ thể|thiết thực|rõ người|rõ việc|rõ kết quả|tiến độ
tình hình|bối cảnh|diễn biến|phức tạp|khó lường|xung đột|dịch bệnh|thiên tai|biến đổi khí hậu|suy giảm|phục hồi|ổn định
kế hoạch|chương trình|dự án|đề án|nghị quyết|nghị định|thông tư|quyết định|chỉ thị|công điện|luật|quy định|thủ tục
""".replace("\n", "|")
_SMALL = """
và|của|các|trong|là|với|cho|được|có|đã|sẽ|đang|từ|đến|trên|về|theo|nhằm|để|cùng|tại|một|những|nhiều|này|đó|khi|như|hơn
cũng|còn|ra|vào|phải|cần|không|vẫn|do|bởi|sau|trước|giữa|ngoài|lên|qua|mới|lớn|cao|nhất|rất
""".replace("\n", "|")
_PLACES = """
Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|An Giang|Bắc Ninh|Cà Mau|Quảng Trị|Ninh Thuận|Nghệ An|Thanh Hóa|Lào Cai|Điện Biên
Sơn La|Phú Thọ|Thái Nguyên|Quảng Ninh|Hưng Yên|Ninh Bình|Hà Tĩnh|Quảng Ngãi|Gia Lai|Đắk Lắk|Khánh Hòa|Lâm Đồng|Đồng Nai
Tây Ninh|Vĩnh Long|Đồng Tháp|Cao Bằng|Lạng Sơn|Tuyên Quang|Lai Châu
""".replace("\n", "|")
_OUTLETS = "Nhân Dân|Quân đội|Lao Động|Đầu tư|Công Thương|Thế giới|Pháp luật|Thanh niên|Kinh tế|Đại biểu nhân dân"
_FAMILIES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Phan|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Lương|Tạ|Hà"
_MIDDLES = "Văn|Thị|Minh|Quốc|Hồng|Thanh|Đức|Xuân|Ngọc|Hữu|Công|Bá|Đình|Thành|Kim|Quang"
_GIVENS = (
    "An|Bình|Chính|Dũng|Giang|Hà|Hải|Hiếu|Hoa|Hùng|Hương|Khánh|Lâm|Linh|Long|Mai|Nam|Nga|Phong|Quân|Sơn|Thắng|Trà|Tuấn"
)
_BODIES = "Chính phủ|Bộ Ngoại giao|Bộ Công Thương|Bộ Tài chính|UBND tỉnh|Ban Chỉ đạo|Bộ Xây dựng|Bộ Nông nghiệp"
_MEASURED = (
    # what, unit, lowest, highest, decimals
    ("tăng trưởng GDP", "%", 5.0, 9.5, 2),
    ("lạm phát", "%", 1.5, 4.8, 1),
    ("kim ngạch xuất khẩu", "tỷ USD", 150.0, 480.0, 1),
    ("kim ngạch nhập khẩu", "tỷ USD", 140.0, 460.0, 1),
    ("vốn FDI thực hiện", "tỷ USD", 8.0, 28.0, 2),
    ("thu ngân sách nhà nước", "nghìn tỷ đồng", 900.0, 2100.0, 0),
    ("số doanh nghiệp thành lập mới", "doanh nghiệp", 80000.0, 190000.0, 0),
    ("số lượng thỏa thuận ký kết", "thỏa thuận", 40.0, 320.0, 0),
    ("lượng khách quốc tế", "triệu lượt", 4.0, 22.0, 1),
    ("tỷ lệ giải ngân đầu tư công", "%", 20.0, 98.0, 1),
)
_ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gi",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "nh",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
_RIMES = [
    "a",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "au",
    "ay",
    "ăm",
    "ăn",
    "ăng",
    "âm",
    "ân",
    "âng",
    "âu",
    "ây",
    "em",
    "en",
    "eo",
    "ên",
    "êm",
    "ênh",
    "êu",
    "i",
    "im",
    "in",
    "inh",
    "iu",
    "iêm",
    "iên",
    "iêu",
    "o",
    "oi",
    "om",
    "on",
    "ong",
    "ôi",
    "ôm",
    "ôn",
    "ông",
    "ơi",
    "ơm",
    "ơn",
    "oai",
    "oan",
    "uôi",
    "uôn",
    "uông",
    "ui",
    "um",
    "un",
    "ung",
    "uy",
    "uyên",
    "ưng",
    "ươi",
    "ươm",
    "ươn",
    "ương",
    "ưu",
    "iêng",
    "oan",
    "oang",
]
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_NUCLEI = "ơôêâăưaeouiy"
_TAIL = 4000
_PAIRS = 0.8
"""Share of two-syllable words in the tail."""
_TARGETS, _RESULTS, _QUOTES = 0.08, 0.20, 0.26
"""Shares of sentences, each added to the one before."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One number of an article and what is true of it.

    what, unit: as printed
    value: of the number as printed
    year: what it is for
    target: a target, else a result
    """

    what: str
    unit: str
    value: float
    year: int
    target: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A made article.

    id, outlet, place, title, text: as a file would hold them
    date: day of the meeting
    stated: the numbers of its text
    """

    id: str
    outlet: str
    place: str
    title: str
    text: str
    date: date
    stated: tuple[Stated, ...]


def articles(count: int, seed: int = 1) -> Iterator[Written]:
    """`count` articles, the first ones the same for every count."""
    vocabulary = Vocabulary(seed)
    for number in range(count):
        yield _Writer(vocabulary, random.Random(seed * 1_000_003 + number)).write(number)


class Vocabulary:
    """The words to choose from, with their weights.

    words: set phrases, small words and the tail of compounds
    """

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        phrases, small = _split(_PHRASES), _split(_SMALL)
        rng.shuffle(phrases)
        tail = _compounds(rng)
        self.words = [*small, *phrases, *tail]
        self._totals = list(accumulate(1 / (rank + 16) ** 1.5 for rank in range(len(self.words))))

    def draw(self, rng: random.Random) -> str:
        """One word, common ones more often."""
        return self.words[bisect(self._totals, rng.random() * self._totals[-1])]


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split("|") if word.strip()]


def _compounds(rng: random.Random) -> list[str]:
    syllables = [_toned(onset + rime, tone) for onset in _ONSETS for rime in _RIMES for tone in _TONES]
    rng.shuffle(syllables)
    kept = syllables[:2600]
    return [
        f"{rng.choice(kept)} {rng.choice(kept)}" if rng.random() < _PAIRS else rng.choice(kept) for _ in range(_TAIL)
    ]


def _toned(syllable: str, tone: str) -> str:
    """`syllable` with `tone` on its main vowel."""
    for vowel in _NUCLEI:
        at = syllable.rfind(vowel)
        if at >= 0:
            return unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :])
    return syllable


class _Writer:
    """Writes one article."""

    def __init__(self, vocabulary: Vocabulary, rng: random.Random) -> None:
        self._vocabulary = vocabulary
        self._rng = rng
        self._stated: list[Stated] = []

    def write(self, number: int) -> Written:
        rng = self._rng
        day = date(2015, 1, 1) + timedelta(days=rng.randrange(3900))
        place = rng.choice(_split(_PLACES))
        title = self._sentence(9, 14).rstrip(".")
        length = rng.gauss(SIZE, SIZE / 4)
        lines = [title, self._opening(day, place)]
        while sum(map(len, lines)) < length:
            lines.append(" ".join(self._any_sentence(day.year) for _ in range(rng.randint(2, 5))))
        outlet = rng.choice(_split(_OUTLETS))
        return Written(f"{day.year}/{number:06d}", outlet, place, title, "\n".join(lines), day, tuple(self._stated))

    def _opening(self, day: date, place: str) -> str:
        return (
            f"Ngày {day.day}/{day.month}/{day.year}, tại {place}, {self._person()} chủ trì hội nghị về "
            f"{self._words(6)}. {self._sentence(14, 30)}"
        )

    def _any_sentence(self, year: int) -> str:
        kind = self._rng.random()
        if kind < _TARGETS:
            return self._target(year)
        if kind < _RESULTS:
            return self._result(year)
        if kind < _QUOTES:
            return f"{self._person()} nhấn mạnh, {self._sentence(14, 30).lower()}"
        return self._sentence(12, 34)

    def _target(self, year: int) -> str:
        what, unit, value = self._measure(year, target=True)
        body = self._rng.choice(_split(_BODIES))
        return f"{body} đặt mục tiêu {what} năm {year} đạt {value} {unit}, {self._words(8)}."

    def _result(self, year: int) -> str:
        what, unit, value = self._measure(year - self._rng.randint(0, 1), target=False)
        start = what[0].upper() + what[1:]
        return f"{start} năm {self._stated[-1].year} đạt {value} {unit}, {self._words(9)}."

    def _measure(self, year: int, *, target: bool) -> tuple[str, str, str]:
        what, unit, low, high, decimals = self._rng.choice(_MEASURED)
        value = round(self._rng.uniform(low, high), decimals)
        self._stated.append(Stated(what, unit, value, year, target))
        text = f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
        return what, unit, text

    def _person(self) -> str:
        names = (_FAMILIES, _MIDDLES, _GIVENS)
        return "đồng chí " + " ".join(self._rng.choice(_split(words)) for words in names)

    def _words(self, count: int) -> str:
        return " ".join(self._vocabulary.draw(self._rng) for _ in range(count))

    def _sentence(self, least: int, most: int) -> str:
        words = self._words(self._rng.randint(least, most) * 2 // 3)
        return words[0].upper() + words[1:] + "."


def main(arguments: Sequence[str] | None = None) -> None:
    """Write articles as text files."""
    parser = argparse.ArgumentParser(description="Write made-up Vietnamese reports of meetings as text files.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    for article in articles(asked.count, asked.seed):
        path = asked.folder / f"{article.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text + "\n", "utf-8")


if __name__ == "__main__":
    main()
