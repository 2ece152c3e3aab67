"""Every screen without a mouse, at 200 % zoom, on the narrowest screen, without motion. A new one comes by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.builders.screens import screen_paths, screens
from tests.e2e.test_screens import wait_until_it_fits
from tests.e2e.test_waiting import Gate

OpenPage = Callable[..., Page]

PATHS = screen_paths()
# 200 % zoom of 1440 × 900, and the width that WCAG 1.4.10 asks for.
ENLARGED: list[ViewportSize] = [{"width": 720, "height": 450}, {"width": 320, "height": 640}]
# More tab stops than any screen has: a path that is longer goes in circles.
MOST_STOPS = 400

# Everything that can be used, in words that tell it again: of a group of radio buttons only the chosen one is a stop.
USABLE = """() => [...document.querySelectorAll(
  'a[href], button, summary, input:not([type=radio]), input[type=radio]:checked, select, textarea, [tabindex="0"]')]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0)
  .map((each, at) => { each.dataset.stop = at; return each.outerHTML.slice(0, 160); })"""
FOCUSED = """() => {
  const each = document.activeElement;
  if (each === document.body) return null;
  const box = (each.type === 'radio' ? each.parentElement : each).getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1;
  return { stop: Number(each.dataset.stop ?? -1), seen, what: each.outerHTML.slice(0, 160) };
}"""
# What looks the same with and without the focus: the element itself, and what may show it for it. Where nothing may
# move, a style is what it will be as soon as it is asked for.
UNMARKED = """() => {
  const around = each => [each, each.nextElementSibling, each.parentElement, each.closest('.mantine-Input-input')];
  const looks = each => around(each).filter(Boolean).map(part => {
    const style = getComputedStyle(part);
    return [style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outline, style.boxShadow,
      style.borderColor, style.top].join(';');
  }).join('|');
  const unmarked = [];
  for (const each of document.querySelectorAll('[data-stop]')) {
    document.activeElement.blur();
    const before = looks(each);
    each.focus({ focusVisible: true, preventScroll: true });
    if (looks(each) === before) unmarked.push(each.outerHTML.slice(0, 160));
  }
  return unmarked;
}"""
# What sticks out of the page, where nothing around it can be scrolled to show it.
LOST = """() => [...document.querySelectorAll('body *')].filter(each => {
  if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  if (each.closest('.visually-hidden, .skip-link, .js-plotly-plot, .chart-events, #js-plotly-tester')) return false;
  const box = each.getBoundingClientRect();
  if (box.width <= 1 || (box.right <= innerWidth + 1 && box.left >= -1)) return false;
  for (let above = each.parentElement; above; above = above.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(above).overflowX)) return false;
  }
  return true;
}).map(each => each.outerHTML.slice(0, 160))"""
# Words that are cut by a box that can't be scrolled.
CUT = """() => [...document.querySelectorAll('main *, .nav *')].filter(each => {
  if (!each.checkVisibility({ visibilityProperty: true }) || each.matches('input')) return false;
  if (each.closest('.visually-hidden, .js-plotly-plot, .chart-events')) return false;
  const style = getComputedStyle(each);
  const cuts = ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
  return cuts && each.scrollWidth > each.clientWidth + 1 && each.textContent.trim() !== '';
}).map(each => each.outerHTML.slice(0, 160))"""
MOVING = """() => {
  const seconds = text => Math.max(...text.split(',').map(part => parseFloat(part)));
  const found = [];
  for (const each of document.querySelectorAll('*')) {
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(each, pseudo);
      if (seconds(style.transitionDuration) > 0.001 || seconds(style.animationDuration) > 0.001) {
        found.push((pseudo || '') + each.outerHTML.slice(0, 120));
      }
    }
  }
  return found;
}"""


def ready(page: Page) -> Page:
    page.wait_for_load_state("networkidle")
    for chart in page.locator(".js-plotly-plot").all():
        chart.locator(".main-svg").first.wait_for()
    return page


@pytest.mark.parametrize("path", PATHS)
def test_tab_goes_everywhere_shows_where_it_is_and_comes_out(open_page: OpenPage, address: str, path: str) -> None:
    page = ready(open_page(address + path))
    usable = page.evaluate(USABLE)
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        passed.append(at)
    assert page.evaluate(FOCUSED) is None
    assert [each["what"] for each in passed if not each["seen"]] == []
    assert [what for stop, what in enumerate(usable) if stop not in {each["stop"] for each in passed}] == []
    assert "Hoppa till innehållet" in passed[0]["what"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen_on_everything_that_can_be_used(
    open_page: OpenPage, address: str, path: str, theme: str
) -> None:
    page = ready(open_page(address + path, color_scheme=theme, reduced_motion="reduce"))
    assert len(page.evaluate(USABLE)) > 5
    assert page.evaluate(UNMARKED) == []


@pytest.mark.parametrize("path", PATHS)
def test_the_skip_link_leads_past_menu_and_selection(open_page: OpenPage, address: str, path: str) -> None:
    page = ready(open_page(address + path))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#frame-content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.top, .selection')")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_lost_when_enlarged(open_page: OpenPage, address: str, path: str) -> None:
    page = ready(open_page(address + path, viewport=ENLARGED[0]))
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    for size in ENLARGED:
        page.set_viewport_size(size)
        wait_until_it_fits(page)
        assert page.evaluate(LOST) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top") < 2 * size["height"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_where_no_motion_is_wanted(open_page: OpenPage, address: str, path: str) -> None:
    page = ready(open_page(address + path, reduced_motion="reduce"))
    for control in page.locator(".selection input[aria-haspopup=listbox]:visible").all()[:2]:
        control.click()
    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().filter(each => each.playState === 'running').length") == 0
    drawn = "[...document.querySelectorAll('.js-plotly-plot')].map(chart => chart._fullLayout.transition)"
    assert [each for each in page.evaluate(drawn) if each] == []


def test_the_menu_is_walked_by_keyboard_and_the_content_takes_the_focus(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address))
    first, *others = [screen for screen in screens() if screen.within not in PATHS]
    for screen in (*others, first):
        page.locator(".nav").get_by_role("link", name=screen.title, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page).to_have_title(f"{screen.title} – Bemanning")
        expect(page.locator("#frame-content")).to_be_focused()
        expect(page.locator(".nav [aria-current=page]")).to_have_text(screen.title)


@pytest.mark.parametrize("path", PATHS)
def test_every_disclosure_opens_and_closes_by_keyboard(open_page: OpenPage, address: str, path: str) -> None:
    page = ready(open_page(address + path))
    # As they stand before any is opened: what is opened holds others.
    for summary in page.locator("details > summary:visible").element_handles()[:3]:
        was_open = summary.evaluate("each => each.parentElement.open")
        for key in ("Enter", "Space"):
            summary.focus()
            page.keyboard.press(key)
            was_open = not was_open
            assert summary.evaluate("each => each.parentElement.open") is was_open


def test_a_picker_is_searched_chosen_and_left_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address))
    month = page.get_by_role("textbox", name="Månad")
    month.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(month).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("sep 2018")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?manad=2018-09")
    page.get_by_role("radio", name="Dagens").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**organisation=da")


def test_a_choice_taken_back_before_its_answer_has_come_is_taken_back(open_page: OpenPage, address: str) -> None:
    page = ready(open_page(address))
    gate = Gate(page)
    page.get_by_role("radio", name="Dagens").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/?organisation=da")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/?organisation=idag")
    gate.open()
    ready(page)
    expect(page.get_by_role("radio", name="Dagens")).to_be_checked()
    expect(page.locator(".about")).to_contain_text("dagens organisation")
