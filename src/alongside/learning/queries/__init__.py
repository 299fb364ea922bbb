"""Reading cohorts: for a trainer, for a participant, for the room as a whole."""
