"""How fast the screens are: python -m tests.benchmarks.screens. Prints tables; asserts nothing about seconds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.benchmarks.addresses import Asked, fresh_addresses
from tests.benchmarks.browser import bare_page, visits
from tests.benchmarks.regions import copied, opened, region_file
from tests.benchmarks.server_time import bare_sum_ms, empty_callback_ms, first_view, screen_times, screens_of
from tests.benchmarks.timing import spread, steadied
from tests.benchmarks.users import waits
from tests.builders.browser import chromium
from tests.builders.serving import serving

# Screens whose chart is waited for; the others are there when their heading is.
_CHARTED = ("/", "/trend")
_CHART, _HEADING = ".scatterlayer .trace", "#frame-content h1"
_LARGEST_SHOWN = 6


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every region that is named."""
    options = _options(arguments)
    with TemporaryDirectory() as folder:
        for name in options.regions:
            path = region_file(name, options.keep or Path(folder))
            _print(f"\n# {name}")
            _server_time(path, options)
            with copied(path) as url, serving("serve", "--database", url) as port:
                _waits(path, port, options)
                _bytes(f"http://127.0.0.1:{port}", options.visit or _paths(path), options.visits)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.screens", description=__doc__)
    parser.add_argument(
        "regions", nargs="*", default=["100x3", "1000x3", "1000x15"], metavar="UNITSxYEARS|FILE",
        help='a made-up region, as "1000x15", or a SQLite file, which is copied',
    )  # fmt: skip
    parser.add_argument("--count", type=int, default=24, help="new addresses per screen")
    parser.add_argument("--users", type=int, default=20, help="users at once")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between one user's questions, in the middle")
    parser.add_argument("--visit", action="append", metavar="PATH", help="visit this screen; without it, every screen")
    parser.add_argument("--visits", type=int, default=3, help="first visits by a browser")
    parser.add_argument("--pace-ms", type=float, help="what times are steadied to, else the run's quickest moment")
    parser.add_argument("--keep", type=Path, help="a folder where made-up regions are kept between runs")
    return parser.parse_args(arguments)


def _server_time(path: Path, options: argparse.Namespace) -> None:
    count = options.count
    with opened(path) as services:
        first = first_view(services)
    with opened(path) as services:
        least, total = empty_callback_ms(count), bare_sum_ms(services, count)
        times = list(screen_times(services, count))
    columns = ("fresh", "fresh, steadied", "cached", "kB", "× least")
    _heading("Processor time of the server per callback, ms (p50 / p95)", "screen", *columns)
    pace_ms = options.pace_ms or min(each.yardstick_ms for time in times for each in time.fresh)
    for time in times:
        fresh = spread([each.ms for each in time.fresh])
        ratio = f"{fresh.p50_ms / least:.0f} / {time.cached.p50_ms / least:.1f}"
        _row(time.title, fresh, steadied(time.fresh, pace_ms), time.cached, _kb(time.answer_bytes), ratio)
    _print(f"Steadied: as if a fixed piece of work beside each answer always took {pace_ms:.1f} ms.")
    _print(f"Least: {least:.1f} ms, an empty callback of bare Dash. The cube's last year in numpy: {total:.1f} ms.")
    _print(
        f"Asked at once: {first.after_start_ms:.0f} ms after a start, {first.after_change_ms:.0f} ms after a load "
        f"undone. What the server prepares by itself after a change: {first.preparation_ms:.0f} ms."
    )


def _waits(path: Path, port: int, options: argparse.Namespace) -> None:
    fresh = list(_every_address(path, options.count))
    _heading("Waiting for an answer over HTTP, ms (p50 / p95)", "users", "fresh", "cached")
    # The second round asks what one user has already asked.
    share = fresh[: len(fresh) // 2]
    _row("1", waits(port, 1, share, 0.0), waits(port, 1, share, 0.0))
    others = fresh[len(fresh) // 2 :]
    many = [waits(port, options.users, others, options.pause) for _ in range(2)]
    _row(f"{options.users}, {options.pause:g} s apart", *many)


def _every_address(path: Path, count: int) -> Iterator[Asked]:
    """Give each screen's addresses in turn, so that users look at different screens at a time."""
    with opened(path) as services:
        catalogue = services.catalogue()
        for asked in zip(*(fresh_addresses(screen, catalogue, count) for screen in screens_of(services)), strict=True):
            yield from asked


def _paths(path: Path) -> list[str]:
    with opened(path) as services:
        return [screen.path for screen in screens_of(services)]


def _bytes(address: str, paths: Sequence[str], count: int) -> None:
    _heading(
        "A browser's visits: kB as sent, ms until drawn", "screen", "cold kB", "warm kB", "× bare", "cold ms", "warm ms"
    )
    with chromium() as browser, bare_page() as bare_address:
        bare = visits(browser, bare_address, "h1", count).cold
        for path in paths:
            seen = visits(browser, address + path, _CHART if path in _CHARTED else _HEADING, count)
            kb = [_kb(each.total_bytes) for each in (seen.cold, seen.warm)]
            ratio = f"{seen.cold.total_bytes / bare.total_bytes:.1f}"
            _row(path, *kb, ratio, *(f"{each.drawn_ms:.0f}" for each in (seen.cold, seen.warm)))
            largest = seen.cold
    _print(f"Bare: {_kb(bare.total_bytes)} kB, a page of Dash that says a word. The largest of a cold visit:")
    for url, size in largest.bytes_by_path.most_common(_LARGEST_SHOWN):
        _print(f"- {_kb(size)} kB {urlsplit(url).path}")


def _heading(title: str, *columns: str) -> None:
    _print(f"\n{title}\n")
    _row(*columns)
    _row(*("---" for _ in columns))


def _row(*cells: object) -> None:
    _print(f"| {' | '.join(map(str, cells))} |")


def _kb(size: float) -> str:
    return f"{size / 1000:.1f}"


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
