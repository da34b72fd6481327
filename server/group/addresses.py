"""The addresses that phones can reach this machine at: those of its network cards, the likeliest first."""

from __future__ import annotations

import ipaddress
import os
import socket
import struct
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What systems give themselves when they open a hotspot: Windows, NetworkManager, macOS, Android.
HOTSPOTS = tuple(map(ipaddress.ip_network, ("192.168.137.0/24", "10.42.0.0/16", "192.168.2.0/24", "192.168.43.0/24")))
# Cards that no phone stands at the other end of: containers, virtual machines, tunnels.
VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg", "tailscale", "zt", "utun", "lxc", "cni")
_ELSEWHERE = tuple(map(ipaddress.ip_network, ("172.17.0.0/16", "192.168.56.0/24", "100.64.0.0/10")))
# Asked which card leads there; nothing is sent.
_FAR = ("192.0.2.1", "10.255.255.255", "192.168.255.255")
_SIOCGIFADDR = (0x8915, 0xC0206921)


def found() -> list[str]:
    """Returns this machine's addresses, the likeliest first; none where it is in no network."""
    return ranked([*_of_cards(), *(("", one) for one in _of_name())], _leading())


def ranked(cards: Iterable[tuple[str, str]], leading: Iterable[str] = ()) -> list[str]:
    """Returns addresses in the order in which phones should try them: hotspot, the way to elsewhere, other cards, virtual ones."""
    order, way = dict[str, int](), list(leading)
    for name, text in [*cards, *(("", one) for one in way)]:
        address = ipaddress.ip_address(text)
        if address.is_loopback or address.is_link_local or address.is_unspecified:
            continue
        order[text] = max(order.get(text, 0), _rank(name, text, way))
    return sorted(order, key=lambda one: (order[one], ipaddress.ip_address(one)))


def _rank(name: str, text: str, leading: list[str]) -> int:
    """Returns how unlikely an address is."""
    address = ipaddress.ip_address(text)
    if name.startswith(VIRTUAL) or any(address in one for one in _ELSEWHERE):
        return 4
    if any(address in one for one in HOTSPOTS) and text.endswith(".1"):
        return 0
    if text in leading:
        return 1
    return 2 if address.is_private else 3


def _of_cards() -> list[tuple[str, str]]:
    """Returns the cards that can be asked for by name, each with its address; Windows names none."""
    if os.name == "nt":
        return []
    import fcntl  # noqa: PLC0415  not on Windows

    cards = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            for number in _SIOCGIFADDR:
                with suppress(OSError):
                    answer = fcntl.ioctl(probe.fileno(), number, struct.pack("256s", name.encode()[:15]))
                    cards.append((name, socket.inet_ntoa(answer[20:24])))
                    break
    return cards


def _of_name() -> list[str]:
    """Returns the addresses that the machine's own name leads to."""
    with suppress(OSError):
        return socket.gethostbyname_ex(socket.gethostname())[2]
    return []


def _leading() -> list[str]:
    """Returns the addresses from which this machine would go elsewhere."""
    ways = []
    for far in _FAR:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))
            ways.append(str(probe.getsockname()[0]))
    return ways
