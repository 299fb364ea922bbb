"""Pages about contacts, by matter."""
