"""`alongside language`: words that do not harm, asked of files. Needs no program and no keys."""

import click

from alongside.jobs.start import asleep

SEVERITIES = click.Choice(["A", "B", "C"], case_sensitive=False)
LANGUAGE = click.option(
    "--language",
    default="en",
    show_default=True,
    help="Of texts that do not say theirs: en or es.",
)
RULES = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    help="A file with changes to the rules. May be said again.",
)


@click.group()
def language():
    """Find words that harm in your own writing, and what could stand instead."""


@language.command(epilog="Example: alongside language check leaflets/*.docx --severity A")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@LANGUAGE
@RULES
@click.option(
    "--severity",
    type=SEVERITIES,
    default="B",
    show_default=True,
    help="Only words this strong or stronger. A: please change, B: consider, C: good to know.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
)
@click.option(
    "--column", "columns", multiple=True, help="Of a table, only this. May be said again."
)
@click.option("--name", default="", help="For standard input: as which file to read it.")
@click.pass_context
def check(context, files, **told):
    """Look through FILES: text, Markdown, HTML, Word (.docx) and tables (.csv).

    A dash (-) reads what is piped in. A folder is looked through with all that is in it.
    Nothing is sent anywhere and no file is changed. Quoted words are left alone: they are
    somebody's own.

    \b
    Exit codes: 0 nothing found, 1 something found, 2 something could not be read.
    """
    context.exit(asleep("jobs.language.checking.check_files")(files, **told))


@language.command(epilog="Example: alongside language explain addict")
@click.argument("words", nargs=-1, required=True)
@LANGUAGE
@RULES
@click.pass_context
def explain(context, words, **told):
    """Say what the rules hold about WORDS or the name of a rule: why, what instead, when fine."""
    context.exit(asleep("jobs.language.explaining.explain")(" ".join(words), **told))
