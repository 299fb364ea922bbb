"""Cells that go out: none of them is a formula to the program that opens the file."""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(text: str) -> str:
    """A text that a spreadsheet shows and does not run: `=1+1` goes out as `'=1+1`."""
    return f"'{text}" if text.startswith(_STARTS) else text
