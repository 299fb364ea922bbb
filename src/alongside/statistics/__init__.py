"""Sums and their limits. Knows nothing of Django, databases or requests."""
