"""How a command says that it could not do what was asked."""

import click


class Failed(click.ClickException):
    """What was asked is not so, or could not be done: a plain sentence, and exit code 1."""

    def show(self, file=None):
        click.echo(self.format_message(), err=True)
