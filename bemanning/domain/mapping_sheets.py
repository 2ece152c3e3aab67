"""The mapping workbook's format: sheets, headings and words, shared by its reader, its writer and the demo region.

Swedish stands here, not in presentation, because it is a file format: a file written last year must still be read.
"""

from bemanning.domain.goal import Direction, GoalMeasure
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession

# Sheet → headings, in order. Headings ending the required part are told apart by REQUIRED_COLUMNS.
SHEETS: dict[str, tuple[str, ...]] = {
    "Konton": ("Konto", "Benämning", "Kostnadsslag", "Yrkesgrupp", "Från", "Till"),
    "Befattningar": ("Kod", "Benämning", "Yrkesgrupp", "Från", "Till"),
    "Enheter": ("Kod", "Namn", "Nivå"),
    "Organisation": ("Enhet", "Överordnad", "Från", "Till"),
    "Heromaenheter": ("Heromaenhet", "Ansvar", "Från", "Till"),
    "Leverantörer": ("Skrivs i exporten", "Leverantör", "Från", "Till"),
    "Omfattningar": ("Kod", "Namn", "Enhet", "Förvald"),
    "Mål": (
        "Nyckel", "Mål", "Mått", "Enhet", "Yrkesgrupp", "Riktning", "Målvärde", "2015 års nivå", "Senast",
        "Ordning", "I kostnadstabellen", "Varav", "Definition", "Källa", "Varför ej utvärderbart", "Utfall",
    ),
    "Händelser": ("Månad", "Händelse", "Källa"),
    "Inställningar": ("Nyckel", "Värde", "Från", "Till"),
}  # fmt: skip

# Headings whose cell must be filled on every row; the others may be blank (Från/Till blank = always).
REQUIRED_COLUMNS: dict[str, tuple[str, ...]] = {
    "Konton": ("Konto", "Kostnadsslag"),
    "Befattningar": ("Kod", "Yrkesgrupp"),
    "Enheter": ("Kod", "Namn", "Nivå"),
    "Organisation": ("Enhet", "Överordnad"),
    "Heromaenheter": ("Heromaenhet", "Ansvar"),
    "Leverantörer": ("Skrivs i exporten", "Leverantör"),
    "Omfattningar": ("Kod", "Namn", "Enhet"),
    "Mål": ("Nyckel", "Mål", "Mått", "Enhet", "Senast"),
    "Händelser": ("Månad", "Händelse"),
    "Inställningar": ("Nyckel", "Värde"),
}

COST_KIND_WORDS = {
    "egen personal": CostKind.OWN,
    "hyrpersonal": CostKind.AGENCY,
    "övertid": CostKind.OVERTIME,
    "övrigt": CostKind.OTHER,
}
PROFESSION_WORDS = {
    "läkare": Profession.DOCTOR,
    "sjuksköterska": Profession.NURSE,
    "övrig personal": Profession.OTHER,
}
NODE_KIND_WORDS = {
    "region": NodeKind.REGION,
    "förvaltning": NodeKind.DIVISION,
    "område": NodeKind.AREA,
    "verksamhet": NodeKind.CLINIC,
    "ansvar": NodeKind.UNIT,
}
GOAL_MEASURE_WORDS = {
    "hyrandel R12": GoalMeasure.SHARE_OF_TOTAL_R12,
    "hyrkostnad": GoalMeasure.AGENCY_COST,
    "hyrveckor": GoalMeasure.WORKED_WEEKS,
    "antal": GoalMeasure.MANUAL,
    "odefinierat": GoalMeasure.UNDEFINED,
}
DIRECTION_WORDS = {"högst": Direction.AT_MOST, "under": Direction.BELOW, "minst": Direction.AT_LEAST}
YES_WORDS = ("ja", "x", "1", "sant", "true")
