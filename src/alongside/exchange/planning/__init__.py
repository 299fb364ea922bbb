"""What would come of each row, said before anything is written. Knows no database."""
