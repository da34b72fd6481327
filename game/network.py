"""The way out: connections that check certificates, and that look the same whoever asks for what."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import urllib3

# What every request of the game calls itself.
NAME: Final = "Threshold"


def pool(proxy: str) -> urllib3.PoolManager:
    """Returns connections that check certificates against the usual authorities, by way of a proxy if there is one."""
    import certifi  # noqa: PLC0415 - the shelf does without
    import urllib3  # noqa: PLC0415 - the shelf does without

    # Its warnings name the server.
    logging.getLogger("urllib3").setLevel(logging.CRITICAL)
    if proxy:
        from urllib3.contrib.socks import SOCKSProxyManager  # noqa: PLC0415 - as above

        return SOCKSProxyManager(proxy, num_pools=1, maxsize=3, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where())
    return urllib3.PoolManager(num_pools=1, maxsize=3, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where())
