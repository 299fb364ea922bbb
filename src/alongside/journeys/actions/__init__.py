"""Verbs of a journey, by matter."""
