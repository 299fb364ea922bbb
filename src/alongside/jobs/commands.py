"""The command line `alongside`: what can be asked, in words. The work is in the modules beside.

Nothing here needs settings or secrets, so that `--help` and `keys new` always answer;
a command that does, says `ready("module.function")`, which wakes Django first.
"""

import os
import sys
from pathlib import Path
from secrets import token_hex

import click

from alongside.jobs.help import Grouped
from alongside.jobs.language.commands import language
from alongside.jobs.start import asleep, mendable, ready

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.group(cls=Grouped, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="alongside", message="Alongside %(version)s")
def cli():
    """Alongside: the system that peer recovery programs run on.

    \b
    Begin like this:
      ALONGSIDE_DEMO=1 alongside run     look around, with made-up people
      alongside keys new                 make the keys for a real program
      alongside setup                    then begin yours
      alongside backup /safe/place.alongside
    """


@cli.command(epilog="Example: alongside run --port 8080")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    envvar="ALONGSIDE_PORT",
    show_envvar=True,
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--threads", type=click.IntRange(1, 32), default=None, help="How many at once; 4 to 8."
)
def run(port, host, threads):
    """Serve Alongside to browsers, until you press Ctrl+C.

    Prepares the database first where that is needed. In demo mode it also brings in the
    made-up program, once: what you enter is there again the next time.
    """
    ready("serving.serve")(host=host, port=port, threads=threads)


@cli.command(epilog="Example: alongside setup --organization 'Riverside Recovery'")
@click.option("--organization", prompt="Name of your organization")
@click.option("--program", prompt="Name of its first program")
@click.option("--name", prompt="Your name")
@click.option("--email", prompt="Your e-mail address")
def setup(organization, program, name, email):
    """Begin: the first organization, its first program, and an account to manage them.

    Prints a link that works once, for seven days. Whoever opens it chooses a password.
    """
    ready("founding.found")(organization=organization, program=program, name=name, email=email)


@cli.command(epilog="Example: alongside link ana@example.org")
@click.argument("email")
def link(email):
    """Print a new one-use link for an account. The older ones stop working."""
    ready("founding.link_again")(email)


@cli.command(epilog="Example: ALONGSIDE_DEMO=1 alongside demo --reset")
@click.option("--reset", is_flag=True, help="Throw away all that was entered and begin anew.")
def demo(reset):
    """Load the made-up program, to try things out. Only in demo mode (ALONGSIDE_DEMO=1)."""
    ready("demonstration.load")(reset=reset)


@cli.command(epilog="Example: alongside export people.xlsx --by max@example.org")
@click.argument("file", type=FILE)
@click.option("--by", "email", required=True, help="E-mail of an account that may export.")
@click.option("--program", default="", help="Which program, if there are several.")
@click.option("--what", default="people", show_default=True, help="Which list, for .csv and .xlsx.")
@click.option("--lock", is_flag=True, help="Ask for a passphrase that locks a whole program.")
def export(file, *, lock, **told):
    """Copy a list (.csv, .xlsx) or a whole program (any other name) into FILE.

    Only what that account may see goes out. A whole program can be taken in elsewhere
    with `alongside import`; it is readable to whoever has the file, unless you lock it.
    """
    words = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True) if lock else ""
    ready("exchanging.export")(file, passphrase=words, **told)


@cli.command("import", epilog="Example: alongside import list.xlsx --by max@example.org --confirm")
@click.argument("file", type=FILE)
@click.option("--by", "email", default="", help="For a list: an account that may import.")
@click.option("--program", default="", help="For a list: which program, if there are several.")
@click.option("--confirm", is_flag=True, help="For a list: write it; without, only look.")
@click.option("--unlock", is_flag=True, help="Ask for the passphrase of a locked program.")
def take_in(file, *, unlock, **told):
    """Bring in a list (.csv, .xlsx), or a whole program that `alongside export` wrote.

    Of a list you are told what would come of its rows; nothing is written before
    --confirm, and it can be taken back. Columns are matched as on the page "Bring in a
    list": what was answered there for the same headings holds here too. A program comes
    in at once. Either way it is all or nothing.
    """
    words = click.prompt("Passphrase", hide_input=True) if unlock else ""
    ready("exchanging.take_in")(file, passphrase=words, **told)


@cli.group()
def keys():
    """Make, look at and renew the keys that seal people's records."""


@keys.command("new", epilog="Example: alongside keys new > /etc/alongside/master.key")
@click.option("--secret", is_flag=True, help="A key that signs sessions, in place of a master key.")
@click.option("--name", help="A name for the master key, such as 2027.")
def keys_new(secret, name):
    """Print a new key, for a file that you keep apart from the database."""
    if secret:
        click.echo(asleep("common.secrets.MAKERS")["ALONGSIDE_SECRET_KEY"]())
    else:
        click.echo(asleep("common.sealing.master.new_line")(name or f"key-{token_hex(3)}"))


@keys.command("rotate")
def keys_rotate():
    """Seal all keys anew under the first master key. Stop Alongside first.

    \b
    To change the master key:
      1. put a new line (alongside keys new) FIRST in the master key file
      2. alongside keys rotate
      3. remove the old line, but keep it with the backups made under it
    """
    ready("keys.rotate")()


@keys.command("status")
def keys_status():
    """Show whose keys there are, and which master key seals them."""
    ready("keys.status")()


@cli.group()
def trail():
    """Check the trail: who did or saw what, and when."""


@trail.command("verify")
def trail_verify():
    """Find lines of the trail that were changed, removed or added."""
    ready("trails.verify")()


@cli.command(epilog="Example: alongside backup /mnt/safe/alongside-monday")
@click.argument("file", type=FILE)
def backup(file):
    """Write everything into FILE, checked. Works while Alongside runs.

    FILE appears whole or not at all, and only you can read it. It never holds the master
    key: without that key, kept elsewhere, nobody can read what it says of people.
    """
    ready("backups.commands.backup")(file)


@cli.command(epilog="Example: alongside restore /mnt/safe/alongside-monday")
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Over a database that is in use; it is kept aside.")
@click.option("--anyway", is_flag=True, help="Even if the trail or the keys do not hold.")
def restore(file, replace, anyway):
    """Bring a backup back. Stop Alongside first.

    Checks the file, its trail and whether the master key opens it; if anything is wrong,
    all stays as it was.
    """
    ready("backups.commands.restore")(file, replace=replace, anyway=anyway)


@cli.group()
def curriculum():
    """Write courses: check a folder, see it, list what there is. See docs/curricula.md."""


@curriculum.command("check", epilog="Example: alongside curriculum check my-course")
@click.argument("folder", type=FOLDER)
def curriculum_check(folder):
    """Modules and hours of the course in FOLDER, or what is to mend, with line and remedy."""
    asleep("jobs.curriculum.commands.check")(folder)


@curriculum.command("show", epilog="Example: alongside curriculum show /srv/our-courses")
@click.argument("places", type=FOLDER, nargs=-1, envvar="ALONGSIDE_COURSES")
def curriculum_show(places):
    """The courses that come with Alongside, and those in other PLACES: folders of courses.

    Without PLACES, those of ALONGSIDE_COURSES.
    """
    asleep("jobs.curriculum.commands.show")(places)


@curriculum.command("preview", epilog="Example: alongside curriculum preview my-course")
@click.argument("folder", type=FOLDER)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
def curriculum_preview(folder, port):
    """Guide and handouts of the course in FOLDER as pages, while you write.

    On this computer alone. Save a file and load the page again; what is to mend is told
    on the page.
    """
    asleep("jobs.curriculum.preview.preview")(folder, port=port)


@cli.command(epilog="Example, every morning: alongside remind")
def remind():
    """Send neutral reminders: of tomorrow's day of a course, or of a look back that was wished.

    Each says when and where, and not what for. Nobody gets two on one day.
    """
    click.echo(f"{ready('reminding.remind')()} sent.")


@cli.command()
def check():
    """See whether everything is as it should be, with what to do where it is not."""
    ready("checkup.check")()


cli.add_command(language)


def main():
    """The entry point. Every fault that a person can mend is a sentence and an exit code."""
    os.umask(0o077)
    try:
        cli(prog_name="alongside")
    except Exception as fault:
        told = mendable(fault)
        if told is None:
            raise
        code, words = told
        click.echo(words, err=True)
        sys.exit(code)
