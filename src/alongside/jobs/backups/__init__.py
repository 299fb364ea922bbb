"""Copies of the whole database: made, checked, and brought back."""
