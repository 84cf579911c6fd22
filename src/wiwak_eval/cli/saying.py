"""What a command says while it works."""

import click


def progress(line: str) -> None:
    """Progress goes to stderr, so that stdout holds only what to open."""
    click.echo(line, err=True)
