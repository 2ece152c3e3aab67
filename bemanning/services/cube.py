"""Cells → cube: what each account and code means, month by month. What no mapping knows stays, as unmapped."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from bemanning.domain.mapping import AccountRule, CodeRule, SupplierAlias, UnitAlias
from bemanning.domain.vocabulary import UNMAPPED, AmountMeasure, TimeKind

COST_CUBE_KEYS = ("month", "ansvar", "profession", "cost_kind")
HOURS_CUBE_KEYS = ("month", "ansvar", "profession", "employment", "worked")
_VALIDITY = {"valid_from": pl.String, "valid_to": pl.String}


def cost_cube(cells: pl.DataFrame, rules: Sequence[AccountRule]) -> pl.DataFrame:
    """Sum cost cells (COST_CELL_COLUMNS; outcome only) per COST_CUBE_KEYS → amount_ore."""
    mapped = mapped_cost(cells.select("month", "account", "ansvar", "measure", "amount_ore"), rules)
    return mapped.group_by(COST_CUBE_KEYS).agg(pl.col("amount_ore").sum()).sort(COST_CUBE_KEYS)


def hours_cube(cells: pl.DataFrame, rules: Sequence[CodeRule], aliases: Sequence[UnitAlias]) -> pl.DataFrame:
    """Sum hours cells (HOURS_CELL_COLUMNS) per HOURS_CUBE_KEYS → centihours, cost_ore (null where no cell has one)."""
    mapped = mapped_hours(cells, rules, aliases)
    cost = pl.when(pl.col("cost_ore").is_not_null().any()).then(pl.col("cost_ore").sum()).alias("cost_ore")
    return mapped.group_by(HOURS_CUBE_KEYS).agg(pl.col("centihours").sum(), cost).sort(HOURS_CUBE_KEYS)


def mapped_cost(cells: pl.DataFrame, rules: Sequence[AccountRule]) -> pl.DataFrame:
    """Add cost_kind and profession to the outcome rows.

    An account without a rule in its month is cost kind and profession `unmapped`; cost kind `other` has profession "".
    """
    rows = [
        (rule.account, rule.cost_kind.value, rule.profession.value if rule.profession else "", *_validity(rule))
        for rule in rules
    ]
    schema = {"account": pl.String, "cost_kind": pl.String, "profession": pl.String, **_VALIDITY}
    outcome = cells.filter(pl.col("measure") == AmountMeasure.ACTUAL.value)
    mapped = with_rules(outcome, "account", pl.DataFrame(rows, schema=schema, orient="row"))
    return mapped.with_columns(pl.col("cost_kind", "profession").fill_null(UNMAPPED))


def mapped_hours(cells: pl.DataFrame, rules: Sequence[CodeRule], aliases: Sequence[UnitAlias]) -> pl.DataFrame:
    """Add profession, ansvar and worked (absence is not).

    A code without a rule in its month is profession `unmapped`; a unit without an alias is its own ansvar.
    """
    worked = (pl.col("time_kind") != TimeKind.ABSENCE.value).alias("worked")
    return placed_hours(mapped_codes(cells, rules), aliases).with_columns(worked)


def placed_hours(cells: pl.DataFrame, aliases: Sequence[UnitAlias]) -> pl.DataFrame:
    """Add ansvar to rows with month and unit; a unit without an alias in its month is its own ansvar."""
    alias_rows = [(alias.unit, alias.ansvar, *_validity(alias)) for alias in aliases]
    units = pl.DataFrame(alias_rows, schema={"unit": pl.String, "ansvar": pl.String, **_VALIDITY}, orient="row")
    return with_rules(cells, "unit", units).with_columns(pl.coalesce("ansvar", "unit").alias("ansvar"))


def mapped_codes(cells: pl.DataFrame, rules: Sequence[CodeRule]) -> pl.DataFrame:
    """Add profession to rows with month and code; `unmapped` for a code without a rule in its month."""
    code_rows = [(rule.code, rule.profession.value, *_validity(rule)) for rule in rules]
    codes = pl.DataFrame(code_rows, schema={"code": pl.String, "profession": pl.String, **_VALIDITY}, orient="row")
    return with_rules(cells, "code", codes).with_columns(pl.col("profession").fill_null(UNMAPPED))


def named_suppliers(rows: pl.DataFrame, aliases: Sequence[SupplierAlias]) -> pl.DataFrame:
    """Add supplier_name to rows with month and supplier: by the alias that holds in the month, null without one."""
    alias_rows = [(alias.alias, alias.supplier, *_validity(alias)) for alias in aliases]
    schema = {"supplier": pl.String, "supplier_name": pl.String, **_VALIDITY}
    return with_rules(rows, "supplier", pl.DataFrame(alias_rows, schema=schema, orient="row"))


def _validity(rule: AccountRule | CodeRule | UnitAlias | SupplierAlias) -> tuple[str, str]:
    return str(rule.valid_from), str(rule.valid_to)


def with_rules(cells: pl.DataFrame, key: str, rules: pl.DataFrame) -> pl.DataFrame:
    """Add the columns of the rule that is valid for each cell's key and month; null where none is."""
    in_use = cells.select(key, "month").unique()
    valid = in_use.join(rules, on=key).filter(pl.col("month").is_between("valid_from", "valid_to"))
    return cells.join(valid.drop("valid_from", "valid_to"), on=[key, "month"], how="left")
