"""What accounts, codes, units and suppliers mean, and the organisation."""

from sqlalchemy import Boolean, Column, Text

from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from bemanning.store.schema.base import one_of
from bemanning.store.schema.recorded_table import recorded_table, valid

account_rule = recorded_table(
    "account_rule",
    Column("account", Text, nullable=False),
    Column("cost_kind", one_of(CostKind, "cost_kind"), nullable=False),
    Column("profession", one_of(Profession, "profession")),
    Column("name", Text, nullable=False),
    *valid(),
    key=("account", "valid_from"),
)

code_rule = recorded_table(
    "code_rule",
    Column("code", Text, nullable=False),
    Column("profession", one_of(Profession, "profession"), nullable=False),
    Column("name", Text, nullable=False),
    *valid(),
    key=("code", "valid_from"),
)

organisation_node = recorded_table(
    "organisation_node",
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", one_of(NodeKind, "kind"), nullable=False),
    key=("code",),
)

organisation_edge = recorded_table(
    "organisation_edge",
    Column("child", Text, nullable=False),
    Column("parent", Text, nullable=False),
    *valid(),
    key=("child", "valid_from"),
)

unit_alias = recorded_table(
    "unit_alias",
    Column("unit", Text, nullable=False),
    Column("ansvar", Text, nullable=False),
    *valid(),
    key=("unit", "valid_from"),
)

supplier_alias = recorded_table(
    "supplier_alias",
    Column("alias", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    *valid(),
    key=("alias", "valid_from"),
)

scope = recorded_table(
    "scope",
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("node", Text, nullable=False),
    Column("is_default", Boolean, nullable=False),
    key=("code",),
)
