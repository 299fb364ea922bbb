"""The doors for what is said of a journey."""
