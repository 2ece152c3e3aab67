"""The product's own commands that serve, run as a user runs them."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BEMANNING = Path(sys.executable).parent / "bemanning"
# How long a server may take to answer at all, and to answer once: a bound on a hang, not a measure of speed.
START_S, ANSWER_S = 400, 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(*arguments: str) -> Iterator[int]:
    """Run a command that serves; give its port; stop it as Ctrl+C does, and see that it ends well."""
    port = free_port()
    command: list[str | Path] = [BEMANNING, *arguments, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # noqa: S603 - our own command
        try:
            _wait(port, process)
            yield port
        finally:
            # As Ctrl+C, also when the test failed: a server that is killed leaves its workers behind.
            process.send_signal(signal.SIGINT)
            printed, _ = process.communicate(timeout=ANSWER_S)
    assert (process.returncode, f"127.0.0.1:{port}" in printed, "Traceback" in printed) == (0, True, False), printed


def fetch(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=ANSWER_S) as answer:
        text: str = answer.read().decode()
    return text


def _wait(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(START_S * 5):
        assert process.poll() is None, process.communicate()
        try:
            fetch(port, "/halsa")
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(port)
