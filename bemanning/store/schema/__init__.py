"""The tables, by area. `metadata` holds them all."""

from bemanning.store.schema.base import metadata
from bemanning.store.schema.cells import agency_voucher, cost_cell, hours_cell
from bemanning.store.schema.comments import comment
from bemanning.store.schema.company import company_table, data_version
from bemanning.store.schema.cube import cube_cost, cube_hours
from bemanning.store.schema.goals import event, goal, setting
from bemanning.store.schema.jobs import IS_ACTIVE, job
from bemanning.store.schema.kept_files import kept_file
from bemanning.store.schema.loads import IS_CURRENT, load, load_month, month_status
from bemanning.store.schema.log import change_log
from bemanning.store.schema.mappings import (
    account_rule,
    code_rule,
    organisation_edge,
    organisation_node,
    scope,
    supplier_alias,
    unit_alias,
)
from bemanning.store.schema.profiles import profile

__all__ = [
    "IS_ACTIVE",
    "IS_CURRENT",
    "account_rule",
    "agency_voucher",
    "change_log",
    "code_rule",
    "comment",
    "company_table",
    "cost_cell",
    "cube_cost",
    "cube_hours",
    "data_version",
    "event",
    "goal",
    "hours_cell",
    "job",
    "kept_file",
    "load",
    "load_month",
    "metadata",
    "month_status",
    "organisation_edge",
    "organisation_node",
    "profile",
    "scope",
    "setting",
    "supplier_alias",
    "unit_alias",
]
