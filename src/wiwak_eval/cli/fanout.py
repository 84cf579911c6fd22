"""`wiwak fanout`: many runs at once."""

from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("grid", metavar="RASTER", type=click.Path(path_type=Path))
@click.option("--out", required=True, help="Ordner des Rasters, oder eine Adresse wie s3://….")
@click.option("--scheduler", default="", help="Adresse eines Clusters (dask.distributed); leer = alle Kerne dieses Rechners.")
@click.option("--resume", is_flag=True, help="Ein abgebrochenes Raster fortsetzen; was schon da ist, wird geprüft und bleibt.")
def fanout(grid: Path, out: str, scheduler: str, resume: bool) -> None:
    """Viele Läufe auf einmal: Lieferungen × Szenarien × Stichtage aus der Datei RASTER (YAML), mit einer Übersicht.

    Jeder Lauf ist derselbe wie mit „wiwak run“. Rückgabewert: 0 alle Läufe da, 1 ein Lauf fehlgeschlagen.
    """
    from wiwak_eval.job.fanout.driving import Wishes, fan_out
    from wiwak_eval.job.fanout.progress import runs_in_words

    made = fan_out(grid, out, progress, Wishes(scheduler, resume))
    for label, sentence in made.failed:
        progress(f"Fehlgeschlagen: {label}. {sentence}")
    done = "Nicht alle Läufe sind da." if made.failed else f"Fertig: {runs_in_words(made.runs)}."
    progress(f"{done} Die Übersicht liegt in:")
    click.echo(made.page)
    if made.failed:
        raise SystemExit(1)
