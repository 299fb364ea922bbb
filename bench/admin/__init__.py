"""The yardstick: Django's stock admin over the same tables."""
