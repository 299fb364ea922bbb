"""Reading what a cell says. Every reader takes anything, never raises, and says "not read".

What cannot be read is not thrown away: the caller keeps it as the old list's words.
"""
