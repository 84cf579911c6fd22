"""The one exception that a reader of the county may see."""


class GermanError(Exception):
    """A German sentence that names what is wrong, where, and what to do; the command line prints it without a traceback."""
