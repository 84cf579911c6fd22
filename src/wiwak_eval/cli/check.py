"""`wiwak check`: what is wrong with a delivery."""

from datetime import date
from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("delivery", metavar="LIEFERUNG")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner für die Listen (intern!).")
@click.option("--max-rejected", default=0.10, help="Anteil unbrauchbarer Zeilen, ab dem gewarnt wird.", show_default=True)
def check(delivery: str, out: Path, max_rejected: float) -> None:
    """Eine LIEFERUNG prüfen: Fehlerliste, Zeilenbilanz, Monatsabgleich und geprüfte Arbeitsmappe schreiben."""
    from wiwak_eval.study.checking import check_delivery

    check_delivery(delivery, out, max_rejected, progress, date.today())
    click.echo(str(out))
