"""Reading imports for someone."""

from alongside.exchange.queries.batches import batches_for, preview_of, reasons_in, unfinished_for

__all__ = ["batches_for", "preview_of", "reasons_in", "unfinished_for"]
