"""The doors of a cohort and its room."""
