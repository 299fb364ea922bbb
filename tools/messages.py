"""The words of the pages, in every language: `extract`, `check`, `compile`.

Reads the sources as Django's makemessages does, but needs no GNU gettext.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "alongside"
LOCALE = HOUSE / "locale"

#: Function → where its context, singular and plural stand among the arguments.
CALLS = {
    "_": (None, 0, None),
    "_g": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
WORDS = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
#: A call in what `templatize` makes of a template, among filler.
IN_TEMPLATE = re.compile(rf"\b(n?p?gettext|_)\(\s*({WORDS}(?:\s*,\s*{WORDS})*)", re.DOTALL)


def calls_in_python(source: str) -> Iterator[tuple[int, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield node.lineno, node


def calls_in_template(source: str, name: str) -> Iterator[tuple[int, ast.Call]]:
    plain = templatize(source, origin=name)
    for found in IN_TEMPLATE.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        call = f"{found[1]}({found[2]})".replace("\n", "\\n")
        yield line, ast.parse(call, mode="eval").body


def text(call: ast.Call, place: int | None) -> str | None:
    if place is None or place >= len(call.args):
        return None
    node = call.args[place]
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None


def read_call(call: ast.Call):
    """(message, context) of a call that marks words to translate, or None."""
    name = getattr(call.func, "id", getattr(call.func, "attr", None))
    if name not in CALLS:
        return None
    context, one, many = (text(call, place) for place in CALLS[name])
    if not one:
        return None
    return ((one, many) if many else one), context


def sources() -> Iterator[Path]:
    for kind in ["*.py", "*.html", "*.svg", "*.txt"]:
        for path in sorted(HOUSE.rglob(kind)):
            if not {"migrations", "static"} & set(path.parts):
                yield path


def extracted() -> Catalog:
    """Every message in the sources, with where it stands."""
    catalog = Catalog(charset="utf-8", project="Alongside", fuzzy=False)
    for path in sources():
        source, name = path.read_text(), str(path.relative_to(ROOT))
        is_python = path.suffix == ".py"
        calls = calls_in_python(source) if is_python else calls_in_template(source, name)
        for line, call in calls:
            if message := read_call(call):
                words, context = message
                catalog.add(words, context=context, locations=[(name, line)])
    return catalog


def catalogs() -> list[Path]:
    """The file of each language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], charset="utf-8")


def extract() -> int:
    """Bring every .po up to what the sources say; what is gone goes."""
    now = extracted()
    for path in catalogs():
        catalog = read(path)
        catalog.update(now, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=100, include_lineno=False)
        print(f"{path.relative_to(ROOT)}: {sum(not done(m) for m in catalog)} to translate")
    return 0


def done(message) -> bool:
    """Whether there are words for it, in every plural; the header counts as done."""
    if not message.id:
        return True
    words = [message.string] if isinstance(message.string, str) else message.string
    return bool(words) and all(words) and not message.fuzzy


def gaps(message) -> set[str]:
    """The places where something is put in, that are not the same in both languages."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    words = message.string if isinstance(message.string, tuple) else (message.string,)
    find = re.compile(r"%\(\w+\)[a-z]|\{\w*\}").findall
    return set(find(ids[-1])) ^ set(find(words[-1]))


def faults() -> Iterator[str]:
    wanted = [message for message in extracted() if message.id]
    for path in catalogs():
        catalog, language = read(path), path.parts[-3]
        for message in wanted:
            one = message.id if isinstance(message.id, str) else message.id[0]
            known = catalog.get(one, message.context)
            where = f"{one!r} ({message.locations[0][0]}:{message.locations[0][1]})"
            if known is None or not done(known):
                yield f"{language}: no words for {where}"
            elif broken := gaps(known):
                yield f"{language}: {', '.join(sorted(broken))} on one side only in {where}"


def check() -> int:
    """1 when words of the sources have no translation, or a broken one; they are named."""
    found = list(faults())
    for fault in found[:40]:
        print(fault)
    if found:
        print(f"{len(found)} messages to mend: run make messages, then fill the .po files.")
    return int(bool(found))


def compile_all(paths: list[str]) -> int:
    for path in map(Path, paths):
        catalog = read(path)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
    return 0


def main(arguments: list[str]) -> int:
    settings.configure(USE_I18N=True)
    match arguments:
        case ["extract"]:
            return extract()
        case ["check"]:
            return check()
        case ["compile", *paths]:
            return compile_all(paths or [str(path) for path in catalogs()])
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
