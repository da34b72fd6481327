"""A poor radio link between two machines of their own: packets wait, and some are lost.

Each end is a network namespace with nothing in it but this link, a TUN device; every packet passes through this process, which keeps
it for a while or drops it. That is what `tc netem` does in kernels that have it; this needs /dev/net/tun, and the right to make
namespaces.
"""

from __future__ import annotations

import array
import fcntl
import heapq
import itertools
import os
import random
import select
import socket
import struct
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parents[3]
# Seconds that a packet is under way, and the part of all packets that never arrives.
DELAY, LOSS = 0.08, 0.02
ADDRESSES = ("10.42.0.1", "10.42.0.2")
_NAME = b"air0"
_LARGEST = 65_536
# From linux/if_tun.h and linux/sockios.h.
_TUNSETIFF, _TUN, _NO_INFO = 0x400454CA, 0x0001, 0x1000
_SIOCSIFADDR, _SIOCSIFNETMASK, _SIOCSIFFLAGS, _UP = 0x8916, 0x891C, 0x8914, 0x1 | 0x40


@dataclass
class Link:
    """Two ends, and what passed between them."""

    ways: tuple[socket.socket, socket.socket]
    ends: list[int] = field(default_factory=list)
    passed: int = 0
    lost: int = 0

    def within(self, end: int) -> tuple[list[str], list[int]]:
        """Returns what a command begins with so that it runs at an end, and the descriptor it must be handed."""
        alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
        way = self.ways[end].fileno()
        return [*alone, sys.executable, "-m", "tests.server.group.air", str(way), ADDRESSES[end]], [way]

    def carry(self, ours: list[socket.socket], stop: threading.Event, seed: int) -> None:
        """Carries packets from each end to the other until told to stop."""
        self.ends = [_received(one) for one in ours]
        dice, waiting, order = random.Random(seed), list[tuple[float, int, int, bytes]](), itertools.count()
        while not stop.is_set():
            wait = max(0.0, min(0.1, waiting[0][0] - time.monotonic())) if waiting else 0.1
            for one in select.select(self.ends, [], [], wait)[0]:
                packet = os.read(one, _LARGEST)
                if dice.random() < LOSS:
                    self.lost += 1
                else:
                    other = self.ends[1 - self.ends.index(one)]
                    heapq.heappush(waiting, (time.monotonic() + DELAY, next(order), other, packet))
            while waiting and waiting[0][0] <= time.monotonic():
                _, _, other, packet = heapq.heappop(waiting)
                os.write(other, packet)
                self.passed += 1


@contextmanager
def link(seed: int = 7) -> Generator[Link]:
    """Gives a link; it works once a command runs at each of its ends."""
    pairs = [socket.socketpair() for _ in ADDRESSES]
    made, stop = Link((pairs[0][1], pairs[1][1])), threading.Event()
    carrying = threading.Thread(target=made.carry, args=([one for one, _ in pairs], stop, seed), daemon=True)
    carrying.start()
    try:
        yield made
    finally:
        stop.set()
        for one in itertools.chain.from_iterable(pairs):
            one.shutdown(socket.SHUT_RDWR)
            one.close()
        carrying.join(5)
        for end in made.ends:
            os.close(end)


def _received(way: socket.socket) -> int:
    """Returns the device that an end hands over."""
    _, handed, _, _ = way.recvmsg(1, socket.CMSG_LEN(4))
    return int(array.array("i", handed[0][2])[0])


def _up(address: str) -> int:
    """Gives this namespace its end of the link, and returns the device."""
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH22x", _NAME, _TUN | _NO_INFO))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for what, value in ((_SIOCSIFADDR, address), (_SIOCSIFNETMASK, "255.255.255.0")):
            fcntl.ioctl(probe, what, struct.pack("16sH2x4s16x", _NAME, socket.AF_INET, socket.inet_aton(value)))
        for name in (_NAME, b"lo"):
            fcntl.ioctl(probe, _SIOCSIFFLAGS, struct.pack("16sH22x", name, _UP))
    return device


def main() -> None:
    """Opens an end here, hands it over, and becomes the command."""
    way, address, *command = sys.argv[1:]
    device = _up(address)
    with socket.socket(fileno=int(way)) as given:
        given.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [device]))])
    os.execvp(command[0], command)  # noqa: S606  named by the test


if __name__ == "__main__":
    main()
