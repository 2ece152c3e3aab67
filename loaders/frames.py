"""Parsed columns to the tables that are handed on: one row per distinct key, sorted, as Arrow bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO

import polars as pl

from bemanning.domain.vocabulary import Source
from loaders.packed_keys import PackedKeys

# Sums are 64-bit: a file that comes near is wrong, and must not wrap round.
_LARGEST_SUM = 9e18
# Separates fields and is in no export: two different tables can't hash alike.
_FIELD_SEPARATOR = "\x1f"
_CODE = "code of the key"
_HASHED_ROWS = 100_000

Values = pl.Series | Sequence[str] | Sequence[int | None] | str | int | None


def lay_out(values: Mapping[str, Values], columns: Sequence[str], numbers: Sequence[str]) -> pl.DataFrame:
    """Lay out columns in order. A single text, number or None stands on every row; a column not given is blank."""
    series = []
    for name in columns:
        value = values.get(name, "")
        dtype = pl.Int64 if name in numbers else pl.String
        if value is None or isinstance(value, str | int):
            series.append(pl.lit(value, dtype).alias(name))
        else:
            series.append(pl.lit(pl.Series(name, value, dtype)))
    return pl.select(series)


def summed(parts: Sequence[pl.DataFrame], columns: Sequence[str], numbers: Sequence[str]) -> pl.DataFrame:
    """Sum the numbers per distinct key, sorted by key. A sum of nothing but nulls is null."""
    keys = [name for name in columns if name not in numbers]
    together = pl.concat(part.select(columns) for part in parts)
    packed = PackedKeys.of(together, keys)
    if packed is None:
        return together.group_by(keys).agg(_sum(name) for name in numbers).sort(keys).select(columns)
    coded = together.select(packed.packed(together).alias(_CODE), *numbers)
    sums = coded.group_by(_CODE).agg(_sum(name) for name in numbers).sort(_CODE)
    return sums.with_columns(**packed.unpacked(sums[_CODE])).select(columns)


def _sum(name: str) -> pl.Expr:
    column = pl.col(name)
    return pl.when(column.is_not_null().any()).then(column.sum()).alias(name)


def may_overflow(part: pl.DataFrame, numbers: Sequence[str]) -> bool:
    """Tell whether the sum of a column could pass what 64 bits hold."""
    sizes = part.select(pl.col(*numbers).cast(pl.Float64).abs().sum())
    return any(size > _LARGEST_SUM for size in sizes.row(0))


def month_sums(cells: pl.DataFrame, number: str) -> dict[str, int]:
    """Sum a number per month, months in order."""
    sums = cells.group_by("month").agg(pl.col(number).sum()).sort("month")
    return dict(sums.iter_rows())


def to_arrow(cells: pl.DataFrame) -> bytes:
    """Write as an Arrow IPC stream. Packed it is a sixth of the bytes, and takes no more time than to copy all."""
    buffer = BytesIO()
    cells.write_ipc_stream(buffer, compression="lz4")
    return buffer.getvalue()


def content_hash(source: Source, cells: pl.DataFrame) -> str:
    """Hash what the cells say: the same for the same content in another format."""
    written = hashlib.sha256(f"{source}\n".encode())
    # Part by part: the text of a large file's cells is larger than the file.
    for part in [cells[:0], *cells.iter_slices(_HASHED_ROWS)]:
        buffer = BytesIO()
        is_first = part.is_empty()
        part.write_csv(buffer, include_header=is_first, separator=_FIELD_SEPARATOR, quote_style="never")
        written.update(buffer.getbuffer())
    return written.hexdigest()
