"""From a file to rows, and from headings to what each column holds. Writes nothing."""
