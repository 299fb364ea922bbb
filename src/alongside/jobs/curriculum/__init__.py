"""`alongside curriculum`: check, show and preview courses. None of it needs a database."""
