"""Companies, loads, cells, the cube, mappings and the log."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SOURCES = ("ledger", "heroma")
PROFESSIONS = ("doctor", "nurse", "other")
COST_KINDS = ("own", "agency", "overtime", "other")
EMPLOYMENTS = ("own", "external")


def upgrade() -> None:
    """Make the tables in an empty database."""
    _companies()
    _loads()
    _months()
    _cells()
    _hours_cells()
    _cube()
    _rules()
    _aliases()
    _organisation()
    _log()


def _companies() -> None:
    op.create_table("company", sa.Column("code", sa.Text, primary_key=True))
    op.create_table(
        "data_version",
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
    )


def _loads() -> None:
    op.create_table(
        "load",
        *_id_and_company(),
        _word("source", SOURCES),
        _text("scope"),
        _text("file_name"),
        _text("sha256"),
        _text("content_hash"),
        _text("profile"),
        sa.Column("profile_version", sa.Integer, nullable=False),
        sa.Column("months", sa.JSON, nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("total", sa.BigInteger, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("dropped", sa.JSON, nullable=False),
        _text("actor_name"),
        _text("actor_role"),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.Column("undone_by", sa.Text),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
    )
    same_content = ["company", "source", "scope", "content_hash"]
    op.create_index("ix_load_company_source_scope_content_hash", "load", same_content)


def _months() -> None:
    key = ["company", "source", "scope", "month"]
    op.create_table(
        "load_month",
        *_id_and_company(),
        _word("source", SOURCES),
        _text("scope"),
        _month("month"),
        sa.Column("load_id", sa.Integer, sa.ForeignKey("load.id"), nullable=False),
        *_recorded(),
    )
    op.create_index("ix_load_month_load_id_month", "load_month", ["load_id", "month"])
    op.create_index("ix_load_month_company_source_scope_month", "load_month", key)
    _unique_now("uq_load_month_current", "load_month", key)
    op.create_table(
        "month_status",
        *_id_and_company(),
        _word("source", SOURCES),
        _text("scope"),
        _month("month"),
        _word("status", ("missing", "open", "preliminary", "closed")),
        *_recorded(),
        sa.CheckConstraint("status <> 'missing'", name="not_missing"),
    )
    _unique_now("uq_month_status_now", "month_status", key)


def _cells() -> None:
    texts = ("account", "ansvar", "activity", "project", "counterparty", "supplier")
    op.create_table(
        "cost_cell",
        *_load_and_month(),
        *(sa.Column(name, sa.Text, primary_key=True) for name in texts),
        _key_word("measure"),
        sa.Column("amount_ore", sa.BigInteger, nullable=False),
        _check("measure", ("actual", "budget", "forecast")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_voucher",
        *_load_and_month(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("account", "ansvar", "supplier", "voucher")),
        sa.Column("amount_ore", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )


def _hours_cells() -> None:
    op.create_table(
        "hours_cell",
        *_load_and_month(),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, primary_key=True),
        _key_word("employment"),
        _key_word("time_kind"),
        sa.Column("supplier", sa.Text, primary_key=True),
        sa.Column("centihours", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=True) for name in ("cost_ore", "head_count")),
        _check("employment", EMPLOYMENTS),
        _check("time_kind", ("ordinary", "overtime", "additional", "on_call", "absence")),
        sqlite_with_rowid=False,
    )


def _cube() -> None:
    op.create_table(
        "cube_cost",
        *_load_and_month(),
        sa.Column("ansvar", sa.Text, primary_key=True),
        _key_word("profession"),
        _key_word("cost_kind"),
        sa.Column("amount_ore", sa.BigInteger, nullable=False),
        _check("profession", (*PROFESSIONS, "unmapped", "")),
        _check("cost_kind", (*COST_KINDS, "unmapped")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cube_hours",
        *_load_and_month(),
        sa.Column("ansvar", sa.Text, primary_key=True),
        _key_word("profession"),
        _key_word("employment"),
        sa.Column("worked", sa.Boolean, primary_key=True),
        sa.Column("centihours", sa.BigInteger, nullable=False),
        sa.Column("cost_ore", sa.BigInteger, nullable=True),
        _check("profession", (*PROFESSIONS, "unmapped")),
        _check("employment", EMPLOYMENTS),
        sqlite_with_rowid=False,
    )


def _rules() -> None:
    account_columns = (
        _text("account"),
        _word("cost_kind", COST_KINDS),
        _word("profession", PROFESSIONS, nullable=True),
        _text("name"),
        *_valid(),
    )
    _recorded_table("account_rule", account_columns, key=("account", "valid_from"))
    code_columns = (_text("code"), _word("profession", PROFESSIONS), _text("name"), *_valid())
    _recorded_table("code_rule", code_columns, key=("code", "valid_from"))


def _aliases() -> None:
    _recorded_table("unit_alias", (_text("unit"), _text("ansvar"), *_valid()), key=("unit", "valid_from"))
    _recorded_table("supplier_alias", (_text("alias"), _text("supplier"), *_valid()), key=("alias", "valid_from"))


def _organisation() -> None:
    kinds = ("region", "division", "area", "clinic", "unit")
    _recorded_table("organisation_node", (_text("code"), _text("name"), _word("kind", kinds)), key=("code",))
    _recorded_table("organisation_edge", (_text("child"), _text("parent"), *_valid()), key=("child", "valid_from"))
    scope_columns = (_text("code"), _text("name"), _text("node"), sa.Column("is_default", sa.Boolean, nullable=False))
    _recorded_table("scope", scope_columns, key=("code",))


def _log() -> None:
    op.create_table(
        "change_log",
        *_id_and_company(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(_text(name) for name in ("actor_name", "actor_role", "action", "subject")),
        sa.Column("detail", sa.JSON, nullable=False),
    )


def _recorded_table(name: str, columns: tuple[sa.Column[Any], ...], key: tuple[str, ...]) -> None:
    op.create_table(name, *_id_and_company(), *columns, *_recorded())
    _unique_now(f"uq_{name}_now", name, ["company", *key])


def _unique_now(name: str, table: str, columns: list[str]) -> None:
    now = sa.text("superseded_at IS NULL")
    op.create_index(name, table, columns, unique=True, sqlite_where=now, postgresql_where=now)


def _id_and_company() -> tuple[sa.Column[Any], ...]:
    company = sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False)
    return sa.Column("id", sa.Integer, primary_key=True), company


def _load_and_month() -> tuple[sa.Column[Any], ...]:
    load_id = sa.Column("load_id", sa.Integer, primary_key=True, autoincrement=False)
    return load_id, sa.Column("month", sa.String(7), primary_key=True)


def _recorded() -> tuple[sa.Column[Any], ...]:
    recorded_at = sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False)
    return recorded_at, sa.Column("superseded_at", sa.DateTime(timezone=True))


def _valid() -> tuple[sa.Column[Any], ...]:
    return _month("valid_from"), _month("valid_to")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _month(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(7), nullable=False)


def _key_word(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), primary_key=True)


def _word(name: str, words: tuple[str, ...], *, nullable: bool = False) -> sa.Column[Any]:
    one_of = sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, one_of, nullable=nullable)


def _check(column: str, words: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)
