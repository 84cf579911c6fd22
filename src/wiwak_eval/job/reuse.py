"""Which notebooks must run: those whose code, parameters, results, package or lock file changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from wiwak_eval.results import GermanError
from wiwak_eval.study.behind import arguments_behind
from wiwak_eval.study.home import home
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.kept_notebooks import Base, KeptNotebooks, Record, printed_in, with_prose_of
from wiwak_eval.study.notebook_calls import calls_in
from wiwak_eval.study.notebook_format import nbformat
from wiwak_eval.study.shown import shown_by
from wiwak_eval.study.study import Study


class Reuse:
    """Executed notebooks of a study: taken over where all that they print is as it was."""

    def __init__(self, study: Study, parameters: Mapping[str, str]) -> None:
        self.study, self.parameters = study, parameters
        self.kept = KeptNotebooks(home())
        self._records: dict[Path, Record | None] = {}

    def nothing_kept(self, notebooks: Sequence[Path]) -> bool:
        """Whether no notebook could be taken over, whatever the results: not one ran with this code and these parameters."""
        return not any(self.ran_before(notebook) for notebook in notebooks)

    def ran_before(self, notebook: Path) -> bool:
        """Whether a notebook ran with the same code, parameters, package and lock file, whatever it printed then."""
        base = Base.of(notebook, self.parameters)
        return any(record.base == base for record in self.kept.records(notebook.name))

    def record(self, notebook: Path) -> Record | None:
        """What the notebook would be made of now; None where its cells do more than show and say, so that nobody can know."""
        if notebook not in self._records:
            self._records[notebook] = self._made(notebook)
        return self._records[notebook]

    def take(self, notebook: Path, out: Path) -> bool:
        """Write the kept execution of a notebook into a folder, below its prose of today; False where there is none."""
        record = self.record(notebook) if self.ran_before(notebook) else None
        kept = self.kept.find(record) if record is not None else None
        if kept is None:
            return False
        write_whole(out / notebook.name, with_prose_of(nbformat.read(notebook, as_version=4), kept))
        return True

    def keep(self, notebook: Path, executed: Path) -> None:
        """Keep a notebook that ran, for later runs. Raises GermanError where it printed something else than this study holds."""
        record = self.record(notebook)
        if record is not None:
            if printed_in(executed) != record.printed:
                raise GermanError(
                    f"{notebook.name} druckt etwas anderes, als der Lauf gerechnet hat: Währenddessen hat sich etwas geändert. "
                    "Es wurde nichts ausgegeben. Bitte denselben Aufruf wiederholen."
                )
            self.study.note(self.kept.place(record))
            self.kept.keep(record, executed)

    def _made(self, notebook: Path) -> Record | None:
        base = Base.of(notebook, self.parameters)
        calls = calls_in(base.cells)
        if calls is None:
            return None
        shown = shown_by(self.study, calls)
        return Record(base, shown, arguments_behind(self.study, {id for one in shown for id in one.tables}))
