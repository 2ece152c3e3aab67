from pathlib import Path

from bemanning.domain.mapping import CodeRule
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession
from loaders.default_codes import read_default_codes

SHIPPED = Path(__file__).parents[2] / "data" / "mappings" / "aid.csv"


def test_a_table_becomes_rules(tmp_path: Path) -> None:
    table = tmp_path / "aid.csv"
    table.write_text('code,name,profession,valid_from\n0201,"Läkare, a",doctor,\n0202,B,other,2021-01\n', "utf-8")
    assert read_default_codes(table) == (
        CodeRule("0201", Profession.DOCTOR, "Läkare, a"),
        CodeRule("0202", Profession.OTHER, "B", valid_from=Month(2021, 1)),
    )


def test_the_shipped_table_knows_doctors_and_guesses_no_nurse() -> None:
    rules = read_default_codes(SHIPPED)
    assert len({rule.code for rule in rules}) == len(rules) == 17
    assert {rule.profession for rule in rules} == {Profession.DOCTOR, Profession.OTHER}
