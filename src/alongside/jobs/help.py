"""The first page of `alongside --help`: commands by what one wants to do."""

import click

GROUPS = {
    "Every day": ["run", "check"],
    "To begin": ["setup", "link", "demo"],
    "In and out": ["import", "export"],
    "Courses": ["curriculum", "remind"],
    "Words": ["language"],
    "Keeping it safe": ["backup", "restore", "trail", "keys"],
}


class Grouped(click.Group):
    """A group of commands that lists them under headings, in the order of GROUPS."""

    def format_commands(self, context, formatter):
        for heading, names in GROUPS.items():
            commands = [(name, self.get_command(context, name)) for name in names]
            lines = [
                (name, command.get_short_help_str(90)) for name, command in commands if command
            ]
            if lines:
                with formatter.section(heading):
                    formatter.write_dl(lines)
