"""The command `wiwak`: German messages, no traceback, the last line on stdout is what to open.

A command is a module of its own, named as it is called, and is loaded only when called (group.py): help must not wait for libraries.
"""


def main() -> None:
    """Entry point: every error that a reader can cause is one German sentence and exit code 2."""
    try:
        from wiwak_eval.cli.interrupting import hear_once

        hear_once()
        from wiwak_eval.cli.group import wiwak

        wiwak.main(standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        from wiwak_eval.cli.mistakes import stop

        stop(error)
    finally:
        from wiwak_eval.cli.interrupting import undisturbed

        undisturbed()
