"""A column of text cells to its values at once: each different text is parsed once, and plain amounts not one by one.

What leaves any doubt is left: then the rows are read one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from bemanning.domain.money import ORE_PER_KR
from loaders.amounts import LARGEST_ORE, AmountParser
from loaders.codes import TextParser
from loaders.problem import Mark
from loaders.table import Column, Role

# The same as those of `AmountParser` and `TextParser`, in the words of another library.
_TWO_DECIMALS = "^-?[0-9]{1,12}[.,][0-9]{2}$"
_SURE_TEXT = "^[A-Za-z]*[0-9][A-Za-z0-9]*$"
_LONGEST_SURE_TEXT = 9
_MARKS = (",", ".")


def parsed_column(column: Column, cells: pl.Series) -> pl.Series | None:
    """Parse a column: texts, or whole numbers with null for a blank. None where a cell leaves any doubt.

    A text that is dropped is null.
    """
    if column.role is Role.AMOUNT:
        parser = column.parser
        return _amounts(column, parser, cells) if isinstance(parser, AmountParser) else _numbers(column, cells)
    different = cells.unique()
    if isinstance(column.parser, TextParser):
        different = different.filter(~_are_sure(different))
    texts = different.to_list()
    outcomes = list(map(_parse(column), texts))
    if not set(map(type, outcomes)) <= ({str, Mark} if column.role is Role.TEXT else {str}):
        return None
    changed = {text: outcome for text, outcome in zip(texts, outcomes, strict=True) if outcome != text}
    kept = [None if outcome is Mark.DROPPED else outcome for outcome in changed.values()]
    return cells.replace(list(changed), pl.Series(kept, dtype=pl.String)) if changed else cells


def _parse(column: Column) -> Callable[[str], Any]:
    parser = column.parser
    return (lambda text: parser["", text]) if column.name == "month" else parser.__getitem__


def _are_sure(texts: pl.Series) -> pl.Series:
    return texts.str.contains(_SURE_TEXT) & (texts.str.len_bytes() <= _LONGEST_SURE_TEXT)


def _numbers(column: Column, cells: pl.Series) -> pl.Series | None:
    different = cells.unique()
    outcomes = list(map(_parse(column), different.to_list()))
    if not set(map(type, outcomes)) <= {int, type(None)}:
        return None
    return cells.replace_strict(different, pl.Series(outcomes, dtype=pl.Int64), return_dtype=pl.Int64)


def _amounts(column: Column, parser: AmountParser, cells: pl.Series) -> pl.Series | None:
    is_plain = cells.str.contains(_TWO_DECIMALS)
    ore = _plain_ore(parser, cells.filter(is_plain))
    if ore is None or is_plain.all():
        return ore
    others = _numbers(column, cells.filter(~is_plain))
    if others is None:
        return None
    places = pl.concat([is_plain.arg_true(), (~is_plain).arg_true()])
    return pl.concat([ore, others]).gather(places.arg_sort())


def _plain_ore(parser: AmountParser, cells: pl.Series) -> pl.Series | None:
    """Turn texts with two decimals into öre. None where one may be beyond any books."""
    hundredths, factor = cells.str.replace("[.,]", "").cast(pl.Int64), parser.unit_ore // ORE_PER_KR
    if int(hundredths.abs().max() or 0) * abs(factor) >= LARGEST_ORE:  # type: ignore[arg-type]
        return None
    ore = hundredths * factor
    parser.has_fractions = parser.has_fractions or bool((ore % parser.unit_ore != 0).any())
    parser.decimal_marks.update(mark for mark in _MARKS if cells.str.contains(mark, literal=True).any())
    return ore
