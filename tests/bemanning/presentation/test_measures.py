from bemanning.kpi.registry import MEASURES
from bemanning.presentation.measures import MEASURE_NAMES, UNIT_WORDS


def test_every_measure_has_a_name_and_a_unit_of_its_own() -> None:
    assert [measure.key for measure in MEASURES] == list(MEASURE_NAMES)
    assert {measure.unit for measure in MEASURES} == set(UNIT_WORDS)
    assert len(set(MEASURE_NAMES.values())) == len(MEASURES)
