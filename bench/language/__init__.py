"""The language checker, measured against texts whose findings were marked by hand."""
