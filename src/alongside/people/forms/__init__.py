"""The doors for what is said of people, by matter."""
