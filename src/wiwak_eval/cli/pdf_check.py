"""`wiwak pdf-check`: whether everyone can read a PDF."""

from pathlib import Path

import click


@click.command("pdf-check")
@click.argument("files", metavar="DATEI...", nargs=-1, required=True, type=click.Path(path_type=Path))
def pdf_check(files: tuple[Path, ...]) -> None:
    """PDF-DATEIen darauf prüfen, ob alle sie lesen können; sagt auch, was sie nicht prüft. Rückgabewert 1 bei Mängeln."""
    from wiwak_eval.publication.pdf_gate import check_files, statement

    verdicts = check_files(files)
    click.echo(statement(verdicts), nl=False)
    if any(verdict.faults for verdict in verdicts.values()):
        raise SystemExit(1)
