"""Which saved profile a file is read by: the one whose headings are all there. One that has moved is never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bemanning.domain.faults import FaultCode
from bemanning.domain.profile import UNREAD, Profile
from loaders.layouts import LaidOut, lay_out_sheet
from loaders.personal import shown
from loaders.raw_sheet import RawSheet
from loaders.reading import Reading
from loaders.seen import Chosen, see

# With this much of a profile's headings, a file is one of its kind that has moved; with less, another kind of file.
_ALIKE_FROM = Fraction(2, 3)
_SHOWN_HEADINGS = 12
_DIVIDING = ("ansvar", "activity", "project", "counterparty", "supplier", "voucher")


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a file's sheets fit a profile. nearest: the one where most headings stand. absent: named sheets not there."""

    profile: Profile
    chosen: list[LaidOut]
    nearest: LaidOut
    absent: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the file can be read by it."""
        return bool(self.chosen) and not self.absent

    @property
    def likeness(self) -> Fraction:
        """How much of the layout's headings stand on the nearest sheet."""
        return Fraction(self.nearest.found, self.nearest.known or 1)


def choose_by_profile(sheets: Sequence[RawSheet], reading: Reading, rows: int) -> list[Chosen] | None:
    """Choose the sheets by the profile that fits the file. None: the tables of headings decide. Empty: faults say why.

    A correction whose headings are others than the sheet's says nothing of the columns, only of unit, sign and so on.
    """
    fits = [_fit(profile, sheets, reading, rows) for profile in reading.profiles]
    whole = [fit for fit in fits if fit.is_whole]
    if len(whole) == 1:
        return _read_by(whole[0], sheets, reading)
    if reading.is_balance:  # nobody says how it is to be read: where no one profile fits, the tables do
        return None
    if whole:
        _see(whole[0], sheets, reading)
        names = ", ".join(sorted(fit.profile.name for fit in whole))
        reading.faults.add(FaultCode.PROFILE_SEVERAL, profiles=names)
        return []
    alike = [fit for fit in fits if reading.is_chosen or fit.likeness >= _ALIKE_FROM]
    if not alike:
        return None
    fit = max(alike, key=lambda fit: fit.likeness)
    _see(fit, sheets, reading)
    if reading.is_corrected and fit.likeness < 1:
        return None
    _report_moved(fit, sheets, reading)
    return []


def of_balance(profile: Profile) -> Profile:
    """Give what a profile says of a balance list, which need not divide its accounts as loaded files do."""
    columns = tuple((heading, UNREAD if field in _DIVIDING else field) for heading, field in profile.layout.columns)
    return replace(profile, layout=replace(profile.layout, columns=columns))


def _fit(profile: Profile, sheets: Sequence[RawSheet], reading: Reading, rows: int) -> _Fit:
    named = profile.layout.sheets
    candidates = [sheet for sheet in sheets if sheet.name in named] if named else sheets
    laid_out = [lay_out_sheet(sheet, profile.layout, reading.headings, rows) for sheet in candidates or sheets]
    there = {sheet.name for sheet in sheets}
    absent = tuple(name for name in named if name not in there)
    chosen = [each for each in laid_out if each.fits]
    is_short = bool(named) and len(chosen) < len(laid_out)
    return _Fit(profile, [] if is_short else chosen, _nearest(laid_out, is_short=is_short), absent)


def _nearest(laid_out: Sequence[LaidOut], *, is_short: bool) -> LaidOut:
    """Give the sheet where most of the headings stand; of named ones, one that can't be read."""
    return max(laid_out, key=lambda each: (is_short and not each.fits, each.found))


def _see(fit: _Fit, sheets: Sequence[RawSheet], reading: Reading) -> None:
    """Note what was seen by a profile that the file is not read by."""
    reading.profile = fit.profile
    see(reading, sheets, (fit.nearest.sheet, fit.nearest.header))


def _read_by(fit: _Fit, sheets: Sequence[RawSheet], reading: Reading) -> list[Chosen]:
    reading.profile = fit.profile
    chosen = [(each.sheet, each.header) for each in fit.chosen]
    see(reading, sheets, chosen[0], chosen)
    if len(chosen) > 1:
        reading.warnings.add(FaultCode.SEVERAL_SHEETS_READ, sheets=", ".join(str(sheet.name) for sheet, _ in chosen))
    for sheet, _ in chosen:
        if sheet.is_hidden:
            reading.warnings.add(FaultCode.HIDDEN_SHEET_READ, sheet=sheet.name)
    return chosen


def _report_moved(fit: _Fit, sheets: Sequence[RawSheet], reading: Reading) -> None:
    """Say what of the profile is no longer there, and what is there instead."""
    nearest, at = fit.nearest, (fit.nearest.header.row, fit.nearest.sheet.first_column)
    if fit.absent:
        there = ", ".join(sheet.name for sheet in sheets if sheet.name)
        absent = ", ".join(fit.absent)
        if reading.is_corrected:
            reading.faults.add(FaultCode.CORRECTION_SHEETS, sheets=absent, there=there)
        else:
            reading.faults.add(FaultCode.PROFILE_SHEETS, profile=fit.profile.name, sheets=absent, there=there)
    if nearest.missing:
        new = [nearest.header.text(index) for index in nearest.header.unknown]
        reading.faults.add(
            FaultCode.PROFILE_MOVED, sheet=nearest.sheet.name, at=at, profile=fit.profile.name,
            gone=_quoted(nearest.missing), new=_quoted(new),
        )  # fmt: skip
    elif nearest.header.missing:
        reading.faults.add(
            FaultCode.HEADINGS_MISSING, sheet=nearest.sheet.name, at=at, source=nearest.header.source,
            missing=", ".join(nearest.header.missing), nearest="",
            found=", ".join(shown(nearest.header.text(index)) for index in nearest.header.index_of.values()),
        )  # fmt: skip


def _quoted(headings: Sequence[str]) -> str:
    return ", ".join(f"”{shown(heading)}”" for heading in headings[:_SHOWN_HEADINGS])
