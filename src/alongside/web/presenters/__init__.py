"""What pages, print and files show, made once from what queries read."""
