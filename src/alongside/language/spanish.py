"""How Spanish words change: gender, number, verbs, and the articles before them.

In rules of Spanish a noun shows with a stroke what changes, as people write it:

    adicto/a            adicto, adicta, adictos, adictas
    consumidor/a        consumidor, consumidora, consumidores, consumidoras
    recaída/s           recaída, recaídas
    enfermo/a mental/es enfermo mental, enferma mental, enfermos mentales, enfermas mentales

A verb is written in its basic form; one with “se” is found with its pronoun before it.

What to say instead may begin with the place where it fits: “cosa:” in place of a word without
genders (incumplimiento), “quien:” of a word for people (incumplidor), “estar:” after *está*.
“persona con una adicción” loses its “persona” after another word for people (*paciente*).
"""

import re

from alongside.language.patterns import PatternError
from alongside.language.spanish_verbs import conjugated, ways_to_say

CHANGES = re.compile(r"(\w+)/(as?|es|s)\b")
KINDS: tuple[str, ...] = ("one-m", "one-f", "many-m", "many-f")
OF_EITHER_GENDER = re.compile(r"(?:nte|ista|ópata|qui|ki|ky|ie)/s\b")
SPOKEN = re.compile(r"ado/a\b")
FITS = re.compile(r"(cosa|quien|estar): ")
WITHOUT_ACCENT = str.maketrans("áéíóúü", "aeiouu")
LOUD_ACCENT = str.maketrans("áéíóúüñ", "ÁÉÍÓÚÜÑ")
BASIC = re.compile(r"(?!mujer|lugar|hogar|bienestar)\w+[aei]r(?:se)?(?=\s|$)")

DETERMINERS = {
    "un": "una", "el": "la", "al": "a la", "del": "de la", "este": "esta", "ese": "esa",
    "aquel": "aquella", "otro": "otra", "algún": "alguna", "ningún": "ninguna", "todo": "toda",
    "nuestro": "nuestra", "mismo": "misma", "cada": "cada",
    "unos": "unas", "los": "las", "estos": "estas", "esos": "esas", "aquellos": "aquellas",
    "otros": "otras", "algunos": "algunas", "todos": "todas", "nuestros": "nuestras",
    "muchos": "muchas", "varios": "varias", "pocos": "pocas", "ambos": "ambas",
    "mismos": "mismas", "cuántos": "cuántas", "tantos": "tantas",
}  # fmt: skip
MASCULINE = {feminine: masculine for masculine, feminine in DETERMINERS.items()}
DETERMINERS["los demás"] = "las demás"
MASCULINE["las demás"] = "los demás"
_EACH = "|".join(sorted({*DETERMINERS, *MASCULINE}, key=len, reverse=True)).replace(" ", r"\s")
_IS = r"(?:es|era|eres|soy|fue|sea|ser|siendo|sido|será)(?:\s(?:muy|bien|tan|medio|bastante))?"
ARTICLE = re.compile(rf"(?<!\w)(?:(?:{_EACH})(?:\s(?:{_EACH}))?|{_IS})\s{{1,12}}\Z", re.IGNORECASE)
IS = {"es", "era", "eres", "soy", "fue", "sea", "ser", "siendo", "sido", "será"}
PERSON = re.compile(r"^personas?\s")
AFTER_PEOPLE = re.compile(
    r"(?<!\w)(?:pacientes?|pte|px|participantes?|client[ea]s?|residentes?|usuari[oa]s?|señor(?:a|es|as)?"
    r"|familiar(?:es)?|hombres?|mujer(?:es)?|jóvenes|joven|personas?|herman[oa]s?|hij[oa]s?|espos[oa]"
    r"|pareja|marido|vecin[oa]s?|muchach[oa]s?|alumn[oa]s?|padres?|madres?|papá|mamá|amig[oa]s?|gente"
    r"|poblacion|población|comunidad)\s+(?:muy\s+|bien\s+|tan\s+)?\Z",
    re.IGNORECASE,
)
AFTER_ESTAR = re.compile(
    r"(?<!\w)(?:está|esta|están|estaba|estaban|estar|estoy|estás|estuvo|sigue|siguen|anda|andaba"
    r"|andan|lleg[óa]|viene|vino|puso|pone)\s+(?:muy\s+|bien\s+|tan\s+|medio\s+|ya\s+)?\Z",
    re.IGNORECASE,
)
FEMININE = re.compile(r"\w*(?:as?|[cst]ión|[cst]iones|[dt]ad|[dt]ades)\b", re.IGNORECASE)
NOT_FEMININE = re.compile(r"(?:problemas?|programas?|días?|síntomas?|sistemas?)\b", re.IGNORECASE)


def inflected(word: str, change: str, kind: str) -> str:
    """adicto, “a”, many-f → adictas."""
    many, feminine = kind.startswith("many"), kind.endswith("-f")
    if change.startswith("a") and feminine:
        stem = word[:-1] if word[-1] in "oe" else unstressed(word)
        return stem + ("as" if many else "a")
    if not many:
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    if change == "es" or (change.startswith("a") and word[-1] not in "aeiouáéó"):
        return unstressed(word) + "es"
    return word + "s"


def unstressed(word: str) -> str:
    """ladrón → ladron: the written accent of the last syllable goes when one more follows."""
    return re.sub(r"([áéíóú])([ns])$", lambda m: m[1].translate(WITHOUT_ACCENT) + m[2], word)


def noun_forms(pattern: str) -> list[tuple[str, str]]:
    """(words, kind): of each gender and number that the strokes in the pattern tell of."""
    changes = {change for _, change in CHANGES.findall(pattern)}
    if not changes:
        return [(pattern, "one")]
    if any(change.startswith("a") for change in changes):
        kinds = KINDS
    else:
        kinds = ("one-c", "many-c") if OF_EITHER_GENDER.search(pattern) else ("one", "many")
    made = [(_inflected_all(pattern, kind), kind) for kind in kinds]
    if SPOKEN.search(pattern):  # enganchado is said, and written, as enganchao
        made += [(_inflected_all(SPOKEN.sub("ao/s", pattern), kind), kind) for kind in kinds[::2]]
    return made


def _inflected_all(words: str, kind: str) -> str:
    return CHANGES.sub(lambda match: inflected(match[1], match[2], kind), words)


def verb_patterns(pattern: str) -> list[tuple[str, str]]:
    """(words, kind) of every form of the first word; “se” stands before or hangs behind."""
    verb, space, rest = pattern.partition(" ")
    if not BASIC.fullmatch(verb):
        raise PatternError(f"in “{pattern}” the verb comes first, in its basic form: inyectarse")
    return [(words + space + rest, kind) for words, kind in ways_to_say(verb, alone=not rest)]


def suggestion(instead: str, kind: str) -> str | None:
    """What to say in place of words of this kind; None when it does not fit there."""
    kind, _, place = kind.partition("+")
    fits = FITS.match(instead)
    if fits:
        instead = instead[fits.end() :]
        if not _fits(fits[1], kind, place):
            return None
    is_verb = bool(BASIC.match(instead))
    if is_verb != (kind != "" and not kind.startswith(("one", "many"))):
        return None
    if is_verb:
        verb, space, rest = instead.partition(" ")
        return conjugated(verb, kind) + space + rest
    one, _, many = instead.partition(" / ")
    words = _inflected_all(many if kind.startswith("many") and many else one, kind)
    return PERSON.sub("", words) if place else words


def _fits(where: str, kind: str, place: str) -> bool:
    if where == "estar":
        return place == "estar"
    return (where == "quien") == ("-" in kind)


def article_before(window: str, start: int) -> str:
    """The article or the like right before a place, with its gap: “todos los ”, “del ”."""
    match = ARTICLE.search(window, max(0, start - 32), start)
    return match[0] if match else ""


def with_article(before: str, words: str) -> str | None:
    """What stands before these words, as it should be there; None when it is right already."""
    feminine = bool(FEMININE.match(words)) and not NOT_FEMININE.match(words)
    wanted = DETERMINERS if feminine else MASCULINE
    said = " ".join(before.lower().split())
    if said.split()[0] in IS:
        made = said.split()[0] + " una" if words.startswith("persona ") else said
        return None if made == said else made.capitalize() if before[0].isupper() else made
    made = wanted.get(said) or " ".join(wanted.get(word, word) for word in said.split())
    if made == said:
        return None
    return made.capitalize() if before[0].isupper() else made


def which_kind(kinds: tuple[str, ...], window: str, start: int) -> str:
    """Of forms that are written alike, the noun first: “el abuso” is met more than “yo abuso”."""
    nouns = [kind for kind in kinds if kind.startswith(("one", "many"))]
    kind = (nouns or list(kinds))[0]
    before = window[max(0, start - 40) : start]
    if nouns and AFTER_ESTAR.search(before):
        return f"{kind}+estar"
    return f"{kind}+people" if nouns and AFTER_PEOPLE.search(before) else kind


def spellings(word: str, *, exact_case: bool) -> list[str]:
    """As it is written, in capitals, and in haste: recaída, RECAÍDA, recaida."""
    hasty = word.translate(WITHOUT_ACCENT)
    if exact_case:
        return list(dict.fromkeys([word, hasty]))
    return list(
        dict.fromkeys([word, word.translate(LOUD_ACCENT), hasty, hasty.translate(LOUD_ACCENT)])
    )


def stands_before_noun(window: str, start: int, end: int, kind: str) -> bool:
    """Adjectives stand behind their noun, where a longer phrase fits as well."""
    return False


def may_stand_before_noun(words: str) -> bool:
    return True


def as_owner(words: str) -> str:
    """Spanish says “la madre del adicto”, where any phrase fits."""
    return words
