"""`wiwak run`: from a delivery to a run folder."""

import os
from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("delivery", default="pilot", metavar="[LIEFERUNG]")
@click.option("--out", default="reports", type=click.Path(path_type=Path), help="Ordner für die Läufe.", show_default=True)
@click.option("--scenario", default="basis", help="Szenario aus data/scenarios.", show_default=True)
@click.option("--as-of", default="", help="Stichtag (Jahr-Monat-Tag); leer = Tag der Lieferung.")
@click.option("--release", default="oeffentlich", help="Freigabestufe: intern, gremium, oeffentlich.", show_default=True)
@click.option("--accept-losses", is_flag=True, help="Auch bei vielen unbrauchbaren Zeilen weiterrechnen; steht dann auf jeder Seite.")
@click.option("--max-rejected", default=0.10, help="Anteil unbrauchbarer Zeilen einer Tabelle, ab dem abgebrochen wird.", show_default=True)
@click.option("--cell-timeout", type=click.IntRange(min=1), help="Sekunden, nach denen eine Zelle als hängend gilt (sonst 600).")
def run(
    delivery: str,
    out: Path,
    scenario: str,
    as_of: str,
    release: str,
    accept_losses: bool,
    max_rejected: float,
    cell_timeout: int | None,
) -> None:
    """Eine LIEFERUNG auswerten und alle Unterlagen schreiben (ohne Angabe: das mitgelieferte Pilotjahr)."""
    from wiwak_eval.job.running import run as run_job
    from wiwak_eval.study.opened import Parameters

    if cell_timeout is not None:
        os.environ["WIWAK_CELL_TIMEOUT"] = str(cell_timeout)  # workers and kernels inherit it
    folder = run_job(Parameters(delivery, scenario, as_of, release, accept_losses, max_rejected), out, progress)
    progress("Fertig. Die Unterlagen liegen in:")
    click.echo(str(folder))
