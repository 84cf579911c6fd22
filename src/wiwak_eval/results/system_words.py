"""What the operating system reports of a file or a connection, in a few German words for the brackets of a sentence.

The system has these words in English or in whatever language the machine is set to; a message of ours is German on every machine.
"""

import errno

_WORDS = {
    errno.ENOSPC: "kein Platz mehr auf dem Datenträger",
    errno.EDQUOT: "zugeteilter Speicherplatz ist aufgebraucht",
    errno.EFBIG: "Datei würde zu groß",
    errno.EACCES: "Zugriff nicht erlaubt",
    errno.EPERM: "Vorgang nicht erlaubt",
    errno.EROFS: "Datenträger ist schreibgeschützt",
    errno.ENOENT: "Datei oder Ordner nicht gefunden",
    errno.EEXIST: "Name ist schon vergeben",
    errno.EISDIR: "ein Ordner, wo eine Datei sein muss",
    errno.ENOTDIR: "eine Datei, wo ein Ordner sein muss",
    errno.ENOTEMPTY: "Ordner ist nicht leer",
    errno.ENAMETOOLONG: "Name ist zu lang",
    errno.ELOOP: "Verweis, dem nicht gefolgt werden kann",
    errno.EMLINK: "zu viele Verweise auf dieselbe Datei",
    errno.EXDEV: "Ziel liegt auf einem anderen Datenträger",
    errno.EBUSY: "wird gerade benutzt",
    errno.ETXTBSY: "Programm läuft gerade",
    errno.EAGAIN: "zurzeit belegt",
    errno.ENOLCK: "Datei lässt sich nicht sperren",
    errno.EMFILE: "zu viele offene Dateien in diesem Programm",
    errno.ENFILE: "zu viele offene Dateien auf diesem Rechner",
    errno.ENOMEM: "Arbeitsspeicher reicht nicht",
    errno.EIO: "Lese- oder Schreibfehler des Datenträgers",
    errno.ENODEV: "Gerät nicht gefunden",
    errno.ENXIO: "Gerät antwortet nicht",
    errno.EINVAL: "Angabe, die das Betriebssystem nicht annimmt",
    errno.EOPNOTSUPP: "dieses Dateisystem kann das nicht",
    errno.ENOSYS: "dieses Betriebssystem kann das nicht",
    errno.ENOEXEC: "Programm lässt sich hier nicht ausführen",
    errno.ESTALE: "Datei auf dem Netzlaufwerk gibt es so nicht mehr",
    errno.ETIMEDOUT: "keine Antwort in der vorgesehenen Zeit",
    errno.ECONNREFUSED: "Verbindung abgelehnt",
    errno.ECONNRESET: "Verbindung von der Gegenseite getrennt",
    errno.ECONNABORTED: "Verbindung abgebrochen",
    errno.ENOTCONN: "keine Verbindung",
    errno.EPIPE: "Empfänger nimmt nichts mehr an",
    errno.EADDRINUSE: "Anschluss ist schon belegt",
    errno.EHOSTUNREACH: "Rechner nicht erreichbar",
    errno.EHOSTDOWN: "Rechner antwortet nicht",
    errno.ENETUNREACH: "Netz nicht erreichbar",
    errno.ENETDOWN: "Netz ist ausgefallen",
}
_NUMBERS = {
    FileNotFoundError: errno.ENOENT,
    FileExistsError: errno.EEXIST,
    PermissionError: errno.EACCES,
    IsADirectoryError: errno.EISDIR,
    NotADirectoryError: errno.ENOTDIR,
    TimeoutError: errno.ETIMEDOUT,
    ConnectionRefusedError: errno.ECONNREFUSED,
    ConnectionResetError: errno.ECONNRESET,
    ConnectionAbortedError: errno.ECONNABORTED,
    BrokenPipeError: errno.EPIPE,
}
"""Libraries raise these without a number; the kind says the same."""
_OWN_NUMBERS = {"ssl", "socket"}
"""Modules whose errors count in numbers of their own, some of them also the system's."""


def system_words(error: OSError | int) -> str:
    """German words for an error of the operating system or for its number, without brackets and full stop.

    What has no words here keeps its number, so that it can be looked up: `Systemfehler 71, EPROTO`; without a number its kind.
    """
    number = error if isinstance(error, int) else _number(error)
    if number is not None:
        return _WORDS.get(number) or f"Systemfehler {number}, {errno.errorcode.get(number, 'ohne Namen')}"
    kind = type(error).__name__
    own = error.errno if isinstance(error, OSError) else None
    return f"Systemfehler {kind}" if own is None else f"Systemfehler {own}, {kind}"


def _number(error: OSError) -> int | None:
    """The system's number of an error, None where it has none."""
    if type(error).__module__ in _OWN_NUMBERS:
        return None
    if error.errno is not None:
        return error.errno
    return next((number for kind, number in _NUMBERS.items() if isinstance(error, kind)), None)
