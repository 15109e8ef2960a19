"""Runs a command and says how long it took, what it asked of the processor and how much memory it had at most.

Run as a program of its own, ``python -m benchmarks.peak_memory COMMAND…``: a process starts with the memory mark of the
one that started it, and this one is small.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from tempfile import TemporaryFile
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Run:
    """Wall time of a command, the processor's time, and the largest amount of memory it held."""

    seconds: float
    processor_seconds: float
    megabytes: float


def run(command: list[str]) -> Run:
    """Run a command in a process of its own.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    output = subprocess.run(
        [sys.executable, "-m", "benchmarks.peak_memory", *command], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return Run(**json.loads(output))


def _measured(command: list[str]) -> Run:
    with TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.buffer.write(said.read())
            raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


if __name__ == "__main__":
    print(json.dumps(asdict(_measured(sys.argv[1:]))))
