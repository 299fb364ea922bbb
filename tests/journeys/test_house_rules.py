"""The house rules that journeys keep: nothing is computed, ranked, counted or shut."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from alongside.common.clock import today
from alongside.journeys.actions.safety import hear_of_overdose, settle_overdose
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.lists import PATHWAYS, id_of
from alongside.journeys.queries.stages import pathways_of, stages_in_use
from alongside.people.models import Rhythm, Statement
from alongside.people.queries import recoverees_for
from alongside.people.queries.standing import is_resting
from alongside.team.roles import May

HOUSE = Path(__file__).parents[2] / "src" / "alongside"
#: Whatever reads journeys.
READERS = [
    *sorted((HOUSE / "journeys").rglob("*.py")),
    *sorted((HOUSE / "statistics").rglob("*.py")),
    *sorted((HOUSE / "web" / "pictures").rglob("*.py")),
    *sorted((HOUSE / "web" / "presenters").rglob("*.py")),
    *sorted((HOUSE / "web" / "views" / "journeys").rglob("*.py")),
]
JUDGING = re.compile(
    r"abstin|sobr|sober|clean_(time|day)|relaps(?!e_prevention)|streak|days_since|days_without|"
    r"progress|rank|worse|better|backslid|regress|setback",
    re.I,
)


def names_in(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        for field in ("id", "attr", "name", "arg"):
            if isinstance(name := getattr(node, field, None), str):
                yield name


def code():
    return [path for path in READERS if "migrations" not in path.parts]


def test_no_name_ranks_counts_days_or_judges():
    found = [(path.name, name) for path in code() for name in names_in(path)]
    assert [one for one in found if JUDGING.search(one[1])] == []


def test_the_order_of_stages_is_asked_for_in_one_file_to_lay_them_side_by_side():
    asking = {
        path.relative_to(HOUSE).as_posix()
        for path in code()
        if re.search(r"stage\w*\.order|here\.order", path.read_text())
    }
    assert asking == {"journeys/queries/stages.py"}


def test_recovery_is_stated_by_one_action_alone():
    makers = {
        path.relative_to(HOUSE).as_posix()
        for path in HOUSE.rglob("*.py")
        if re.search(r"(?<!class )\bStatement\(", path.read_text())
        and "models" not in path.parts
        and "learning" not in path.relative_to(HOUSE).parts  # of a continuum: nobody's recovery
    }
    assert makers <= {"people/actions/telling.py", "people/models.py"}


def test_no_field_holds_a_present_stage_a_status_or_days():
    fields = [f for m in apps.get_app_config("journeys").get_models() for f in m._meta.get_fields()]
    named = re.compile(r"current|status|latest|score|" + JUDGING.pattern, re.I)
    assert [str(field) for field in fields if named.search(field.name)] == []


@pytest.mark.django_db
def test_neither_a_stage_nor_an_overdose_states_recovery_or_shuts_anything(ana, sam):
    name_concern(recoveree=sam, name="fentanyl", by=ana)
    see(recoveree=sam, stage_id=id_of("stage", "recovery_management"), by=ana)
    row = hear_of_overdose(recoveree=sam, told_by="ally", happened_on=today(), by=ana)
    settle_overdose(overdose=row, answer="not_wanted", by=ana)
    assert Statement.objects.count() == Rhythm.objects.count() == 0
    assert not is_resting(sam)
    assert list(recoverees_for(ana, May.WRITE_CONTACTS)) == [sam]


@pytest.mark.django_db
def test_pathways_stand_in_the_order_of_the_alphabet_and_all_are_there(sam):
    shown = [str(way) for way in pathways_of(sam.program)]
    assert shown == sorted(shown, key=str.casefold)
    assert len(shown) == len(PATHWAYS)


@pytest.mark.django_db
def test_a_stage_has_words_for_a_person_that_do_not_judge(sam):
    words = [stage.say for stage in stages_in_use(sam.program)]
    assert all(words)
    assert [say for say in words if JUDGING.search(say)] == []
