"""What the process that looks into files may do: read what it was given, think a little, answer. Nothing else.

Limits of memory, processor time, files written and files open hold on every system (setrlimit). On Linux a filter of
the kernel (seccomp) also takes away the network and other programs; where the kernel has none, the process is put into
a network of its own with nothing in it (unshare), if that is allowed. `confine` says what holds.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import struct

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 30
MOST_FILES = 64

# socket, socketpair, bind, listen, accept, accept4, connect, sendto, sendmsg, sendmmsg; execve, execveat, ptrace,
# process_vm_readv, io_uring_setup; and, where they are calls of their own, fork and vfork. (asm/unistd.h of each)
_REFUSED = {
    "x86_64": (0xC000003E, (41, 53, 49, 50, 43, 288, 42, 44, 46, 307, 59, 322, 101, 310, 425, 57, 58)),
    "aarch64": (0xC00000B7, (198, 199, 200, 201, 202, 242, 203, 206, 211, 269, 221, 281, 117, 270, 425)),
}
_NO_NEW_PRIVS, _SECCOMP, _FILTER, _DUMPABLE, _DIE_WITH_PARENT = 38, 22, 2, 4, 1
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 1, 0x80000000  # 1 is EPERM
# Calls of the x32 kind have this bit: none is ours.
_X32 = 0x40000000
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine() -> frozenset[str]:
    """Confines this process for good. What holds now: "limits" always, "no network" and "no programs" if possible."""
    limits()
    libc = ctypes.CDLL(None, use_errno=True)
    if platform.system() != "Linux":
        return frozenset({"limits"})
    libc.prctl(_DIE_WITH_PARENT, 9, 0, 0, 0)
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)
    if _filtered(libc):
        return frozenset({"limits", "no network", "no programs"})
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        return frozenset({"limits", "no network"})
    return frozenset({"limits"})


def limits() -> None:
    """What every system can do."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file at all
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))


def _filtered(libc: ctypes.CDLL) -> bool:
    if platform.machine() not in _REFUSED:
        return False
    words = program(*_REFUSED[platform.machine()])
    code = ctypes.create_string_buffer(b"".join(words), 8 * len(words))
    given = ctypes.create_string_buffer(struct.pack("@HP", len(words), ctypes.addressof(code)))
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SECCOMP, _FILTER, given, 0, 0) == 0)


def program(machine: int, refused: tuple[int, ...]) -> list[bytes]:
    """The filter, as the kernel reads it: another machine’s calls end the process, refused ones are not permitted."""

    def word(code: int, right: int, wrong: int, value: int) -> bytes:
        return struct.pack("=HBBI", code, right, wrong, value)

    last = len(refused)
    return [
        word(_LOAD, 0, 0, 4),
        word(_EQUAL, 1, 0, machine),
        word(_RETURN, 0, 0, _KILL),
        word(_LOAD, 0, 0, 0),
        word(_AT_LEAST, 0, 1, _X32),
        word(_RETURN, 0, 0, _KILL),
        *(word(_EQUAL, last - place, 0, number) for place, number in enumerate(refused)),
        word(_RETURN, 0, 0, _ALLOW),
        word(_RETURN, 0, 0, _REFUSE),
    ]
