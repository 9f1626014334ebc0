# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under which address other devices in the same network reach this machine."""

from __future__ import annotations

import socket

_ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation: nobody has it, and nothing is sent to it."""


def lan_address() -> str | None:
    """The address of this machine in its network; None without a network.

    Connecting a UDP socket sends nothing, it only makes the system choose the way, and so the own address.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            address: str = probe.getsockname()[0]
        except OSError:
            return None
    return None if address.startswith(("127.", "0.")) else address
