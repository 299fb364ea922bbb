"""From rows to figures, for those who may see them and for those outside."""
