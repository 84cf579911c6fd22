"""`wiwak verify`: whether a run is what it says."""

from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("run_folder", metavar="LAUF", type=click.Path(path_type=Path))
@click.option("--delivery", default="", help="Lieferung des Laufs; beim mitgelieferten Pilotjahr nicht nötig.")
@click.option("--fresh-env", is_flag=True, help="Eine neue Umgebung aus der Sperrdatei des Laufs anlegen und sein eigenes Programm nehmen.")
@click.option("--seal", default="", help="Siegel, wie es beim Lauf notiert wurde.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner für den Prüfbericht, nicht im Lauf.")
def verify(run_folder: Path, delivery: str, fresh_env: bool, seal: str, out: Path) -> None:
    """Einen LAUF prüfen: Prüfsummen, Programm, Umgebung, Lieferung, Wiederholung, Notebooks. Schreibt pruefbericht.pdf.

    Rückgabewert: 0 alles geprüft und gleich, 1 Abweichung, 2 nicht prüfbar, 3 soweit geprüft gleich, aber nicht alles geprüft.
    """
    from wiwak_eval.audit.verify import Request, verify_run
    from wiwak_eval.audit.verify.reporting import check_place, write_report

    check_place(run_folder, out)
    found = verify_run(Request(run_folder, delivery, seal, fresh_env), progress)
    paper = write_report(found, out)
    progress(found.verdict)
    click.echo(str(paper))
    if found.exit_code:
        raise SystemExit(int(found.exit_code))
