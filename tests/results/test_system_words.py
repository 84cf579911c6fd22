"""What the operating system reports is told in German, whatever language the machine speaks."""

import errno
import os
import shutil
import socket
import ssl
from pathlib import Path

import pytest

from wiwak_eval.results import system_words

MET = (
    "ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS", "ENOENT", "EEXIST", "EISDIR", "ENOTDIR", "ENOTEMPTY", "ENAMETOOLONG",
    "ELOOP", "EXDEV", "EBUSY", "EAGAIN", "ENOLCK", "EMFILE", "ENFILE", "ENOMEM", "EIO", "EINVAL", "EOPNOTSUPP", "ENOEXEC", "ESTALE",
    "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "EHOSTUNREACH", "ENETUNREACH",
)  # fmt: skip
FALLBACK = "Systemfehler"


@pytest.mark.parametrize("name", MET)
def test_what_a_reader_may_meet_has_words(name: str) -> None:
    words = system_words(getattr(errno, name))
    assert not words.startswith(FALLBACK)
    assert words == words.strip(" .()")


def test_no_two_numbers_share_their_words_and_none_is_english() -> None:
    words = {number: system_words(number) for number in errno.errorcode}
    assert len(set(words.values())) == len(words) > len(MET)
    assert [number for number, said in words.items() if os.strerror(number).lower() in said.lower()] == []


def test_what_has_no_words_keeps_its_number() -> None:
    assert system_words(errno.EPROTO) == f"Systemfehler {errno.EPROTO}, EPROTO"
    assert system_words(OSError(99_999, "Strange")) == "Systemfehler 99999, ohne Namen"


def test_an_error_and_its_number_say_the_same() -> None:
    assert system_words(OSError(errno.ENOSPC, "No space left on device")) == system_words(errno.ENOSPC)


def test_real_refusals_are_told(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    with pytest.raises(OSError, match="datei") as refused:
        (tmp_path / "datei" / "ordner").mkdir()
    assert system_words(refused.value) == "eine Datei, wo ein Ordner sein muss"
    with pytest.raises(OSError, match=tmp_path.name) as refused:
        tmp_path.read_bytes()
    assert system_words(refused.value) == "ein Ordner, wo eine Datei sein muss"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError("s3://ort/datei"), system_words(errno.ENOENT)),
        (TimeoutError("no answer"), system_words(errno.ETIMEDOUT)),
        (shutil.SameFileError("a and b"), "Systemfehler SameFileError"),
        (ssl.SSLError(1, "[SSL] wrong version number"), "Systemfehler 1, SSLError"),
        (socket.gaierror(-2, "Name or service not known"), "Systemfehler -2, gaierror"),
    ],
)
def test_a_library_s_own_words_are_not_told(error: OSError, words: str) -> None:
    assert system_words(error) == words
