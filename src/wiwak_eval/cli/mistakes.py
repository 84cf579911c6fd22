"""What ends a command early, as one German sentence."""

from collections.abc import Callable
from contextlib import suppress
from errno import EDQUOT, ENOSPC

import click

from wiwak_eval.cli.interrupting import interrupted, undisturbed
from wiwak_eval.results import GermanError


def stop(error: BaseException) -> None:
    """Print one German sentence and end with exit code 2. What nobody foresaw is written down in the state folder."""
    undisturbed()
    with suppress(OSError):  # the terminal is gone
        click.echo(f"Fehler: {_sentence(error)}", err=True)
    raise SystemExit(2) from None


def _sentence(error: BaseException) -> str:
    if isinstance(error, GermanError):
        return str(error)
    if isinstance(error, click.UsageError):
        return german_usage(error)
    if isinstance(error, (click.Abort, KeyboardInterrupt)) or interrupted():  # a library may have made another error of it
        return "Abgebrochen. Was vorher fertig war, ist unverändert."
    if isinstance(error, OSError) and error.errno in {ENOSPC, EDQUOT}:
        return "Auf dem Datenträger ist kein Platz mehr. Bitte aufräumen und denselben Aufruf noch einmal starten."
    return f"Das Programm ist auf einen Fehler gestoßen, den es nicht kennt ({type(error).__name__}). {_reported(error)}"


def _reported(error: BaseException) -> str:
    """Write down where the error was, for those who mend the program."""
    from traceback import format_exception

    from wiwak_eval.study.home import ERROR_REPORT, home
    from wiwak_eval.study.keeping import write_whole

    try:
        report = home() / ERROR_REPORT
        write_whole(report, "".join(format_exception(error)).encode())
    except OSError:
        return "Er ließ sich nicht aufschreiben. Bitte Platz und Rechte des Ordners „.wiwak“ prüfen und den Aufruf wiederholen."
    return f"Wo, steht in {report}. Bitte diese Datei weitergeben; vorher nachsehen, ob darin etwas aus der Lieferung steht."


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
