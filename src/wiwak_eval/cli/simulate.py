"""`wiwak simulate`: a pilot year that nobody lived."""

from pathlib import Path

import click

from wiwak_eval.results import GermanError


@click.command()
@click.option("--seed", required=True, type=int, help="Startwert der Zufallszahlen.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner der neuen Lieferung.")
@click.option("--later-months", default=0, help="Dazu eine spätere Lieferung mit so vielen weiteren Monaten (1 bis 12): ORDNER-spaeter.")
def simulate(seed: int, out: Path, later_months: int) -> None:
    """Ein simuliertes Pilotjahr schreiben (als simuliert gekennzeichnet)."""
    from wiwak_eval.simulate import MOST_LATER_MONTHS, simulate_delivery, write_later
    from wiwak_eval.simulate.later_delivery import SUFFIX

    if not 0 <= later_months <= MOST_LATER_MONTHS:
        raise GermanError(f"Weitere Monate gibt es 1 bis {MOST_LATER_MONTHS}. Bitte die Angabe „--later-months“ prüfen.")
    later = out.resolve().with_name(f"{out.resolve().name}{SUFFIX}") if later_months else None
    for folder in (out, later):
        if folder is not None and folder.exists() and any(folder.iterdir()):
            raise GermanError(
                f"Der Ordner {folder} ist nicht leer. Bitte einen neuen Ordner angeben; vorhandene Dateien werden nicht überschrieben."
            )
    year = simulate_delivery(seed, out)
    if later is not None:
        write_later(year, later_months, later)
        click.echo(str(later))
    click.echo(str(out))
