"""The words of pages in other languages.

extract   take new strings from the code into the .po files (needs GNU gettext)
compile   make the .mo files that Django reads, of the .po files named
check     say which strings have no translation yet; exit 1 if any
"""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src" / "alongside" / "locale"


def catalogs():
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(path: Path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def extract() -> int:
    from django.core.management import call_command  # noqa: PLC0415 - not needed to compile

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    os.environ.setdefault("ALONGSIDE_DEMO", "1")
    os.chdir(ROOT / "src" / "alongside")
    languages = [path.parts[-3] for path in catalogs()]
    call_command("makemessages", locale=languages, no_obsolete=True, add_location="file")
    return 0


def compile_(paths: list[str]) -> int:
    for path in map(Path, paths):
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(path))
    return 0


def check() -> int:
    missing = [
        f"{path.parts[-3]}: {message.id!r}"
        for path in catalogs()
        for message in read(path)
        if message.id and (message.fuzzy or not _is_told(message.string))
    ]
    print(*missing, sep="\n", end="\n" if missing else "")
    return 1 if missing else 0


def _is_told(string) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def main(argv: list[str]) -> int:
    match argv:
        case ["extract"]:
            return extract()
        case ["compile", *paths]:
            return compile_(paths or [str(path) for path in catalogs()])
        case ["check"]:
            return check()
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
