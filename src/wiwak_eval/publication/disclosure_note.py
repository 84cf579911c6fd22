"""What the papers keep back so that nobody finds a neighbour in them, in plain words."""

from collections.abc import Iterable

from wiwak_eval import german
from wiwak_eval.results import HIDDEN, Level, ReleasedTable

_READER = {
    Level.INTERN: (
        "Diese Fassung ist nur für das Haus. Sie zeigt auch kleine Gruppen; verdeckt sind nur sehr kleine Gruppen bei Merkmalen, die "
        "besonders schutzwürdig sind, zum Beispiel Herkunft und Problemlage."
    ),
    Level.GREMIUM: (
        "Diese Fassung ist für ein nicht öffentliches Gremium. Zahlen über kleine Gruppen von Menschen sind verdeckt, dazu weitere Zahlen, "
        "aus denen sie sich durch Abziehen errechnen ließen."
    ),
    Level.OEFFENTLICH: (
        "Diese Fassung ist öffentlich. Zahlen über kleine Gruppen von Menschen sind verdeckt, dazu weitere Zahlen, aus denen sie sich "
        "durch Abziehen errechnen ließen. Die übrigen Anzahlen nach Merkmalen sind gerundet."
    ),
}


def disclosure_note(tables: Iterable[ReleasedTable], level: Level) -> tuple[str, ...]:
    """Paragraphs: for whom, how much is hidden, how that was tried, what stays exact, what nobody can promise.

    tables: all that were released; how many numbers are hidden is counted in them, so it says no more than they do.
    """
    shown = list(tables)
    counts = [count for count in (sum(row.count(HIDDEN) for row in table.rows) for table in shown) if count]
    return (
        _READER[level],
        _hidden(sum(counts), len(counts), len(shown)),
        "Ob das reicht, ist ausprobiert: Ein Programm, das getrennt davon geschrieben ist, hat vor der Freigabe versucht, die verdeckten "
        "Zahlen aus allen gedruckten zu errechnen, auch aus früheren Freigaben derselben Behörde. Freigegeben wird nur, wenn ihm das "
        "nicht gelingt.",
        "Genau stehen die Summen des Landkreises, die Prognose und die Beträge in Euro: Sie sind der Gegenstand der Entscheidung.",
        "Wer einen Menschen kennt, kann ihn weiterhin in einer Gruppe vermuten. Was andere Stellen veröffentlichen, ist nicht "
        "mitgerechnet. Wie geschützt wird und was nicht geschützt werden kann, steht in docs/methoden.md im Abschnitt Geheimhaltung.",
    )


def _hidden(numbers: int, tables: int, of: int) -> str:
    if not numbers:
        return f"In den {german.number(of)} freigegebenen Tabellen ist keine Zahl verdeckt."
    stand = "steht" if numbers == 1 else "stehen"
    return (
        f"Ein verdeckter Wert erscheint als {HIDDEN}. In {german.number(tables)} von {german.number(of)} freigegebenen Tabellen {stand} "
        f"dafür zusammen {german.number(numbers)} Punkte. Alle tragen dasselbe Zeichen, damit niemand sieht, welche Zahl für sich klein "
        "ist und welche nur zum Schutz einer anderen fehlt."
    )
