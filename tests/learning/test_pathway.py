"""The course that comes with Alongside is whole: its hours, its aims, what it draws on."""

import dataclasses
import re
from collections import Counter, defaultdict

import pytest
import yaml

from alongside.learning.curricula import Words, load, places, problems
from alongside.learning.curricula.editions import BUILT_IN
from alongside.learning.curricula.markdown import cited, html, without_taught

FOLDER = BUILT_IN / "harm-reduction-pathway"
COURSE = load(FOLDER)
MODULES = list(COURSE.modules)
LIBRARY = COURSE.library
NAMED = [
    "safe-place values-1 values-2 reacquaintance what-is-harm-reduction history making-the-case "
    "strategies",
    "digging-deeper principles resources medicine what-next advocacy",
    "words role-plays values-revisited development goals",
]
#: What none of this may be left as.
STUBS = re.compile(r"[Ll]orem ipsum|[Tt]o be written|\bTODO\b|\bTBD\b|\bXXX\b|\[\.\.\.\]")
#: Words that the course teaches about and never uses. The name of a policy is not among them.
HURTS = re.compile(
    r"\b(?:addicts?|alcoholics?|junkies?|abusers?|crackheads?|drogadict[oa]s?|yonquis?)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"Alcoholics Anonymous|Alcohólicos Anónimos")


def all_words(thing):
    """Everything below that participants read."""
    if isinstance(thing, Words):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from all_words(item)
    elif dataclasses.is_dataclass(thing):
        for part in dataclasses.fields(thing):
            yield from all_words(getattr(thing, part.name))


def facilitators_texts():
    for module in MODULES:
        yield from (module.room, module.care, module.prepare, module.online)
        for step in module.steps:
            yield from (step.guide, step.watch)


def texts():
    yield from (text for words in all_words(COURSE) for text in words.texts.values())
    yield from facilitators_texts()


def test_nothing_is_to_mend():
    assert problems(FOLDER) == []


def test_it_is_read_alike_without_the_quick_reader(monkeypatch):
    monkeypatch.setattr(places, "LOADER", yaml.BaseLoader)
    assert problems(FOLDER) == []


def test_three_days_of_six_hours_are_eighteen():
    assert [day.minutes for day in COURSE.days] == [360, 360, 360]
    assert COURSE.hours == 18.0


def test_every_module_is_there_in_its_order():
    assert [" ".join(module.key for module in day.modules) for day in COURSE.days] == NAMED


def test_there_are_seven_objectives_and_each_is_reached_by_two_modules_or_more():
    reached = Counter(key for module in MODULES for key in module.objectives)
    assert len(COURSE.objectives) == 7
    assert [key.key for key in COURSE.objectives if reached[key.key] < 2] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.key)
def test_a_module_asks_before_it_tells_anything(module):
    kinds = [step.kind for step in module.steps]
    assert "ask" in kinds
    assert "tell" not in kinds[: kinds.index("ask")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.key)
def test_a_handout_asks_and_leaves_room_before_it_tells(module):
    for language in COURSE.languages:
        opening = module.handout.said(language).split("\n## ")[0]
        assert "____" in opening or "| | |" in opening


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.key)
def test_every_module_says_how_to_look_after_people(module):
    assert len(module.care) > 60


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.key)
def test_a_trainer_knows_what_to_do_beforehand_in_the_room_and_online(module):
    assert min(len(text) for text in (module.prepare, module.room, module.online)) > 30


def test_opting_out_is_said_in_the_first_step_and_in_how_the_course_is_completed():
    first = MODULES[0].steps[0]
    assert "sit out anything" in first.see.said("en")
    assert "no participar" in first.see.said("es")
    assert "sit out any activity" in COURSE.completion.text.said("en")


def test_every_day_has_breaks_and_no_stretch_without_one_is_longer_than_two_hours_and_a_quarter():
    longest = []
    for day in COURSE.days:
        stretches, run = [], 0
        for entry in day.agenda:
            run = run + entry.minutes if entry in day.modules else 0
            stretches.append(run)
        longest.append(max(stretches))
    assert max(longest) <= 135


def test_there_is_enough_to_draw_on():
    assert len(LIBRARY.timeline) >= 15
    assert len(LIBRARY.role_plays) >= 12
    assert len(LIBRARY.situations) >= 24
    assert len(LIBRARY.principles.sets) == 3


def test_eight_classes_of_drugs_have_something_for_every_moment():
    moments = defaultdict(set)
    for strategy in LIBRARY.strategies.strategies:
        moments[strategy.drug].add(strategy.moment)
    whole = {drug for drug, found in moments.items() if found == {"before", "during", "after"}}
    assert len(whole - {"all"}) >= 8
    assert {drug.key for drug in LIBRARY.strategies.drugs} - {"all"} == whole - {"all"}


def test_every_way_of_taking_a_drug_has_strategies():
    routes = {strategy.route for strategy in LIBRARY.strategies.strategies}
    assert routes == {route.key for route in LIBRARY.strategies.routes}


@pytest.mark.parametrize("situation", LIBRARY.situations, ids=lambda one: one.key)
def test_a_situation_has_several_good_ways_and_a_question_afterward(situation):
    assert len(situation.ways) >= 3
    assert len({way.does for way in situation.ways}) > 1
    assert "?" in situation.reflection.said("en")
    assert "?" in situation.reflection.said("es")


@pytest.mark.parametrize("play", LIBRARY.role_plays, ids=lambda one: one.key)
def test_a_role_play_has_its_roles_and_a_debrief_that_asks(play):
    assert len(play.debrief) >= 2
    assert all(
        "?" in question.said(language) for question in play.debrief for language in ("en", "es")
    )


def test_whatever_participants_read_is_in_spanish_too():
    found = list(all_words(COURSE))
    assert len(found) > 700
    assert [words for words in found if set(words.texts) != {"en", "es"}] == []


def test_spanish_is_not_english_left_standing():
    same = [
        words.said("en")
        for words in all_words(COURSE)
        if words.said("en") == words.said("es") and len(words.said("en").split()) > 2
    ]
    assert same == []


def test_both_languages_of_a_text_cite_the_same_sources():
    differ = [
        words.said("en")[:60]
        for words in all_words(COURSE)
        if sorted(cited(words.said("en"))) != sorted(cited(words.said("es")))
    ]
    assert differ == []


def test_nothing_claims_to_be_reviewed_that_nobody_reviewed():
    facts = (*LIBRARY.sources, *LIBRARY.timeline, *LIBRARY.strategies.strategies, *MODULES)
    assert [fact for fact in facts if fact.reviewed is not None] == []


def test_every_source_says_what_was_seen_of_it():
    assert [source.key for source in LIBRARY.sources if len(source.seen) < 8] == []


def test_words_that_hurt_are_taught_about_and_never_used():
    used = [
        NAMES.sub("", without_taught(text))[:80]
        for text in texts()
        if HURTS.search(NAMES.sub("", without_taught(text)))
    ]
    assert used == []


def test_nothing_is_left_to_be_written():
    assert [text[:80] for text in texts() if STUBS.search(text)] == []


def test_every_text_can_be_drawn():
    for text in texts():
        assert html(text, lambda key: 1) or not text


def test_the_authors_of_the_first_course_are_credited():
    assert COURSE.credits[0].who == "Jim Wuelfing and Dean LeMire"


def test_hours_for_each_framework_are_all_the_hours():
    minutes = {key.key: sum(COURSE.counted(key.key).values()) for key in COURSE.frameworks}
    assert minutes == {"samhsa": 1080, "icrc": 1080}
