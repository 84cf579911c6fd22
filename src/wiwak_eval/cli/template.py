"""`wiwak template`: empty forms to fill or to adapt."""

from pathlib import Path

import click


@click.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Neue Datei: .xlsx für die Lieferung, .docx für die Beschlussvorlage."
)
def template(out: Path) -> None:
    """Eine Vorlage schreiben: leere Arbeitsmappe für die Lieferung (.xlsx) oder Beschlussvorlage zum Anpassen (.docx)."""
    from wiwak_eval.records.template import save_template
    from wiwak_eval.study.council_template import save_own_template

    (save_own_template if out.suffix.lower() == ".docx" else save_template)(out)
    click.echo(str(out))
