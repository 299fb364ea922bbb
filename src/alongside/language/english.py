"""How English words change: plurals, verbs, "a" and "an"."""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from alongside.language.patterns import split

VERBS = {
    "be": ("is", "was", "been", "being"),
    "become": ("becomes", "became", "become", "becoming"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "come", "coming"),
    "commit": ("commits", "committed", "committed", "committing"),
    "do": ("does", "did", "done", "doing"),
    "drink": ("drinks", "drank", "drunk", "drinking"),
    "fail": ("fails", "failed", "failed", "failing"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "had", "having"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "leave": ("leaves", "left", "left", "leaving"),
    "lose": ("loses", "lost", "lost", "losing"),
    "make": ("makes", "made", "made", "making"),
    "miss": ("misses", "missed", "missed", "missing"),
    "nod": ("nods", "nodded", "nodded", "nodding"),
    "pay": ("pays", "paid", "paid", "paying"),
    "pop": ("pops", "popped", "popped", "popping"),
    "put": ("puts", "put", "put", "putting"),
    "quit": ("quits", "quit", "quit", "quitting"),
    "run": ("runs", "ran", "run", "running"),
    "say": ("says", "said", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "sell": ("sells", "sold", "sold", "selling"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "slip": ("slips", "slipped", "slipped", "slipping"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "stop": ("stops", "stopped", "stopped", "stopping"),
    "struggle": ("struggles", "struggled", "struggled", "struggling"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "told", "telling"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "drop": ("drops", "dropped", "dropped", "dropping"),
    "refer": ("refers", "referred", "referred", "referring"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "try": ("tries", "tried", "tried", "trying"),
}
PLURALS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "baby": "babies",
}
SOUNDS_LIKE_A_VOWEL = re.compile(r"(?i:hour|honest|heir|honou?r)|[AEFHILMNORSX](?=[A-Z0-9]|\b)")
SOUNDS_LIKE_A_CONSONANT = re.compile(
    r"(?i:u(?:s[aei]|ni(?!n|m)|tensil|tili)|eu|one\b|once\b)|U(?=[A-Z])"
)


def plural(noun: str) -> str:
    """The plural of the last word: drug user → drug users."""
    head, space, word = noun.rpartition(" ")
    if word in PLURALS:
        made = PLURALS[word]
    elif re.search(r"[^aeiou]y$", word):
        made = word[:-1] + "ies"
    elif re.search(r"(?:s|x|z|ch|sh)$", word):
        made = word + "es"
    else:
        made = word + "s"
    return head + space + made


def verb_forms(verb: str) -> dict[str, str]:
    """base, s, ed (told of yesterday), en (has …) and ing of the first word."""
    word, space, rest = verb.partition(" ")
    if word in VERBS:
        forms = (word, *VERBS[word])
    elif word.endswith("e"):
        forms = (word, word + "s", word + "d", word + "d", word[:-1] + "ing")
    elif re.search(r"[^aeiou]y$", word):
        stem = word[:-1] + "i"
        forms = (word, stem + "es", stem + "ed", stem + "ed", word + "ing")
    elif re.search(r"(?:s|x|z|ch|sh)$", word):
        forms = (word, word + "es", word + "ed", word + "ed", word + "ing")
    else:
        forms = (word, word + "s", word + "ed", word + "ed", word + "ing")
    return {
        kind: form + space + rest
        for kind, form in zip(("base", "s", "ed", "en", "ing"), forms, strict=True)
    }


@lru_cache(maxsize=4_096)
def article(words: str) -> str:
    """ "a" or "an", whichever is said before these words."""
    if SOUNDS_LIKE_A_CONSONANT.match(words):
        return "a"
    return "an" if words[:1].lower() in "aeiou" or SOUNDS_LIKE_A_VOWEL.match(words) else "a"


def noun_forms(pattern: str) -> list[tuple[str, str]]:
    """(words, "one" or "many"): the last word changes, or what stands after a slash is taken."""
    one, *many = split(pattern, "/")
    if many:
        return [(one.strip(), "one"), (many[0].strip(), "many")]
    return [(pattern, "one"), (_each(pattern, plural, last=True), "many")]


def verb_patterns(pattern: str) -> list[tuple[str, str]]:
    """(words, form): the first word changes; equal forms stay, each with its own name."""
    return [
        (_each(pattern, partial(_verb_form, form), last=False), form)
        for form in ("base", "s", "ed", "en", "ing")
    ]


def _verb_form(form: str, verb: str) -> str:
    return verb_forms(verb)[form]


def _each(pattern: str, change: Callable[[str], str], *, last: bool) -> str:
    """The pattern with its last or first place changed, each of its alternatives by itself."""
    places = split(pattern)
    at = -1 if last else 0
    if places[at].startswith("(") and places[at].endswith(")"):
        ways = (_each(way, change, last=last) for way in split(places[at][1:-1], "|"))
        places[at] = f"({'|'.join(ways)})"
    else:
        places[at] = change(places[at])
    return " ".join(places)


def suggestion(instead: str, kind: str) -> str | None:
    """What to say in place of words of this kind; None when it does not fit there."""
    is_verb = kind in ("base", "s", "ed", "en", "ing")
    if instead.startswith("to "):
        forms = verb_forms(instead.removeprefix("to "))
        return forms[kind] if is_verb else None
    if is_verb:
        return None
    one, _, many = instead.partition(" / ")
    return many if kind == "many" and many else one


def with_article(before: str, words: str) -> str | None:
    """The article as it should be, when `before` is the wrong one for these words."""
    right = article(words)
    if before.lower() == right or before.lower() not in ("a", "an"):
        return None
    return right.capitalize() if before[0].isupper() else right


ARTICLE = re.compile(r"(?<![\w'’-])an?\s{1,12}\Z", re.IGNORECASE)
NOUN_AHEAD = re.compile(
    r"(?<!\w)(?:an?|the|his|her|their|my|your|our|this|that|any|no|each|every|some|of|in|for|after|"
    r"before|from|with|without|about|on|into|\w+(?:ous|al|ive|ent|ant|ful|ed|ary)|first|last|next|"
    r"recent|past|multiple|several|two|three|risk|opioid|alcohol|drug)\s+\Z",
    re.IGNORECASE,
)
PERFECT_AHEAD = re.compile(
    r"(?:\b(?:has|have|had|is|was|were|are|been|being|be|having|not|never)|['’]ve|['’]d)\s+\Z", re.I
)


def which_kind(kinds: tuple[str, ...], window: str, start: int) -> str:
    """relapse: a noun after "a", a verb after "they"; relapsed: had relapsed, or yesterday."""
    if len(kinds) == 1:
        return kinds[0]
    nouns = [kind for kind in kinds if kind in ("one", "many")]
    verbs = [kind for kind in kinds if kind not in ("one", "many")]
    low = max(0, start - 32)
    if nouns and (not verbs or NOUN_AHEAD.search(window, low, start)):
        return nouns[0]
    if "en" in verbs and PERFECT_AHEAD.search(window, low, start):
        return "en"
    return verbs[0] if verbs else nouns[0]


def article_before(window: str, start: int) -> str:
    """ "a " or "an " with its gap, when that stands right before a place."""
    if window[start - 2 : start - 1] not in "aAnN \n\t":
        return ""
    match = ARTICLE.search(window, max(0, start - 16), start)
    return match[0] if match else ""


def spellings(word: str, *, exact_case: bool) -> list[str]:
    """How the word may be written: letters without accents need no more than themselves."""
    return [word]


DETERMINER = re.compile(
    r"(?<![\w'’-])(?:an?|the|this|that|these|those|his|her|their|my|your|our|another|any|some|every|"
    r"no|such|known)\s{1,12}\Z",
    re.IGNORECASE,
)
NEXT_WORD = re.compile(r"\s{1,12}([^\W\d_]{2,40})(?!['’])")
PEOPLE = """addict alcoholic junkie user abuser inmate prisoner felon person individual client
patient resident participant member guest mother mom father dad parent son daughter brother sister
population youth teen veteran offender drunk behavior behaviour"""
MORE_PEOPLE = "people men man women woman family families child children lifestyle"
PEOPLE_AHEAD = frozenset(
    [*PEOPLE.split(), *MORE_PEOPLE.split(), *(f"{w}s" for w in PEOPLE.split())]
)
SMALL_WORDS = """
and or but nor so as if than then who that which when while because bc since for from of in on
at by to with without off out up after before during about is was are were be been has have had
will would can could may might must should does did do isn wasn not never again now today
yesterday tonight last this he she they we you per via despite until through
"""
NO_NOUN = frozenset(SMALL_WORDS.split())
LINKS = re.compile(
    r"(?:^|\s)(?:in|for|to|of|with|who|from|at|by|as|than|about|"
    r"the|a|an|not|it|well)(?:\s|$)|ing\Z"
)


def stands_before_noun(window: str, start: int, end: int, kind: str) -> bool:
    """Whether these words describe the noun behind them: "a drug-seeking patient"."""
    match = NEXT_WORD.match(window, end, end + 56)
    word = match[1].lower() if match else ""
    if not word or word in NO_NOUN or (word.endswith(("ed", "ly")) and len(word) > 2):
        return False
    if word in PEOPLE_AHEAD:
        return True
    return kind not in ("one", "many") and bool(
        DETERMINER.search(window, max(0, start - 24), start)
    )


@lru_cache(maxsize=4_096)
def may_stand_before_noun(words: str) -> bool:
    """ "unsure" may, "asking for relief" may not."""
    return LINKS.search(words) is None


BEHIND_PERSON = re.compile(r"(?<=^person) (?:with|who|in|without|that|from) .*")


def as_owner(words: str) -> str:
    """The addict's mother is the person's mother: what stands behind "person" bears no 's."""
    return BEHIND_PERSON.sub("", words)
