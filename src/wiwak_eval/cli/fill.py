"""`wiwak fill`: a form filled with numbers of a run."""

from pathlib import Path

import click

from wiwak_eval.cli.saying import progress


@click.command()
@click.argument("run_folder", metavar="LAUF", type=click.Path(path_type=Path))
@click.argument("mapping", metavar="ZUORDNUNG", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner für das ausgefüllte Formular.")
def fill(run_folder: Path, mapping: Path, out: Path) -> None:
    """Ein Formular (.xlsx, .docx) mit Zahlen eines LAUFs ausfüllen; die ZUORDNUNG (YAML) sagt, was wohin gehört."""
    from wiwak_eval.publication.forms import fill_form

    filling = fill_form(run_folder, mapping, out)
    progress(f"Ausgefüllt: {len(filling.filled)} Stellen. Nicht ausgefüllt: {len(filling.unfilled)}.")
    for line in filling.unfilled:
        progress(line)
    click.echo(str(filling.file))
