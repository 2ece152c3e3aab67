"""Every fault has its Swedish, and nothing of English or of code shows through."""

# ruff: noqa: E501 -- a row of the table stays on one line
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.presentation.fault_texts import FAULT_TEXTS, fault_text, place_text
from bemanning.presentation.texts.fault_words import WORDS_OF_PARAM

ROOT = Path(__file__).resolve().parents[3]
# The params of each code, as they are given where the fault is made.
PARAMS = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("code", FaultCode)
def test_every_code_has_a_text_of_whole_sentences(code: FaultCode) -> None:
    text = FAULT_TEXTS[code]
    assert text.endswith(".")
    assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


@pytest.mark.parametrize("code", FaultCode)
def test_every_value_that_a_text_asks_for_is_shown(code: FaultCode) -> None:
    names = PARAMS.findall(FAULT_TEXTS[code])
    text = fault_text(Fault(code, {name: f"värde-{name}" for name in names}))
    assert all(f"värde-{name}" in text[0].lower() + text[1:] for name in names)


@pytest.mark.parametrize("code", FaultCode)
def test_a_fault_without_its_values_is_still_words(code: FaultCode) -> None:
    assert "{" not in fault_text(Fault(code))


def _given_params() -> Iterator[tuple[FaultCode, str]]:
    """Find FaultCode.X and the keyword arguments beside it, in every call that loaders make."""
    call = re.compile(r"FaultCode\.([A-Z_0-9]+)((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*)\)")
    for path in (ROOT / "loaders").glob("*.py"):
        for match in call.finditer(path.read_text(encoding="utf-8")):
            for name in re.findall(r"(\w+)=", match[2]):
                yield FaultCode[match[1]], name


def test_what_the_loaders_tell_is_asked_for_by_the_texts() -> None:
    given = {(code, name) for code, name in _given_params() if name not in ("sheet", "at")}
    assert {(code, name) for code, name in given if name not in PARAMS.findall(FAULT_TEXTS[code])} == set()
    assert len(given) > 20


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault(FaultCode.NOTHING_KNOWN, {"date": "2018-12-31"}), "Den 31 dec 2018 var ingenting inläst. Välj en senare dag."),
        (Fault(FaultCode.NOTHING_KNOWN, {"date": "2018-02-31"}), "Den 2018-02-31 var ingenting inläst. Välj en senare dag."),
        (
            Fault(FaultCode.MONTH_RESTATED, {"month": "2018-12", "before": "1234.50", "after": "-1.00", "difference": "-1235.50", "unit": "kr"}),
            "December 2018 var redan inläst och ersätts: 1 234,50 kr blir −1,00 kr, en skillnad på −1 235,50 kr.",
        ),
        (
            Fault(FaultCode.PERIOD_13, {"month": "2018-12", "amount": "7.50"}),
            "Period 13 finns i filen: 7,50 kr räknas med december 2018.",
        ),
        (
            Fault(FaultCode.AMOUNT_BLANK, {"count": 12345}),
            "12 345 rader har varken belopp eller timmar. De räknas som noll.",
        ),
        (
            Fault(FaultCode.KEY_MISSING, {"column": "account"}),
            "Cellen är tom, men raden har belopp eller timmar: konto saknas. Fyll i cellen. Om koden bara står på gruppens första rad: upprepa den på varje rad (i en pivottabell: Upprepa alla objektsetiketter).",
        ),
        (
            Fault(FaultCode.AMOUNT_DECIMALS, {"column": "actual", "value": "1.50"}),
            "Beloppet 1.50 har fler decimaler än öre (utfall). Kontrollera decimaltecken och enhet, eller avrunda till öre i systemet.",
        ),
        (
            Fault(FaultCode.SHEET_IGNORED, {"missing": "account, actual"}),
            "Bladet lästes inte, för rubrik saknas för: konto, utfall. Komplettera det om det skulle ha varit med.",
        ),
        (
            Fault(FaultCode.MONTH_EMPTY, {"months": "2018-11, 2018-12"}),
            "Månader utan utfall läses inte in, utan räknas som saknade: november 2018, december 2018.",
        ),
        (Fault(FaultCode.LOAD_ALREADY_UNDONE, {"load": 1234}), "Inläsning 1234 är redan ångrad."),
    ],
)  # fmt: skip
def test_values_are_written_as_everywhere_else(fault: Fault, text: str) -> None:
    assert fault_text(fault).replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_thousands_are_kept_together() -> None:
    assert "12\u00a0345 rader" in fault_text(Fault(FaultCode.AMOUNT_BLANK, {"count": 12345}))


@pytest.mark.parametrize(
    ("sheet", "cell", "text"),
    [
        ("Utfall", "B7", "blad Utfall, cell B7"),
        (None, "B7", "cell B7"),
        ("Utfall", None, "blad Utfall"),
        (None, None, ""),
    ],
)
def test_the_place_is_written_as_far_as_it_is_known(sheet: str | None, cell: str | None, text: str) -> None:
    assert place_text(Fault(FaultCode.KEY_MISSING, {}, sheet, cell)) == text


@pytest.mark.parametrize("param", ["reason", "format", "limit"])
def test_every_code_word_that_the_loaders_use_has_its_swedish(param: str) -> None:
    sources = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "loaders").glob("*.py"))
    used = set(re.findall(rf'{param}="(\w+)"', sources))
    assert used
    assert used <= set(WORDS_OF_PARAM[param])


def test_what_stands_in_a_file_steers_no_terminal() -> None:
    fault = Fault(FaultCode.COLUMN_IGNORED, {"heading": "\x1b[2Jkvot\u202e"}, "\x9bBlad\u00a01", "A1")
    assert "\ufffd[2Jkvot\ufffd" in fault_text(fault)
    assert place_text(fault) == "blad \ufffdBlad\u00a01, cell A1"
