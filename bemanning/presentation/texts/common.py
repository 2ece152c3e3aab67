"""Words that every screen shares."""

from bemanning.domain.vocabulary import (
    Definition,
    MonthStatus,
    OrganisationView,
    Profession,
    Source,
    Span,
    TrendMeasure,
)

PROFESSION_NAMES = {
    Profession.DOCTOR: "Läkare",
    Profession.NURSE: "Sjuksköterskor",
    Profession.OTHER: "Övrig personal",
}
# Every share says what it is a share of.
DEFINITION_WORDS = {Definition.TOTAL: "av total personalkostnad", Definition.OWN: "av egen personalkostnad"}
DEFINITION_LONG = {
    Definition.TOTAL: "andel av total personalkostnad (egen och inhyrd)",
    Definition.OWN: "andel av egen personalkostnad",
}
DEFINITION_CHOICES = {Definition.TOTAL: "Total", Definition.OWN: "Egen"}
VIEW_WORDS = {OrganisationView.TODAY: "dagens organisation", OrganisationView.THEN: "organisationen som den var"}
VIEW_CHOICES = {OrganisationView.TODAY: "Dagens", OrganisationView.THEN: "Dåvarande"}
SPAN_CHOICES = {Span.FIVE_YEARS: "5 år", Span.ALL: "Alla år"}
# Said of what leaves older months out.
LATEST_YEARS = "de senaste fem åren"
SOURCE_NAMES = {Source.LEDGER: "Ekonomi", Source.HEROMA: "Heroma"}
STATUS_NAMES = {
    MonthStatus.MISSING: "saknas",
    MonthStatus.OPEN: "öppen",
    MonthStatus.PRELIMINARY: "preliminär",
    MonthStatus.CLOSED: "stängd",
}
MEASURE_CHOICES = {
    TrendMeasure.SHARE: "Hyrandel av personalkostnad",
    TrendMeasure.AGENCY_COST: "Hyrkostnad",
    TrendMeasure.HOURS_SHARE: "Hyrandel av arbetade timmar",
    TrendMeasure.EXTERNAL_HOURS: "Hyrtimmar",
    TrendMeasure.WORKED_WEEKS: "Hyrveckor",
    TrendMeasure.PRICE_PER_HOUR: "Hyrkostnad per timme",
    TrendMeasure.COST_DEVIATION: "Avvikelse mot 2015 års kostnad",
    TrendMeasure.SHARE_DEVIATION: "Avvikelse mot 2015 års andel",
}
PRODUCT_NAME = "Bemanning"
