"""The command `wiwak`: German messages, no traceback, the last line on stdout is what to open."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from wiwak_eval import __version__
from wiwak_eval.results import GermanError

CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="wiwak", message="%(prog)s %(version)s", help="Fassung zeigen.")
def wiwak() -> None:
    """Auswertung eines Willkommenscenters, Fallzahlprognose und Unterlagen für den Haushalt."""


@wiwak.command()
@click.argument("delivery", default="pilot", metavar="[LIEFERUNG]")
@click.option("--out", default="reports", type=click.Path(path_type=Path), help="Ordner für die Läufe.", show_default=True)
@click.option("--scenario", default="basis", help="Szenario aus data/scenarios.", show_default=True)
@click.option("--as-of", default="", help="Stichtag (Jahr-Monat-Tag); leer = Tag der Lieferung.")
@click.option("--release", default="oeffentlich", help="Freigabestufe: intern, gremium, oeffentlich.", show_default=True)
@click.option("--accept-losses", is_flag=True, help="Auch bei vielen unbrauchbaren Zeilen weiterrechnen; steht dann auf jeder Seite.")
@click.option("--max-rejected", default=0.10, help="Anteil unbrauchbarer Zeilen einer Tabelle, ab dem abgebrochen wird.", show_default=True)
def run(delivery: str, out: Path, scenario: str, as_of: str, release: str, accept_losses: bool, max_rejected: float) -> None:
    """Eine LIEFERUNG auswerten und alle Unterlagen schreiben (ohne Angabe: das mitgelieferte Pilotjahr)."""
    from wiwak_eval.job import run as run_job
    from wiwak_eval.study.opened import Parameters

    folder = run_job(Parameters(delivery, scenario, as_of, release, accept_losses, max_rejected), out, _progress)
    _progress("Fertig. Die Unterlagen liegen in:")
    click.echo(str(folder))


@wiwak.command()
@click.argument("delivery", metavar="LIEFERUNG")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner für die Listen (intern!).")
@click.option("--max-rejected", default=0.10, help="Anteil unbrauchbarer Zeilen, ab dem gewarnt wird.", show_default=True)
def check(delivery: str, out: Path, max_rejected: float) -> None:
    """Eine LIEFERUNG prüfen: Fehlerliste, Zeilenbilanz, Monatsabgleich und geprüfte Arbeitsmappe schreiben."""
    from wiwak_eval.study.checking import check_delivery

    check_delivery(delivery, out, max_rejected, _progress, date.today())
    click.echo(str(out))


@wiwak.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Neue Datei: .xlsx für die Lieferung, .docx für die Beschlussvorlage."
)
def template(out: Path) -> None:
    """Eine Vorlage schreiben: leere Arbeitsmappe für die Lieferung (.xlsx) oder Beschlussvorlage zum Anpassen (.docx)."""
    from wiwak_eval.records.template import save_template
    from wiwak_eval.study.council_template import save_own_template

    (save_own_template if out.suffix.lower() == ".docx" else save_template)(out)
    click.echo(str(out))


@wiwak.command()
@click.argument("run_folder", metavar="LAUF", type=click.Path(path_type=Path))
@click.argument("mapping", metavar="ZUORDNUNG", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Ordner für das ausgefüllte Formular.")
def fill(run_folder: Path, mapping: Path, out: Path) -> None:
    """Ein Formular (.xlsx, .docx) mit Zahlen eines LAUFs ausfüllen; die ZUORDNUNG (YAML) sagt, was wohin gehört."""
    from wiwak_eval.publication.forms import fill_form

    filling = fill_form(run_folder, mapping, out)
    _progress(f"Ausgefüllt: {len(filling.filled)} Stellen. Nicht ausgefüllt: {len(filling.unfilled)}.")
    for line in filling.unfilled:
        _progress(line)
    click.echo(str(filling.file))


@wiwak.command()
@click.argument("delivery", metavar="LIEFERUNG")
@click.option("--yes", is_flag=True, help="Ohne Rückfrage löschen.")
def forget(delivery: str, yes: bool) -> None:
    """Löschen, was von einer LIEFERUNG behalten wurde, und den Schlüssel der Pseudonyme, wenn ihn keine andere braucht."""
    from wiwak_eval.study.forgetting import forget as forget_all
    from wiwak_eval.study.forgetting import plan_forgetting
    from wiwak_eval.study.home import home
    from wiwak_eval.study.register import Register

    register = Register(home())
    plan = plan_forgetting(register, delivery)
    for sentence in plan.announcement():
        _progress(sentence)
    if not yes and not _agreed():
        raise GermanError("Es wurde nichts gelöscht. Zum Löschen bitte „ja“ antworten oder --yes angeben.")
    forget_all(register, plan)
    click.echo("Gelöscht.")


@wiwak.command()
@click.argument("before", metavar="LAUF_A", type=click.Path(path_type=Path))
@click.argument("after", metavar="LAUF_B", type=click.Path(path_type=Path))
@click.option("--delivery", default="", help="Lieferung der Läufe, wenn ihr Name nicht zu ihr führt (für die Wirkung auf die Beträge).")
@click.option("--out", type=click.Path(path_type=Path), help="Bekannt gewordene Werte und ihre Wirkung auch als CSV-Datei.")
def compare(before: Path, after: Path, delivery: str, out: Path | None) -> None:
    """Zwei Läufe vergleichen: welche Kennzahl, welche Schwelle der Aussagenprüfung und welches Urteil ist anders?

    Bei verschiedenen Stichtagen: was dazwischen bekannt wurde, und was jeder Wert an Kosten und Finanzierung ändert.
    """
    from wiwak_eval.study.compare import compare_runs
    from wiwak_eval.study.compare_claims import compare_claims
    from wiwak_eval.study.knowledge import KnowledgeComparison, compare_knowledge, sentences, write_csv

    differences = compare_runs(before, after)
    for sentence in compare_claims(before, after).sentences:
        click.echo(sentence)
    if not differences:
        click.echo("Kein Unterschied in den Kennzahlen.")
    for difference in differences:
        click.echo(f"{difference.label} [{difference.unit}]: {difference.before} → {difference.after}")
    knowledge = compare_knowledge(before, after, delivery, _progress)
    for sentence in sentences(knowledge):
        click.echo(sentence)
    if out is not None:
        if not isinstance(knowledge, KnowledgeComparison):
            raise GermanError("Es gibt nichts zu schreiben: Die Läufe haben denselben Stichtag oder sind darin nicht vergleichbar.")
        write_csv(out, knowledge)


@wiwak.command("pdf-check")
@click.argument("files", metavar="DATEI...", nargs=-1, required=True, type=click.Path(path_type=Path))
def pdf_check(files: tuple[Path, ...]) -> None:
    """PDF-DATEIen darauf prüfen, ob alle sie lesen können; sagt auch, was sie nicht prüft. Rückgabewert 1 bei Mängeln."""
    from wiwak_eval.publication.pdf_gate import check_files, statement

    verdicts = check_files(files)
    click.echo(statement(verdicts), nl=False)
    if any(verdict.faults for verdict in verdicts.values()):
        raise SystemExit(1)


@wiwak.command()
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


@wiwak.command()
def lab() -> None:
    """Die Notebooks in JupyterLab öffnen."""
    import subprocess

    from wiwak_eval.shipped import shipped
    from wiwak_eval.study.home import home
    from wiwak_eval.study.kernel import kernel_environment

    command = [sys.executable, "-m", "jupyterlab", str(shipped("notebooks"))]
    raise SystemExit(subprocess.run(command, check=False, env={**_environment(), **kernel_environment(home())}).returncode)


def _agreed() -> bool:
    """Whether the person at the keyboard says yes; nobody there is a no."""
    if not sys.stdin.isatty():
        return False
    answer = click.prompt("Wirklich löschen? (ja/nein)", default="nein", show_default=False, err=True)
    return str(answer).strip().casefold() in {"ja", "j"}


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)


def _progress(line: str) -> None:
    """Progress goes to stderr, so that stdout holds only what to open."""
    click.echo(line, err=True)


def main() -> None:
    """Entry point: every error that a reader can cause is one German sentence and exit code 2."""
    try:
        wiwak.main(standalone_mode=False)
    except GermanError as error:
        _stop(str(error))
    except click.UsageError as error:
        _stop(german_usage(error))
    except (click.Abort, KeyboardInterrupt):
        _stop("Abgebrochen. Es wurde nichts veröffentlicht.")


def _stop(sentence: str) -> None:
    click.echo(f"Fehler: {sentence}", err=True)
    raise SystemExit(2)


def german_usage(error: click.UsageError) -> str:
    """What click finds wrong with a call, in German."""
    sentences: dict[type[click.UsageError], Callable[[], str]] = {
        click.NoSuchOption: lambda: f"Den Parameter „{getattr(error, 'option_name', '')}“ gibt es nicht.",
        click.MissingParameter: lambda: f"Es fehlt die Angabe {_name(error)}.",
        click.BadParameter: lambda: f"Die Angabe {_name(error)} ist nicht lesbar.",
    }
    for kind, sentence in sentences.items():
        if isinstance(error, kind):
            return f"{sentence()} Bitte „wiwak --help“ ansehen."
    return "Diesen Aufruf gibt es nicht. Bitte „wiwak --help“ ansehen."


def _name(error: click.UsageError) -> str:
    param = getattr(error, "param", None)
    return f"„{param.opts[-1] if param.param_type_name == 'option' else param.make_metavar(error.ctx)}“" if param else ""
