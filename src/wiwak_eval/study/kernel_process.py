"""The kernels of this process: talked to on private sockets, and gone when it is gone."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiwak_eval.study.held import held
from wiwak_eval.study.removing import remove_tree

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from traitlets.config import Config

SOCKETS = "wiwak-kernel-"
"""How the temporary folder of a kernel's sockets begins."""
LONGEST = 70
"""Bytes that the path of the folder for temporary files may have: with the name of a socket, systems take a little over 100."""
_SHORT = Path("/tmp")

_MOMENT = 1.0
_PR_SET_PDEATHSIG = 1
_running: set[int] = set()
_rooms: set[Path] = set()
_making = threading.Lock()


def end_kernels() -> None:
    """Kill every kernel and helper of this process with all that it started, and remove their rooms. No other begins any more."""
    _making.acquire()  # never given back: a thread that sees its kernel die might go on to the next notebook
    for kernel in tuple(_running):
        with suppress(OSError):
            os.killpg(kernel, signal.SIGKILL)
    for folder in tuple(_rooms):
        remove_tree(folder, _MOMENT)  # a kernel takes a moment to die, and may be making a socket in it


@contextmanager
def private_channel() -> "Iterator[Config]":
    """Settings by which a kernel is talked to through sockets in a folder of its own: nothing on the network, no two race for a port."""
    from traitlets.config import Config

    with private_room() as folder:
        settings = {"transport": "ipc", "ip": str(folder / "kernel"), "connection_file": str(folder / "connection.json")}
        yield Config({"KernelManager": settings})


@contextmanager
def private_room() -> Iterator[Path]:
    """A folder for sockets, or for what a helper writes: held, so that what a killed process leaves can be told from what is in use."""
    with held(_new_room) as folder:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            _rooms.discard(folder)


def _new_room() -> Path:
    with _making:
        folder = Path(tempfile.mkdtemp(prefix=SOCKETS, dir=sockets_folder()))
        _rooms.add(folder)
        return folder


def run_helper(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Wait for a process that says nothing, and that ends as kernels do. Whether it did what it should, its files tell."""
    process = subprocess.Popen(
        command, env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _running.add(process.pid)
    try:
        process.wait()
    finally:
        _running.discard(process.pid)


def sockets_folder() -> Path:
    """Where the folders of sockets lie: that for temporary files, or a place with a short name where its name is too long for sockets."""
    usual = Path(tempfile.gettempdir())
    return usual if len(os.fsencode(usual)) <= LONGEST or not _SHORT.is_dir() else _SHORT


def mortal_kernel() -> "type[AsyncKernelManager]":
    """A manager whose kernel is known to `end_kernels`, and which the system kills with this process even where that was killed itself.

    The kernel's own watch looks once a second, and not while a cell computes in C; on other systems than Linux it is all there is.
    What a kernel says beside its messages, when it cannot even begin, is told by a sentence of ours.
    """
    from jupyter_client.manager import AsyncKernelManager

    class MortalKernel(AsyncKernelManager):
        async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            await super()._async_launch_kernel(kernel_cmd, preexec_fn=die_with(os.getpid()), **quiet, **kw)
            self._kernel_pid = getattr(self.provisioner, "pid", None)
            if self._kernel_pid is not None:
                _running.add(self._kernel_pid)

        async def _async_cleanup_resources(self, restart: bool = False) -> None:
            await super()._async_cleanup_resources(restart=restart)
            _running.discard(getattr(self, "_kernel_pid", None) or 0)

        cleanup_resources = _async_cleanup_resources

    return MortalKernel


def die_with(parent: int) -> Callable[[], None] | None:
    """What a new process does first: ask the system to be killed when the thread that began it is gone."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl

    def die_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return die_with_parent
