"""Small random corpora of a few syllables, so that every kind of query finds something and misses something."""

# ruff: noqa: S311 - made-up articles and moments need no secrets

from __future__ import annotations

import random
from datetime import date, timedelta

from tui.search import Document, Said

SYLLABLES = [
    "tăng",
    "tang",
    "tặng",
    "trưởng",
    "trường",
    "truong",
    "kinh",
    "kính",
    "tế",
    "te",
    "xã",
    "hội",
    "hôi",
    "hoà",
    "hòa",
    "hoá",
    "hoàn",
    "quý",
    "quỷ",
    "đầu",
    "dầu",
    "đâu",
    "tư",
    "từ",
    "gdp",
    "fta",
    "nghị",
    "nghĩ",
    "an",
    "giang",
    "hà",
    "nội",
    "phát",
    "triển",
    "7,52",
    "7.52",
    "8,3",
    "2024",
    "1.700",
    "g20",
    "thuý",
    "thúy",
]
INDICATORS = ("gdp", "fdi_disbursed", "fdi_registered", "inflation")
ROLES = ("target", "result", "forecast")
UNITS = ("%", "USD", "count")
OUTLETS = ("Báo Nhân Dân", "Lao Động", "Nhân dân hằng tháng", "")
PERIODS = ("2024", "2024-S1", "2024-Q3", "2025", "")
SPEAKERS = ("Thủ tướng", "ADB", "")


def document(number: int, rng: random.Random) -> Document:
    """An article of a few lines."""
    title = _words(rng, 4)
    lines = [title, *(_words(rng, rng.randint(3, 14)) for _ in range(rng.randint(1, 4)))]
    day = None if rng.random() < 0.1 else date(2024, 1, 1) + timedelta(days=rng.randrange(500))
    meeting = day.isoformat() if day else f"undated-{number}"
    place = rng.choice(("Hà Nội", "An Giang"))
    said = tuple(_said(rng) for _ in range(rng.randint(0, 3)))
    return Document(f"a/{number:03d}", meeting, day, rng.choice(OUTLETS), place, title, ". \n".join(lines), said)


def _words(rng: random.Random, count: int) -> str:
    words = [rng.choice(SYLLABLES) for _ in range(count)]
    return " ".join(word.upper() if rng.random() < 0.1 else word for word in words)


def _said(rng: random.Random) -> Said:
    low = rng.choice((3.0, 8.0, 8.3, 10e9, 1700.0))
    high = rng.choice((low, low * 1.1))
    return Said(
        rng.choice(INDICATORS),
        rng.choice(ROLES),
        rng.choice(UNITS),
        low,
        high,
        rng.choice(PERIODS),
        rng.choice(SPEAKERS),
    )


def corpus(seed: int, count: int = 40) -> list[Document]:
    """`count` articles, the same for a seed."""
    rng = random.Random(seed)
    return [document(number, rng) for number in range(count)]


QUERIES = (
    "tang",
    "tăng",
    "TẶNG trưởng",
    "tang truong",
    "hoà",
    "hòa",
    "hoá",
    "thuý",
    "dau tu",
    "đầu tư",
    "đâu",
    '"kinh tế"',
    '"kinh te"',
    '"an giang"',
    '"xa hoi phat"',
    '"te kinh te"',
    "tr*",
    "trư*",
    "ho*",
    "truong~",
    "trường~",
    "gpd~",
    "7,52%",
    "7.52",
    "1.700",
    "g20",
    "G20 OR fta",
    "tăng OR kinh -hội",
    "-gdp",
    "-gdp -fta",
    "NOT (gdp OR fta) kinh",
    "(tang OR nghi) (giang OR noi)",
    "tang -(an giang)",
    "title:tang",
    "title:trư*",
    'title:"kinh te"',
    "-title:gdp an",
    "date:2024",
    "date:2024-07..2025-01",
    "date:..2024-06",
    "date:2025..",
    "date:>2024-07",
    "date:<=2024-07",
    "kinh date:2024-03",
    "-date:2024",
    "outlet:nhan",
    'outlet:"Nhân Dân"',
    'outlet:"Nhân dan hang"',
    "place:giang",
    "meeting:2024-0",
    "meeting:undated",
    "indicator:gdp",
    "indicator:fdi*",
    "role:target",
    "role:muctieu",
    "unit:%",
    "value:>8",
    "value:>=8,3",
    "value:<8",
    "value:8..9",
    "value:=1.700",
    "value:>9tỷUSD",
    "value:..5%",
    "period:2024",
    "period:2024-S1",
    'speaker:"thu tuong"',
    "value:>8 indicator:gdp role:target",
    "value:>8 indicator:gdp (role:target OR role:result) unit:%",
    "indicator:gdp -role:target",
    "-role:target",
    "(indicator:gdp role:target) (indicator:inflation role:result)",
    "kinh indicator:gdp OR role:forecast",
    "tang role:target date:2024 -outlet:dong",
)
