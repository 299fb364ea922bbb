"""A cohort's room, put into words and pictures."""
