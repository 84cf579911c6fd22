"""`wiwak plan`: what a run would do, and why."""

from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("delivery", default="pilot", metavar="[LIEFERUNG]")
@click.option("--explain", is_flag=True, help="Zu jedem Notebook, das läuft, den Grund nennen: was sich geändert hat.")
@click.option("--out", default="reports", type=click.Path(path_type=Path), help="Ordner der Läufe.", show_default=True)
@click.option("--scenario", default="basis", help="Szenario aus data/scenarios.", show_default=True)
@click.option("--as-of", default="", help="Stichtag (Jahr-Monat-Tag); leer = Tag der Lieferung.")
@click.option("--release", default="oeffentlich", help="Freigabestufe: intern, gremium, oeffentlich.", show_default=True)
@click.option("--accept-losses", is_flag=True, help="Wie bei „wiwak run“.")
@click.option("--max-rejected", default=0.10, help="Wie bei „wiwak run“.", show_default=True)
def plan(
    delivery: str, explain: bool, out: Path, scenario: str, as_of: str, release: str, accept_losses: bool, max_rejected: float
) -> None:
    """Sagen, was „wiwak run“ mit denselben Angaben täte: welche Notebooks laufen neu, welche werden übernommen?

    Es wird nichts ausgegeben und nichts freigegeben; Ergebnisse, die dafür gerechnet werden, nutzt der nächste Lauf.
    """
    from wiwak_eval.job.plan import plan as plan_run
    from wiwak_eval.study.opened import Parameters

    found = plan_run(Parameters(delivery, scenario, as_of, release, accept_losses, max_rejected), out, progress)
    if found.exists:
        click.echo(f"Nichts zu tun: Diesen Lauf gibt es schon ({found.folder}).")
        return
    for notebook in found.notebooks:
        click.echo(f"{notebook.name}: {'läuft' if notebook.runs else 'unverändert, wird übernommen'}")
        for reason in notebook.reasons if explain else ():
            click.echo(f"    {reason}")
    count = sum(notebook.runs for notebook in found.notebooks)
    for line in found.unread if explain else ():
        click.echo(line)
    click.echo(f"{count} von {len(found.notebooks)} Notebooks {'läuft' if count == 1 else 'laufen'}. Der Lauf läge dann in {found.folder}.")
