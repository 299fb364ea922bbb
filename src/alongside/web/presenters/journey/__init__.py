"""One person's walk as a page shows it: the picture, the same facts in rows, three sentences."""

from alongside.web.presenters.journey.page import Asked, WalkShown, walk_shown

__all__ = ["Asked", "WalkShown", "walk_shown"]
