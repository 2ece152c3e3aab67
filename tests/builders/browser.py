"""Debian's Chromium, driven."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# The shell is the same engine without the browser's own window, and takes half the processor time.
_PROGRAM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def chromium(*flags: str) -> Iterator[Browser]:
    """Start a browser, with more flags, and close it afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_PROGRAM, args=[*_FLAGS, *flags])
        yield browser
        browser.close()
