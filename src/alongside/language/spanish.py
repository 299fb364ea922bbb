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
from functools import lru_cache

from alongside.language.patterns import PatternError

CHANGES = re.compile(r"(\w+)/(as?|es|s)\b")
KINDS = ("one-m", "one-f", "many-m", "many-f")
OF_EITHER_GENDER = re.compile(r"(?:nte|ista|ópata|qui|ki|ky|ie)/s\b")
FITS = re.compile(r"(cosa|quien|estar): ")
WITHOUT_ACCENT = str.maketrans("áéíóúü", "aeiouu")
ACCENTED = str.maketrans("aeiou", "áéíóú")
LOUD_ACCENT = str.maketrans("áéíóúüñ", "ÁÉÍÓÚÜÑ")
PRONOUN = {"1s": "me", "2s": "te", "3s": "se", "1p": "nos", "3p": "se"}
PERSONS = ("1s", "2s", "3s", "1p", "3p")
BASIC = re.compile(r"(?!mujer|lugar|hogar|bienestar)\w+[aei]r(?:se)?(?=\s|$)")

ENDINGS = {
    "a": {
        "present": ("o", "as", "a", "amos", "an"),
        "past": ("é", "aste", "ó", "amos", "aron"),
        "used": ("aba", "abas", "aba", "ábamos", "aban"),
        "wish": ("e", "es", "e", "emos", "en"),
        "if": ("ara", "aras", "ara", "áramos", "aran"),
    },
    "e": {
        "present": ("o", "es", "e", "emos", "en"),
        "past": ("í", "iste", "ió", "imos", "ieron"),
        "used": ("ía", "ías", "ía", "íamos", "ían"),
        "wish": ("a", "as", "a", "amos", "an"),
        "if": ("iera", "ieras", "iera", "iéramos", "ieran"),
    },
}
ENDINGS["i"] = {**ENDINGS["e"], "present": ("o", "es", "e", "imos", "en")}
LATER = {"will": ("é", "ás", "á", "emos", "án"), "would": ("ía", "ías", "ía", "íamos", "ían")}
STRONG = ("e", "iste", "o", "imos", "ieron")  # tuve, dije: the past of verbs with a stem of its own

#: stressed stem; stem of “-ió, -ieron, -iendo”; “yo” of the present; stem of the past;
#: stem of what will be; participle. What is left out goes by the rule.
STEMS: dict[str, dict[str, str]] = {
    "caer": {"I": "caig", "past": "ca", "part": "caído"},
    "confesar": {"stressed": "confies"},
    "decir": {"stressed": "dic", "high": "dic", "I": "dig", "strong": "dij", "later": "dir", "part": "dicho"},
    "estar": {"strong": "estuv"},
    "morir": {"stressed": "muer", "high": "mur", "part": "muerto"},
    "negar": {"stressed": "nieg"},
    "perder": {"stressed": "pierd"},
    "poner": {"I": "pong", "strong": "pus", "later": "pondr", "part": "puesto"},
    "preferir": {"stressed": "prefier", "high": "prefir"},
    "recaer": {"I": "recaig", "past": "reca", "part": "recaído"},
    "referir": {"stressed": "refier", "high": "refir"},
    "rehusar": {"stressed": "rehús"},
    "reprobar": {"stressed": "reprueb"},
    "salir": {"I": "salg", "later": "saldr"},
    "seguir": {"stressed": "sigu", "high": "sigu", "I": "sig"},
    "tener": {"stressed": "tien", "I": "teng", "strong": "tuv", "later": "tendr"},
    "hacer": {"I": "hag", "strong": "hic", "later": "har", "part": "hecho"},
    "mantener": {"stressed": "mantien", "I": "manteng", "strong": "mantuv", "later": "mantendr"},
    "tropezar": {"stressed": "tropiez"},
    "volver": {"stressed": "vuelv", "part": "vuelto"},
}
WHOLE = {
    "hacer": {"past-3s": "hizo"},
    "estar": {
        "present-1s": "estoy", "present-2s": "estás", "present-3s": "está", "present-3p": "están",
        "wish-1s": "esté", "wish-2s": "estés", "wish-3s": "esté", "wish-3p": "estén",
    },
    "dar": {
        "present-1s": "doy", "present-2s": "das", "present-3s": "da", "present-3p": "dan",
        "past-1s": "di", "past-2s": "diste", "past-3s": "dio", "past-1p": "dimos", "past-3p": "dieron",
        "wish-1s": "dé", "wish-3s": "dé", "if-3s": "diera", "if-3p": "dieran",
    },
}  # fmt: skip
BEFORE_BASIC = "se (va a|van a|iba a|quiere|quieren|quería|puede|pueden|pudo|deja|volvió a|vuelve a)"
BEFORE_E = (("c", "qu"), ("g", "gu"), ("z", "c"))

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
ARTICLE = re.compile(
    rf"(?<!\w)(?:(?:{_EACH})(?:\s(?:{_EACH}))?|{_IS})\s{{1,12}}\Z", re.IGNORECASE
)
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
    return [(_inflected_all(pattern, kind), kind) for kind in kinds]


def _inflected_all(words: str, kind: str) -> str:
    return CHANGES.sub(lambda match: inflected(match[1], match[2], kind), words)


@lru_cache(maxsize=256)
def verb_forms(verb: str) -> dict[str, str]:
    """present-3s, past-3p, used-, wish-, if-, will-, would- … and basic, doing, done."""
    own = STEMS.get(verb, {})
    stem, vowel = verb[:-2], verb[-2]
    stressed, high = own.get("stressed", stem), own.get("high", stem)
    made = {"basic": verb, "done": own.get("part", stem + ("ado" if vowel == "a" else "ido"))}
    made["doing"] = _glide(high + ("ando" if vowel == "a" else "iendo"))
    made["done-f"] = re.sub(r"o$", "a", made["done"])
    wish = own.get("I", _zc(stressed, vowel))
    for tense, endings in ENDINGS[vowel].items():
        for person, ending in zip(PERSONS, endings, strict=True):
            base = stem
            if tense == "present":
                base = stressed if person != "1p" else stem
                base = own.get("I", _zc(stressed, vowel)) if person == "1s" else base
            elif tense == "wish":
                base = wish if person != "1p" or "I" in own else _zc(high, vowel)
            elif ending.startswith("i") and ending not in ("imos", "iste", "ía") and tense != "used":
                base = high
            made[f"{tense}-{person}"] = _glide(_before_e(base, ending, vowel) + ending)
    for tense, endings in LATER.items():
        for person, ending in zip(PERSONS, endings, strict=True):
            made[f"{tense}-{person}"] = own.get("later", verb) + ending
    if "strong" in own:
        _strong_past(made, own["strong"])
    made |= WHOLE.get(verb, {})
    return made


def _strong_past(made: dict[str, str], stem: str) -> None:
    for person, ending in zip(PERSONS, STRONG, strict=True):
        made[f"past-{person}"] = stem + (ending.removeprefix("i") if stem.endswith("j") and person == "3p" else ending)
    for person, ending in zip(PERSONS, ENDINGS["e"]["if"], strict=True):
        made[f"if-{person}"] = stem + (ending.removeprefix("i") if stem.endswith("j") else ending)


def _zc(stem: str, vowel: str) -> str:
    """padec-er → padezc-, before o and a."""
    return re.sub(r"(?<=[aeo])c$", "zc", stem) if vowel != "a" else stem


def _before_e(stem: str, ending: str, vowel: str) -> str:
    if vowel == "a" and ending[0] in "eé":
        for last, written in BEFORE_E:
            if stem.endswith(last):
                return stem.removesuffix(last) + written
    return stem


def _glide(form: str) -> str:
    """reca-ió → recayó, reca-iste → recaíste."""
    form = re.sub(r"(?<=[aeo])i(?=[eó])", "y", form)
    return re.sub(r"(?<=[aeo])i(?=ste|mos|do)", "í", form)


def verb_patterns(pattern: str) -> list[tuple[str, str]]:
    """(words, kind) of every form of the first word; “se” stands before or hangs behind."""
    verb, space, rest = pattern.partition(" ")
    if not BASIC.fullmatch(verb):
        raise PatternError(f"in “{pattern}” the verb comes first, in its basic form: usar, inyectarse")
    reflexive = verb.endswith("se")
    verb = verb.removesuffix("se")
    made = []
    for kind, form in verb_forms(verb).items():
        if not reflexive:
            made.append((form + space + rest, kind))
            if not rest and kind in ("basic", "doing"):
                hung = form.replace("ando", "ándo").replace("endo", "éndo")
                made += [(hung + pronoun, kind) for pronoun in ("lo", "la", "los", "las", "le", "les")]
        elif kind == "basic":
            made += [(form + pronoun + space + rest, kind) for pronoun in ("se", "me", "te", "nos")]
            made.append((f"{BEFORE_BASIC} {form}{space}{rest}", kind))
        elif kind == "doing":
            made += [(_conjugated(verb + "se", kind) + space + rest, kind), (f"se (está|estaba|anda|sigue) {form}{space}{rest}", kind)]
        elif kind == "done":
            made.append((f"se (ha|han|había|habían|haya|hayan) {form}{space}{rest}", kind))
        elif kind != "done-f":
            made.append((f"{PRONOUN[kind[-2:]]} {form}{space}{rest}", kind))
            made += [(told + space + rest, kind) for told in _told(form, kind)]
    return list(dict.fromkeys(made))


def _told(form: str, kind: str) -> list[str]:
    """límpiate, límpiese: the accent may fall on any vowel before the last."""
    pronoun = {"present-3s": "te", "wish-3s": "se", "wish-3p": "se"}.get(kind)
    if pronoun is None:
        return []
    vowels = [at for at, letter in enumerate(form[:-1]) if letter in "aeiou"]
    accented = [form[:at] + form[at].translate(ACCENTED) + form[at + 1 :] for at in vowels]
    return [word + pronoun for word in accented]


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
        return _conjugated(verb, kind) + space + rest
    one, _, many = instead.partition(" / ")
    words = _inflected_all(many if kind.startswith("many") and many else one, kind)
    return PERSON.sub("", words) if place else words


def _fits(where: str, kind: str, place: str) -> bool:
    if where == "estar":
        return place == "estar"
    return (where == "quien") == ("-" in kind)


def _conjugated(verb: str, kind: str) -> str:
    form = verb_forms(verb.removesuffix("se"))[kind]
    if not verb.endswith("se"):
        return form
    if kind == "doing":
        return form.replace("ando", "ándo").replace("endo", "éndo") + "se"
    return form + "se" if kind == "basic" else f"{PRONOUN.get(kind[-2:], 'se')} {form}"


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
    return list(dict.fromkeys([word, word.translate(LOUD_ACCENT), hasty, hasty.translate(LOUD_ACCENT)]))
