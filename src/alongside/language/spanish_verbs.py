"""Spanish verbs in all their forms, regular ones and those that rules need."""

import re
from functools import lru_cache

PERSONS = ("1s", "2s", "3s", "1p", "3p")
PRONOUN = {"1s": "me", "2s": "te", "vos": "te", "3s": "se", "1p": "nos", "3p": "se"}
CLITICS = ("lo", "la", "los", "las", "le", "les")
ACCENTED = str.maketrans("aeiou", "áéíóú")
BEFORE_BASIC = (
    "se (va a|van a|iba a|quiere|quieren|quería|puede|pueden|pudo|deja|volvió a|vuelve a)"
)
BEFORE_DOING = "se (está|estaba|anda|sigue)"
BEFORE_DONE = "se (ha|han|había|habían|haya|hayan)"

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
STRONG = {"past": ("e", "iste", "o", "imos", "ieron"), "if": ENDINGS["e"]["if"]}  # tuve, tuviera
GLIDING = re.compile(r"i[óe]")  # endings that a few stems change for: pid-ió, mur-ieron

#: stressed stem; stem of “-ió, -ieron, -iendo”; stem of “yo” now and of wishes; stem of the past;
#: stem of what will be; participle. What is left out goes by the rule.
STEMS: dict[str, dict[str, str]] = {
    "aprobar": {"stressed": "aprueb"},
    "caer": {"I": "caig", "part": "caído"},
    "confesar": {"stressed": "confies"},
    "decir": {
        "stressed": "dic", "high": "dic", "I": "dig", "strong": "dij", "later": "dir",
        "part": "dicho",
    },
    "envolver": {"stressed": "envuelv", "part": "envuelto"},
    "estar": {"strong": "estuv"},
    "hacer": {"I": "hag", "strong": "hic", "later": "har", "part": "hecho"},
    "mantener": {"stressed": "mantien", "I": "manteng", "strong": "mantuv", "later": "mantendr"},
    "morir": {"stressed": "muer", "high": "mur", "part": "muerto"},
    "negar": {"stressed": "nieg"},
    "pedir": {"stressed": "pid", "high": "pid"},
    "perder": {"stressed": "pierd"},
    "poner": {"I": "pong", "strong": "pus", "later": "pondr", "part": "puesto"},
    "preferir": {"stressed": "prefier", "high": "prefir"},
    "recaer": {"I": "recaig", "part": "recaído"},
    "referir": {"stressed": "refier", "high": "refir"},
    "rehusar": {"stressed": "rehús"},
    "reprobar": {"stressed": "reprueb"},
    "salir": {"I": "salg", "later": "saldr"},
    "seguir": {"stressed": "sigu", "high": "sigu", "I": "sig"},
    "tener": {"stressed": "tien", "I": "teng", "strong": "tuv", "later": "tendr"},
    "tronar": {"stressed": "truen"},
    "tropezar": {"stressed": "tropiez"},
    "volver": {"stressed": "vuelv", "part": "vuelto"},
}  # fmt: skip
WHOLE = {
    "hacer": {"past-3s": "hizo"},
    "estar": {
        "present-1s": "estoy", "present-2s": "estás", "present-3s": "está", "present-3p": "están",
        "wish-1s": "esté", "wish-2s": "estés", "wish-3s": "esté", "wish-3p": "estén",
    },
    "dar": {
        "present-1s": "doy", "present-2s": "das", "present-3s": "da", "present-3p": "dan",
        "past-1s": "di", "past-2s": "diste", "past-3s": "dio", "past-1p": "dimos",
        "past-3p": "dieron", "wish-1s": "dé", "wish-3s": "dé", "if-3s": "diera", "if-3p": "dieran",
    },
}  # fmt: skip
BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}


@lru_cache(maxsize=256)
def verb_forms(verb: str) -> dict[str, str]:
    """present-3s, past-3p, used-, wish-, if-, will-, would- … and basic, doing, done."""
    own, vowel = STEMS.get(verb, {}), verb[-2]
    part = "ado" if vowel == "a" else "ido"
    doing = own.get("high", verb[:-2]) + ("ando" if vowel == "a" else "iendo")
    made = {"basic": verb, "done": own.get("part", verb[:-2] + part), "doing": _glide(doing)}
    for tense, endings in ENDINGS[vowel].items():
        for person, ending in zip(PERSONS, endings, strict=True):
            stem = _stem(verb, tense, person, ending)
            made[f"{tense}-{person}"] = _glide(_before_e(stem, ending, vowel) + ending)
    for tense, endings in LATER.items():
        for person, ending in zip(PERSONS, endings, strict=True):
            made[f"{tense}-{person}"] = own.get("later", verb) + ending
    made["present-vos"] = verb[:-2] + vowel.translate(ACCENTED) + "s"  # vos recaés, te limpiás
    if "strong" in own:
        made |= _strong(own["strong"])
    return made | WHOLE.get(verb, {})


def _stem(verb: str, tense: str, person: str, ending: str) -> str:
    """Which of a verb's stems stands before an ending."""
    own, stem = STEMS.get(verb, {}), verb[:-2]
    stressed, high = own.get("stressed", stem), own.get("high", stem)
    if tense == "wish" or (tense == "present" and person == "1s"):
        if "I" in own:
            return own["I"]
        stem = high if person == "1p" else stressed
        return stem if verb[-2] == "a" else re.sub(r"(?<=[aeo])c$", "zc", stem)  # padezco
    if tense == "present" and person != "1p":
        return stressed
    return high if tense in ("past", "if") and GLIDING.match(ending) else stem


def _strong(stem: str) -> dict[str, str]:
    """tuve, tuvo, tuviera; dijeron and not dijieron."""
    return {
        f"{tense}-{person}": (stem + ending).replace("jie", "je").replace("jié", "jé")
        for tense, endings in STRONG.items()
        for person, ending in zip(PERSONS, endings, strict=True)
    }


def _before_e(stem: str, ending: str, vowel: str) -> str:
    """toc-é → toqué."""
    if vowel == "a" and ending[0] in "eé" and stem[-1] in BEFORE_E:
        return stem[:-1] + BEFORE_E[stem[-1]]
    return stem


def _glide(form: str) -> str:
    """reca-ió → recayó, reca-iste → recaíste."""
    form = re.sub(r"(?<=[aeo])i(?=[eéó])", "y", form)
    return re.sub(r"(?<=[aeo])i(?=ste|mos|do)", "í", form)


def hung(form: str, pronoun: str) -> str:
    """usando, “lo” → usándolo."""
    return form.replace("ando", "ándo").replace("endo", "éndo") + pronoun


def conjugated(verb: str, kind: str) -> str:
    """The form of one kind; of “inyectarse”: se inyecta, inyectándose."""
    form = verb_forms(verb.removesuffix("se"))[kind]
    if not verb.endswith("se"):
        return form
    if kind in ("basic", "doing"):
        return hung(form, "se")
    return f"{PRONOUN.get(kind.partition('-')[2], 'se')} {form}"


def ways_to_say(verb: str, *, alone: bool) -> list[tuple[str, str]]:
    """(words, kind) of all forms; `alone`: nothing follows, so that “lo” may hang behind."""
    reflexive = verb.endswith("se")
    made: list[tuple[str, str]] = []
    for kind, form in verb_forms(verb.removesuffix("se")).items():
        if reflexive:
            made += [(words, kind) for words in _reflexive(verb, kind, form)]
            continue
        made.append((form, kind))
        if alone and kind in ("basic", "doing"):
            made += [(hung(form, clitic), kind) for clitic in CLITICS]
    return list(dict.fromkeys(made))


def _reflexive(verb: str, kind: str, form: str) -> list[str]:
    if kind == "basic":
        return [
            *(form + pronoun for pronoun in ("se", "me", "te", "nos")),
            f"{BEFORE_BASIC} {form}",
        ]
    if kind == "doing":
        return [hung(form, "se"), f"{BEFORE_DOING} {form}"]
    if kind == "done":
        return [f"{BEFORE_DONE} {form}"]
    return [conjugated(verb, kind), *_told(form, kind)]


def _told(form: str, kind: str) -> list[str]:
    """límpiate, límpiese: the accent may fall on any vowel before the last."""
    pronoun = {"present-3s": "te", "wish-3s": "se", "wish-3p": "se"}.get(kind)
    if pronoun is None:
        return []
    vowels = [at for at, letter in enumerate(form[:-1]) if letter in "aeiou"]
    return [form[:at] + form[at].translate(ACCENTED) + form[at + 1 :] + pronoun for at in vowels]
