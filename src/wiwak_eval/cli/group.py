"""The commands of `wiwak`: their names and what each does in one line, known before any of them is loaded."""

from importlib import import_module

import click

from wiwak_eval import __version__

CONTEXT = {"help_option_names": ["-h", "--help"], "terminal_width": 80}
"""80 columns everywhere: help looks the same on paper, and asking the terminal loads libraries that nothing else needs."""

SHORT_HELP = {
    "check": "Eine Lieferung prüfen und ihre Mängel auflisten.",
    "compare": "Zwei Läufe vergleichen: welche Zahl ist anders?",
    "fanout": "Viele Läufe auf einmal, auch auf einem Cluster.",
    "fill": "Ein Formular mit Zahlen eines Laufs ausfüllen.",
    "forget": "Löschen, was von einer Lieferung behalten wurde.",
    "lab": "Die Notebooks in JupyterLab öffnen.",
    "pdf-check": "PDF-Dateien prüfen: Können alle sie lesen?",
    "plan": "Sagen, was ein Lauf täte, und warum.",
    "run": "Eine Lieferung auswerten, alle Unterlagen schreiben.",
    "simulate": "Ein simuliertes Pilotjahr schreiben.",
    "template": "Eine Vorlage schreiben (Arbeitsmappe, Beschluss).",
    "verify": "Einen Lauf prüfen und wiederholen, mit Prüfbericht.",
}
"""By name; the command `pdf-check` is the function `pdf_check` of the module `pdf_check` beside this one."""


class LateGroup(click.Group):
    """A group that imports a command when it is called; its own help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the alphabet."""
        return list(SHORT_HELP)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None if there is none of this name."""
        if cmd_name not in SHORT_HELP:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"wiwak_eval.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, from SHORT_HELP."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SHORT_HELP.items()))


@click.group(cls=LateGroup, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="wiwak", message="%(prog)s %(version)s", help="Fassung zeigen.")
def wiwak() -> None:
    """Auswertung eines Willkommenscenters, Fallzahlprognose und Unterlagen für den Haushalt."""
