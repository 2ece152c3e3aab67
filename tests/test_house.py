"""What the layer contracts can't see: app.py is the root, and nothing imports it."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1]
TOP_LEVEL = {
    "app.py", "bemanning", "data", "loaders", "pages", "tests", "pyproject.toml", "README.md",
    ".ci", ".gitignore", "requirements.lock", "LICENSE", "CHANGELOG.md",
}  # fmt: skip


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_nothing_imports_the_composition_root() -> None:
    sources = [path for package in ("bemanning", "loaders", "pages") for path in (PROJECT / package).rglob("*.py")]
    assert len(sources) > 100
    assert [path for path in sources if "app" in set(imported_by(path))] == []


def test_the_top_level_is_the_one_that_the_design_fixes() -> None:
    made_by_tools = {path for path in PROJECT.iterdir() if path.name.startswith(".") and path.name not in TOP_LEVEL}
    found = {path.name for path in PROJECT.iterdir() if path not in made_by_tools}
    assert found - {"htmlcov", "__pycache__"} <= TOP_LEVEL
