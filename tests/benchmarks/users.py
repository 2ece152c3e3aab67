"""Users at once against a real server: how long each waits for an answer."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection

from tests.benchmarks.addresses import Asked
from tests.benchmarks.asking import ask_over_http, question_over_http
from tests.benchmarks.timing import Spread, spread, wall_ms


def waits(port: int, users: int, asked: Sequence[Asked], pause_s: float) -> Spread:
    """Let the users share the addresses, each asking one at a time with a pause between, and give their waits."""
    shares = [asked[at::users] for at in range(users)]
    with ThreadPoolExecutor(users) as pool:
        found = pool.map(lambda share: _one_user(port, share, pause_s), shares)
        return spread([wait for each in found for wait in each])


def _one_user(port: int, share: Sequence[Asked], pause_s: float) -> list[float]:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        question = question_over_http(connection)
        # They do not all ask at the same moment; nobody guesses from these numbers.
        chance = random.Random(str(share))  # noqa: S311
        found = []
        for asked in share:
            time.sleep(chance.uniform(0, 2 * pause_s))
            found.append(wall_ms(ask_over_http, connection, question.body(asked))[0])
        return found
