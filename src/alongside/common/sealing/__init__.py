"""Sealing: what is told about a person is unreadable without the keys.

Master key (a file) → one key per organization → one key per person. Each sealed
value is bound to its organization, table, field and row, so a value moved to
another place does not open. See `docs/security.md` for what this does not protect.
"""
