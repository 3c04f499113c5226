"""Measuring the service beside floors in the same run; `bench/run` writes docs/performance.md.

A floor is what the same machine can do at best for the same answer; the ratio to it is what counts, since absolute
times move with the machine. Everything is measured by turns with its floor (A B A B), so that a busy moment meets both.
"""
