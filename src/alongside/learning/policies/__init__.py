"""What may happen next in a cohort and its room: pure rules and sums."""
