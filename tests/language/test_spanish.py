"""Spanish: how words change, what may be said instead, and rules of its own."""

import pytest
from bench.language.corpus import GOLD, read

from alongside.language import check, load_rules
from alongside.language.findings import put_in
from alongside.language.patterns import PatternError
from alongside.language.spanish import noun_forms, verb_patterns, with_article
from alongside.language.spanish_verbs import verb_forms


def found(text):
    return [(finding.rule, finding.text) for finding in check(text, "es")]


def instead(text):
    return put_in(text, check(text, "es"))


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("adicto/a", ["adicto", "adicta", "adictos", "adictas"]),
        ("consumidor/a", ["consumidor", "consumidora", "consumidores", "consumidoras"]),
        ("borrachín/a", ["borrachín", "borrachina", "borrachines", "borrachinas"]),
        ("adicción/es", ["adicción", "adicciones"]),
        (
            "enfermo/a mental/es",
            ["enfermo mental", "enferma mental", "enfermos mentales", "enfermas mentales"],
        ),
        ("vicio oculto", ["vicio oculto"]),
    ],
)
def test_a_stroke_tells_how_a_noun_changes(pattern, forms):
    assert [words for words, _ in noun_forms(pattern)] == forms


@pytest.mark.parametrize(
    ("verb", "kind", "form"),
    [
        ("recaer", "past-3p", "recayeron"),
        ("recaer", "present-1s", "recaigo"),
        ("abusar", "wish-3s", "abuse"),
        ("tocar", "wish-3s", "toque"),
        ("padecer", "wish-3p", "padezcan"),
        ("volver", "present-3s", "vuelve"),
        ("decir", "past-3p", "dijeron"),
        ("negar", "wish-1p", "neguemos"),
        ("morir", "doing", "muriendo"),
        ("dar", "past-3s", "dio"),
        ("rehusar", "present-3s", "rehúsa"),
        ("hacer", "past-3s", "hizo"),
        ("mantener", "will-3s", "mantendrá"),
        ("recaer", "present-vos", "recaés"),
    ],
)
def test_verbs_take_the_form_they_have(verb, kind, form):
    assert verb_forms(verb)[kind] == form


def test_a_verb_with_se_is_found_before_behind_and_in_an_order():
    words = {words for words, _ in verb_patterns("limpiarse")}
    assert {"limpiarse", "se limpió", "limpiándose", "límpiate", "límpiese"} <= words


def test_what_is_no_verb_is_refused_in_plain_words():
    with pytest.raises(PatternError, match="the verb comes first"):
        verb_patterns("las drogas")


@pytest.mark.parametrize(
    ("before", "words", "right"),
    [
        ("un", "persona que usa drogas", "una"),
        ("del", "persona en recuperación", "de la"),
        ("Todos los", "personas sin hogar", "Todas las"),
        ("de la", "consumo", "del"),
        ("la", "persona sin hogar", None),
        ("es", "persona con una adicción", "es una"),
    ],
)
def test_the_article_follows_what_is_said_instead(before, words, right):
    assert with_article(before, words) == right


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("El adicto llegó.", "La persona con una adicción llegó."),
        ("Ayuda a los yonquis.", "Ayuda a las personas que usan drogas."),
        ("Mi hija es adicta.", "Mi hija es una persona con una adicción."),
        ("Un paciente alcohólico.", "Un paciente con un trastorno por consumo de alcohol."),
        ("Si recaes, llama.", "Si vuelves a consumir, llama."),
        ("Recayeron en mayo.", "Volvieron a consumir en mayo."),
        ("Habló del drogadicto.", "Habló de la persona con una adicción."),
        ("Reprobó el antidoping.", "Dio positivo."),
        ("Tiene cirrosis alcohólica.", "Tiene cirrosis asociada al alcohol."),
        ("Es incumplidora.", "Es una persona que no sigue el plan por ahora."),
        (
            "Se registró un incumplimiento del tratamiento.",
            "Se registró una dificultad con el plan.",
        ),
        ("Está loca.", "Está pasándolo mal."),
    ],
)
def test_what_is_said_instead_agrees(text, better):
    assert instead(text) == better


def test_a_pronoun_before_a_verb_is_no_article():
    assert [finding.text for finding in check("La manipula a diario.", "es")] == ["manipula"]


@pytest.mark.parametrize(
    ("harmful", "fine"),
    [
        ("Ana está limpia desde enero.", "La cocina está limpia desde ayer."),
        ("Tuvo una recaída en el consumo.", "Tuvo una recaída de la gripe."),
        ("Abuso de sustancias.", "Abuso infantil."),
        ("Su padre es alcohólico.", "Sin bebidas alcohólicas ni gel alcohólico."),
        ("Los internos del penal.", "Medicina interna y reglamento interno."),
        ("Paciente resistente al cambio.", "Bacteria resistente a la penicilina."),
        ("Está en negación.", "La negación es parte del duelo."),
        ("Niega consumo.", "Niega alergias."),
        ("Usuario de drogas.", "Persona usuaria de drogas; usuario y contraseña."),
        ("Los presos.", "Su hermano está preso."),
        ("Cayó en el vicio.", "Vicios ocultos y círculo vicioso."),
        ("Llegó borracho.", "Frijoles borrachos."),
        ("Hay que tocar fondo.", "El barco tocó fondo."),
        ("La vecina está loca.", "Ni loco; cada loco con su tema."),
    ],
)
def test_the_same_word_is_found_in_one_sense_and_left_alone_in_the_other(harmful, fine):
    assert found(harmful) != []
    assert found(fine) == []


@pytest.mark.parametrize(
    "text", ["Es alcoholico.", "TUVO UNA RECAÍDA", "tuvo una recaida", "llego borracho"]
)
def test_accents_may_be_missing_and_capitals_have_them(text):
    assert len(found(text)) == 1


def test_a_short_word_with_an_accent_is_not_the_one_without():
    """“En él recae la decisión” is fine; “recaída en el alcohol” is not."""
    assert found("Una recaída en el alcohol.") == [("relapse", "Una recaída")]


@pytest.mark.parametrize(
    "text",
    [
        "—Soy adicto —dijo Luis—, y no me da pena.",
        "«Soy tecata y qué».",
        "En sus palabras: soy una borracha feliz.",
        "Paciente dice: soy alcohólico y estoy cansado.",
    ],
)
def test_the_words_of_a_person_are_theirs(text):
    assert found(text) == []


def test_between_the_dashes_of_a_dialogue_the_writer_speaks():
    assert found("—Estoy bien —dijo el adicto—. Gracias.") == [("addict", "el adicto")]


def test_a_dash_after_a_sentence_lets_another_speak():
    assert found("—¿Y tú qué eres? —Adicto, hermano, y con orgullo.") == []


def test_a_dash_before_a_list_is_no_dialogue():
    assert found("— un adicto\n— otra cosa") == [("addict", "un adicto")]


def test_every_rule_has_a_reason_a_source_and_most_say_what_else():
    rules = load_rules("es").rules
    assert [rule.id for rule in rules if not rule.reason.endswith((".", "?"))] == []
    assert [rule.id for rule in rules if not rule.instead] == []


@pytest.mark.skipif(not (GOLD / "es").is_dir(), reason="the Spanish gold corpus is not here")
def test_every_rule_marked_in_the_half_for_development_is_a_rule():
    known = {rule.id for rule in load_rules("es").rules}
    marked = {mark.rule for text in read(GOLD / "es" / "development") for mark in text.marks}
    assert marked - known == set()


@pytest.mark.parametrize(
    "text",
    [
        "CIE-10: abuso de alcohol",
        "F19.1 - Abuso de sustancias",
        "Dx: dependencia de cocaína (F14.2)",
        "CIE-10 F10.2: síndrome de dependencia del alcohol",
    ],
)
def test_the_name_that_belongs_to_a_code_of_a_diagnosis_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("mi primo está enganchao a la coca", ("addicted", "enganchao")),
        ("Llegó todo arrebatao.", ("intoxicated-slang", "arrebatao")),
    ],
)
def test_words_are_known_as_they_are_said(text, rule):
    assert found(text) == [rule]


@pytest.mark.parametrize(
    ("fine", "harmful", "rule"),
    [
        ("El río está limpio.", "¿Alguien llega limpio?", ("clean", "limpio")),
        ("El patio quedó sucio.", "Otra vez sucio, dice la oficial.", ("dirty", "sucio")),
        ("Llego pasado mañana.", "Llegó pasado a la cita.", ("intoxicated-slang", "pasado")),
        ("La mula carga el café.", "La detuvieron de mula.", ("dealer", "mula")),
        ("La facilitadora del grupo.", "Su mamá es facilitadora.", ("enabling", "facilitadora")),
        ("Se solapan los turnos.", "Lo estás solapando.", ("enabling", "solapando")),
        ("Niega usar lentes.", "Niega rotundamente haber usado.", ("admits", "Niega")),
        ("La infección recayó.", "Joel recayó anoche.", ("relapse", "recayó")),
        ("Trabaja de cristalero.", "Le dicen cristalero.", ("tweaker", "cristalero")),
        ("Su familia la rechazó.", "Se ofrece cama y la rechazó.", ("refused", "la rechazó")),
        ("Hotel Loco Mar.", "El vecino loco.", ("crazy", "loco")),
        ("Plaga de chinches.", "Los adictos son una plaga.", ("scourge", "una plaga")),
        ("Guantes desechables.", "Lo tratan de desechable.", ("vagrant", "desechable")),
        (
            "Parche de nicotina.",
            "Terapia de reemplazo.",
            ("replacement-treatment", "Terapia de reemplazo"),
        ),
    ],
)
def test_words_with_two_lives_are_told_apart(fine, harmful, rule):
    assert found(fine) == []
    assert rule in found(harmful)
