"""`wiwak forget`: nothing of a delivery is kept."""

import sys

import click

from wiwak_eval.cli.saying import progress
from wiwak_eval.results import GermanError


@click.command()
@click.argument("delivery", metavar="LIEFERUNG")
@click.option("--yes", is_flag=True, help="Ohne Rückfrage löschen.")
def forget(delivery: str, yes: bool) -> None:
    """Löschen, was von einer LIEFERUNG behalten wurde, und den Schlüssel der Pseudonyme, wenn ihn keine andere braucht."""
    from wiwak_eval.study.forgetting import forget as forget_all
    from wiwak_eval.study.forgetting import plan_forgetting
    from wiwak_eval.study.home import home
    from wiwak_eval.study.register import Register
    from wiwak_eval.study.sweeping import sweep_checks

    register = Register(home())
    sweep_checks(register.home)
    plan = plan_forgetting(register, delivery)
    for sentence in plan.announcement():
        progress(sentence)
    if not yes and not _agreed():
        raise GermanError("Es wurde nichts gelöscht. Zum Löschen bitte „ja“ antworten oder --yes angeben.")
    forget_all(register, plan)
    click.echo("Gelöscht.")


def _agreed() -> bool:
    """Whether the person at the keyboard says yes; nobody there is a no."""
    if not sys.stdin.isatty():
        return False
    answer = click.prompt("Wirklich löschen? (ja/nein)", default="nein", show_default=False, err=True)
    return str(answer).strip().casefold() in {"ja", "j"}
