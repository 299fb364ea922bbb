"""Courses: their cohorts, the room, and what is given at the end."""
