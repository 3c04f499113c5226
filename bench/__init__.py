"""Measuring the service against floors in the same run; `bench/run` writes docs/performance.md."""
