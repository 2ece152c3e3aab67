"""Which addresses are files that never change under their address."""

_ASSETS = ("/assets/", "/_dash-component-suites/")


def is_asset(path: str) -> bool:
    """Tell whether the address is a style sheet, script or font: Dash puts the version in what links to it."""
    return path.startswith(_ASSETS)
