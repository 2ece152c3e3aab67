"""Settings → Store → services with their loaders. Used by the app, the command line and job processes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import MappingSet
from bemanning.services.mapping_update import update_mappings
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from loaders.default_codes import read_default_codes
from loaders.mapping_workbook import read_mapping_workbook
from loaders.reader import FileReader

PROJECT_FOLDER = Path(__file__).parents[1]
DATA_FOLDER = PROJECT_FOLDER / "data"
# Who the log names for what the product itself puts into a new store.
PRODUCT = Actor("Bemanning", "system")


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable that Bemanning reads: what the README's configuration table is made of."""

    name: str
    default: str
    meaning: str


DATABASE = Variable(
    "BEMANNING_DATABASE",
    "sqlite:///data/bemanning.db",
    "The store: `sqlite:///PATH`, or `postgresql://USER:PASSWORD@HOST/NAME` for many users. `--database` wins over it.",
)
USER = Variable("BEMANNING_USER", "the login name", "The name that changes are logged under.")
READ_ONLY = Variable(
    "BEMANNING_READ_ONLY",
    "off",
    "Set to 1, the screens and the commands show everything and change nothing: a server for readers.",
)
DEBUG = Variable("BEMANNING_DEBUG", "off", "Set to 1, a bug shows its traceback in the terminal.")
CONFIGURATION = (DATABASE, USER, READ_ONLY, DEBUG)


@dataclass(frozen=True, slots=True)
class AppSettings:
    """What is set from outside: the store's address, and whether its data may be changed from here."""

    database_url: str
    may_change: bool = True


def settings_from(environment: Mapping[str, str], database: str | None = None) -> AppSettings:
    """Read the settings; `database` (from the command line) goes before the environment."""
    default = f"sqlite:///{DATA_FOLDER / 'bemanning.db'}"
    url = database or environment.get(DATABASE.name) or default
    return AppSettings(url, may_change=not environment.get(READ_ONLY.name))


def open_services(settings: AppSettings) -> RegionServices:
    """Open (create, migrate) the store and build the services on it. A new store begins with the known AID codes.

    Raises UserError: DATABASE_UNREACHABLE, DATABASE_NEWER.
    """
    store = Store.open(settings.database_url, may_change=settings.may_change)
    with ExitStack() as on_failure:
        on_failure.callback(store.close)
        if settings.may_change and store.data_version() == 0:
            update_mappings(store, MappingSet(codes=read_default_codes(DATA_FOLDER / "mappings" / "aid.csv")), PRODUCT)
        on_failure.pop_all()
    return RegionServices(store, FileReader(DATA_FOLDER / "headings"), read_mapping_workbook)
