"""Benchmarks: `make bench` runs them all; figures and conditions: docs/benchmarks.md."""
