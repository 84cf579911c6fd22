"""`wiwak compare`: what differs between two runs, and what the difference comes from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wiwak_eval.cli.saying import progress
from wiwak_eval.results import GermanError

if TYPE_CHECKING:
    from wiwak_eval.audit.attribution.result import Attribution
    from wiwak_eval.results import NotAssessable

KNOWLEDGE = "bekannt_geworden.csv"


@click.command()
@click.argument("before", metavar="LAUF_A", type=click.Path(path_type=Path))
@click.argument("after", metavar="LAUF_B", type=click.Path(path_type=Path))
@click.option("--delivery", default="", help="Lieferung beider Läufe, wenn ihr Name nicht zu ihr führt.")
@click.option("--delivery-a", default="", help="Lieferung von Lauf A, wenn die Läufe verschiedene haben.")
@click.option("--delivery-b", default="", help="Lieferung von Lauf B.")
@click.option("--recompute", is_flag=True, help="Auch nachrechnen, wenn die Läufe sich nur in einem unterscheiden.")
@click.option("--fresh-env", is_flag=True, help="Auch die Umgebungen trennen: beide nach ihrer Sperrdatei aufbauen (einige Minuten).")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Neuer Ordner für Seite (PDF), Tabelle (CSV) und Bilder; mit der Endung .csv nur bekannt gewordene Werte.",
)
def compare(
    before: Path, after: Path, delivery: str, delivery_a: str, delivery_b: str, recompute: bool, fresh_env: bool, out: Path | None
) -> None:
    """Zwei Läufe vergleichen: Welche Zahl ist anders, und woher kommt es – von Daten, Annahmen, Programm oder Umgebung?

    Die wichtigsten Zahlen werden zerlegt, auf den Cent. Danach jede andere Kennzahl, jede geänderte Schwelle und jedes Urteil. Bei
    verschiedenen Stichtagen: was dazwischen bekannt wurde, und was jeder Wert an Kosten und Finanzierung ändert.
    """
    from wiwak_eval.audit.attribution.attributing import Wishes, attribute_runs
    from wiwak_eval.audit.attribution.words import lines
    from wiwak_eval.audit.attribution.writing import refuse_full, write_attribution
    from wiwak_eval.results import NotAssessable
    from wiwak_eval.study.knowledge import KnowledgeComparison, compare_knowledge, sentences, write_csv

    only_knowledge = out is not None and out.suffix.lower() == ".csv"
    if out is not None and not only_knowledge:
        refuse_full(out)
    found = attribute_runs(before, after, Wishes((delivery_a or delivery, delivery_b or delivery), recompute, fresh_env), progress)
    for line in lines(found):
        click.echo(line)
    click.echo("")
    _tell_all(before, after, found)
    knowledge = compare_knowledge(before, after, delivery or delivery_a, progress)
    for sentence in sentences(knowledge):
        click.echo(sentence)
    if out is None:
        return
    if only_knowledge:
        if not isinstance(knowledge, KnowledgeComparison):
            raise GermanError("Es gibt nichts zu schreiben: Die Läufe haben denselben Stichtag oder sind darin nicht vergleichbar.")
        write_csv(out, knowledge)
        return
    if isinstance(found, NotAssessable):
        raise GermanError(f"Es gibt nichts zu schreiben. {found.reason}")
    paper = write_attribution(out, found)
    if isinstance(knowledge, KnowledgeComparison):
        write_csv(out / KNOWLEDGE, knowledge)
    click.echo(str(paper))


def _tell_all(before: Path, after: Path, found: "Attribution | NotAssessable") -> None:
    """Every threshold, verdict and finding that differs."""
    from wiwak_eval.audit.attribution.sides import read_side
    from wiwak_eval.results import NotAssessable
    from wiwak_eval.study.compare import compare_runs
    from wiwak_eval.study.compare_claims import compare_claims
    from wiwak_eval.study.compare_words import difference_lines

    levels = (read_side(before, "Lauf A").level, read_side(after, "Lauf B").level)
    only_level = not isinstance(found, NotAssessable) and found.only_level
    for sentence in compare_claims(before, after).sentences:
        click.echo(sentence)
    for line in difference_lines(compare_runs(before, after), levels, only_level):
        click.echo(line)
