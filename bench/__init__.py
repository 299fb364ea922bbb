"""Benchmarks: `make bench` runs them all; figures with their conditions go to docs/benchmarks.md."""
