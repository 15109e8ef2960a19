"""The machine and the versions that the figures belong to."""

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "rsnms",
    "narwhals",
    "polars",
    "pyarrow",
    "duckdb",
    "durable-rules",
    "zen-engine",
    "common-expression-language",
    "cedarpy",
    "openfisca-core",
    "openfisca-country-template",
    "numpy",
    "pydantic",
    "python-calamine",
    "xlsxwriter",
)


def described(load: float | None) -> str:
    """The machine, how busy it was when the run began, Python and the packages, as a Markdown list."""
    busy = "" if load is None else f"; load average {load:.1f} when the run began"
    installed = ((name, _version(name)) for name in PACKAGES)
    packages = ", ".join(f"{name} {number}" for name, number in installed if number)
    return "\n".join(
        (
            f"- Processor: {_processor()}, {os.cpu_count()} cores; {platform.system()} {platform.machine()}{busy}",
            f"- Python: {platform.python_implementation()} {platform.python_version()}",
            f"- Packages: {packages}",
        )
    )


def load_now() -> float | None:
    """How many processes wanted the processor in the last minute, ``None`` where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    if sys.platform == "darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        fields = (line.partition(":") for line in cpuinfo.read_text(encoding="utf-8").splitlines())
        for name, _, value in fields:
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown"
