from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import HOSTILE
from benchmarks.quality import OWN, SEEDS

ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", f"benchmarks.{module}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_quality_prints_one_object_with_a_report_for_each_table() -> None:
    done = run("quality", "--json")
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)
    assert list(reports) == [SEEDS.name, OWN.name]
    assert all(0 < report["found"]["f1"] <= 1 for report in reports.values())


def test_quality_measures_a_table_it_is_given_and_lists_mistakes_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Xuất khẩu năm 2024 đạt 405 tỷ USD.\n", encoding="utf-8")
    columns = "file start end core bound low high unit measure indicator period role place opt"
    row = "a.txt|0|4|Xuất|exact|1|1|count|level|other|2024|result|VN|0"
    table = tmp_path / "mine.tsv"
    table.write_text(columns.replace(" ", "\t") + "\n" + row.replace("|", "\t") + "\n", encoding="utf-8")
    done = run("quality", "--gold", str(table), str(tmp_path), "--errors", "1")
    assert done.stdout.startswith("mine: 1 figures")
    assert done.stderr.strip() == "a.txt | missed | Xuất | at 0 |"


def test_quality_says_which_file_is_missing(tmp_path: Path) -> None:
    done = run("quality", "--gold", str(tmp_path / "none.tsv"), str(tmp_path))
    assert done.returncode == 2
    assert "none.tsv" in done.stderr


def test_speed_prints_a_row_for_every_hostile_text() -> None:
    done = run("figures", "--copies", "1", "--size", "200", "--rounds", "1")
    assert done.returncode == 0, done.stderr
    assert [name for name in HOSTILE if f"\n{name} " not in done.stdout] == []
