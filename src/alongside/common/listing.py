"""Common lists kept in the code (a room's `lists.py`) and stored as rows."""

from collections.abc import Iterable

from django.apps.registry import Apps


def store_list(
    apps: Apps, label: str, rows: Iterable[dict], *, using: str, changing: tuple[str, ...]
) -> None:
    """Store the rows that are new, or whose `changing` values are others now.

    Run after `migrate`, as Django does for its permissions: the lists are part of the
    program's text and not of its data, and are there again after a test has emptied the
    tables. rows: the values of each, with its id.
    """
    try:
        model = apps.get_model(label)
    except LookupError:  # migrated back to before there was such a table
        return
    stored = model._default_manager.using(using)
    known = {pk: rest for pk, *rest in stored.exclude(key="").values_list("pk", *changing)}
    fresh = [row for row in rows if known.get(row["id"]) != [row[name] for name in changing]]
    stored.bulk_create(
        [model(**row) for row in fresh],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=list(changing),
    )
