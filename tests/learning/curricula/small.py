"""A small course that is well, and ways to break it."""

HEAD = """\
key: small
edition: "1"
title: {en: Small, es: Pequeño}
about: {en: A small one, es: Uno pequeño}
languages: [en, es]
hours: 0.5
license: Apache-2.0
objectives:
  - key: know
    text: {en: Know, es: Saber}
completion:
  present: 90
  modules: [hello]
  text: {en: Be there, es: Estar}
frameworks:
  - key: ours
    title: Ours
    version: "1"
    codes:
      - {key: a, title: {en: A, es: A}}
    sources: [book]
days:
  - key: one
    title: {en: Day one, es: Día uno}
    about: {en: One, es: Uno}
    starts: "09:00"
    agenda:
      - module: hello
      - {minutes: 15, title: {en: Break, es: Pausa}}
"""
MODULE = """\
title: {en: Hello, es: Hola}
minutes: 30
objectives: [know]
takeaway: {en: Hello, es: Hola}
room: Chairs
care: Anyone may step out.
counts:
  ours: {a: 30}
steps:
  - kind: ask
    minutes: 10
    title: {en: Who, es: Quién}
    guide: Ask them.
  - kind: tell
    minutes: 20
    title: {en: We, es: Nosotros}
    guide: It began in 1988.[^book]
    activity: {kind: gather}
"""
SOURCES = """\
- key: book
  title: A book
  by: Somebody
  kind: document
  seen: All of it
"""
TIMELINE = """\
- key: start
  date: "1988"
  title: {en: A start, es: Un comienzo}
  text: {en: It began., es: Empezó.}
  sources: [book]
"""
SITUATIONS = """\
- key: hi
  setting: {en: A street, es: Una calle}
  said: {en: Hi, es: Hola}
  ways:
    - {text: {en: Hi you, es: Hola tú}, does: [affirms]}
  reflection: {en: And, es: Y}
"""

FILES = {
    "course.yaml": HEAD,
    "modules/hello/module.yaml": MODULE,
    "modules/hello/handout.md": "# Hello\n\nWho?\n",
    "modules/hello/handout.es.md": "# Hola\n\n¿Quién?\n",
    "sources.yaml": SOURCES,
    "timeline.yaml": TIMELINE,
    "situations.yaml": SITUATIONS,
}


def written(folder):
    """The small course in a folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def broken(folder, file, old, new):
    """The small course with one place of one file written another way."""
    text = FILES[file]
    assert text.count(old) >= 1
    written(folder)
    (folder / file).write_text(text.replace(old, new, 1))
    return folder
