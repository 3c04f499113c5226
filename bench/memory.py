"""Memory of the web workers, as the kernel counts it."""

from pathlib import Path

from bench.world import Sites


def resident(sites: Sites) -> list[float]:
    """Return the MB that each web worker holds now."""
    return [_field(worker, "VmRSS") for worker in sites.workers()]


def forget_peaks(sites: Sites) -> None:
    """Begin to count the peaks anew."""
    for worker in sites.workers():
        Path(f"/proc/{worker}/clear_refs").write_text("5")


def peak(sites: Sites) -> float:
    """Return the most MB that a web worker has held since then."""
    return max(_field(worker, "VmHWM") for worker in sites.workers())


def _field(process: int, name: str) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise SystemExit(f"the kernel does not say {name}")
