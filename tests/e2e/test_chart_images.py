"""Charts as pictures: made in the browser, light, with title, selection and source, as large as a slide."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
# Colours that are drawn with in the dark theme alone.
DARK = ("74b7f5", "116, 183, 245", "eef2f6", "238, 242, 246")


def saved(page: Page, kind: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.locator(f"[data-chart-image={kind}]").first.click()
    expect(page.locator("#frame-announcer")).to_have_text(f"Bilden är hämtad: {download.value.suggested_filename}")
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.mark.parametrize(
    "case",
    [
        (
            "/",
            "oversikt_2018-12_hs",
            ["Hyrandel per yrkesgrupp", "Hälso- och sjukvård.", "Sjuksköterskor", "3,7 %", "2016", "(4) juni 2018"],
        ),
        (
            "/trend?enhet=PV&yrkesgrupp=lakare&matt=hyrkostnad",
            "trend_hyrkostnad_2018-12_pv_lakare",
            ["Hyrkostnad", "Läkare, Primärvården", "Tusen kronor", "Nationellt beslut om oberoende", "2016"],
        ),
    ],
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_drawing_holds_its_title_selection_labels_and_source(
    open_page: OpenPage, address: str, case: tuple[str, str, list[str]], theme: str
) -> None:
    path, stem, words = case
    page = open_page(address + path, color_scheme=theme)
    page.wait_for_selector(".scatterlayer .trace")
    name, content = saved(page, "svg")
    assert re.fullmatch(rf"{stem}_\d{{4}}-\d\d-\d\d\.svg", name)
    drawing = ET.fromstring(content)  # noqa: S314 - made by our own page a moment ago
    assert (drawing.get("width"), drawing.get("height")) == ("1600", "900")
    told = " ".join("".join(drawing.itertext()).replace("\u00a0", " ").split())
    assert [each for each in (*words, "Källa: Ekonomisystemet") if each not in told] == []
    assert [each for each in DARK if each in content.decode()] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_a_slide_large_and_white_at_its_edges(open_page: OpenPage, address: str, theme: str) -> None:
    page = open_page(f"{address}/", color_scheme=theme)
    page.wait_for_selector(".scatterlayer .trace")
    name, content = saved(page, "png")
    assert name.startswith("oversikt_2018-12_hs_")
    page.evaluate(
        """text => new Promise(done => {
          const bytes = Uint8Array.from(atob(text), each => each.charCodeAt(0));
          const image = new Image();
          image.onload = () => { window.picture = image; done(); };
          image.src = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
        })""",
        # As text: a list of numbers takes the driver longer than the chart took the browser.
        b64encode(content).decode(),
    )
    assert page.evaluate("[window.picture.width, window.picture.height]") == [3200, 1800]
    corner = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas");
          canvas.getContext("2d").drawImage(window.picture, 0, 0);
          return Array.from(canvas.getContext("2d").getImageData(1, 1, 1, 1).data);
        }"""
    )
    assert corner == [255, 255, 255, 255]


def test_each_of_several_charts_has_its_own_picture_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/trend?enhet=HS&jamfor=PV&yrkesgrupp=lakare")
    page.wait_for_selector(".scatterlayer .trace")
    page.get_by_role("button", name="Hämta som SVG: Läkare, Primärvården").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("trend_hyrandel_2018-12_pv_lakare_")


def test_a_picture_that_cannot_be_made_is_told_of(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}/")
    page.wait_for_selector(".scatterlayer .trace")
    page.evaluate("() => { Plotly.toImage = () => Promise.reject(new Error('no canvas')) }")
    page.locator("[data-chart-image=png]").first.click()
    expect(page.locator("#frame-announcer")).to_contain_text("Bilden kunde inte göras")
