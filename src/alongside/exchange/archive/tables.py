"""Which tables belong to a program, and how its rows are found in each."""

from django.apps import apps
from django.db.models import Model, Q, QuerySet

ROOMS = ("team", "learning", "people", "consent", "journeys", "contacts", "exchange")
#: Tables of those rooms that stay behind, each with the reason.
LEFT_BEHIND = {
    "team.KeptForm": "what somebody was typing: gone in minutes",
    "team.Invitation": "a way to sign in to this server, not to another",
    "team.Link": "a way to sign in to this server, not to another",
    "learning.SigningKey": "it signs in the name of this server's address",
    "learning.Credential": "a colleague's own papers, of no program",
    "exchange.Batch": "what is needed to take an import back, which needs the trail as well",
}
#: How a row of a table leads to its program, where the table has no key of these names.
_ROADS = {
    "team.Program": "pk",
    "people.SupportOffer": "recoveree__program",
    "people.Join": "kept__program",
    "people.Recoveree": "program",
    "contacts.MoveFor": "made__contact__program",
}
_BY_KEY = {
    "program": "program",
    "recoveree": "recoveree__program",
    "contact": "contact__program",
    "cohort": "cohort__program",
    "round": "round__cohort__program",
    "participant": "participant__cohort__program",
    "agreement": "agreement__cohort__program",
}
#: Fields that stay behind: ways to sign in, what an import could be taken back by, and which
#: of this server's keys signed.
SECRET = {
    *("team.account.password", "team.account.last_login"),
    *("exchange.importedrow.batch", "learning.certificate.key"),
}
#: Of these tables only such rows: those by which a row of a list is known again.
_ONLY = {"exchange.ImportedRow": Q(fingerprint__isnull=False)}


def tables() -> list[type[Model]]:
    """Every table that an archive holds, those that others point to first."""
    models = [m for room in ROOMS for m in apps.get_app_config(room).get_models()]
    return [m for m in models if m._meta.label not in LEFT_BEHIND]


def road_of(model: type[Model]) -> str | None:
    """The lookup from a row to its program, if the table's rows belong to one."""
    if road := _ROADS.get(model._meta.label):
        return road
    names = {field.name for field in model._meta.concrete_fields}
    return next((road for key, road in _BY_KEY.items() if key in names), None)


def rows_of(model: type[Model], program) -> QuerySet:
    """The program's rows of one table, in the order of their ids."""
    rows = QuerySet(model)
    if road := road_of(model):
        only = _ONLY.get(model._meta.label, Q())
        return rows.filter(only, **{road: program.pk}).order_by("pk")
    return _OTHERS[model._meta.label](rows, program).order_by("pk")


def _accounts(rows: QuerySet, program) -> QuerySet:
    """Who works or worked in the program, and whoever is named in its records."""
    named = Q()
    for model in tables():
        if road_of(model) is None:
            continue
        for field in model._meta.concrete_fields:
            if field.related_model and field.related_model._meta.label == "team.Account":
                mine = QuerySet(model).filter(**{road_of(model): program.pk})
                named |= Q(pk__in=mine.exclude(**{field.name: None}).values(field.attname))
    return rows.filter(named)


_OTHERS = {
    "team.Organization": lambda rows, program: rows.filter(pk=program.organization_id),
    "team.Account": _accounts,
    "team.CoachPage": lambda rows, program: rows.filter(
        account__in=_accounts(
            QuerySet(rows.model._meta.get_field("account").related_model), program
        )
    ),
}
