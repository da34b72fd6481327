"""The files that an operator copies are read by the programs they are for, and keep what they promise."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILES = Path(__file__).parents[2] / "packaging" / "server"
UNITS = ("threshold-server", "threshold-backup", "threshold-check", "threshold-events")
# What `systemd-analyze security` calls the worst of 10 that is still safe.
SAFE = 1.5


def _said(*command: str | Path) -> str:
    """Returns what a command says, standard error too; fails where it ends with anything but 0."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _made(folder: Path) -> tuple[Path, Path]:
    """Returns a certificate and its key for the name in the examples."""
    certificate, key = folder / "fullchain.pem", folder / "privkey.pem"
    subject = ("-subj", "/CN=help.example.org", "-days", "2", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    _said("openssl", "req", "-x509", *subject, "-keyout", key, "-out", certificate)
    return certificate, key


def test_nginx_takes_its_file_and_writes_no_access_log(tmp_path: Path) -> None:
    """The example is a site that nginx loads; every server in it has its access log off, and errors name nobody."""
    site = (FILES / "nginx.conf").read_text("utf-8")
    servers = re.split(r"^server \{", site, flags=re.MULTILINE)[1:]
    assert len(servers) == 3
    for server in servers:
        assert "access_log off;" in server
        assert "error_log /dev/null crit;" in server
    certificate, key = _made(tmp_path)
    site = site.replace("/etc/threshold/tls/fullchain.pem", str(certificate)).replace("/etc/threshold/tls/privkey.pem", str(key))
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"pid {tmp_path}/pid;\nerror_log /dev/null;\nevents {{}}\nhttp {{\n{site}\n}}\n", "utf-8")
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")
    assert nginx, "nginx is not installed: apt-get install nginx-light"
    assert "test is successful" in _said(nginx, "-t", "-p", tmp_path, "-c", whole, "-e", "/dev/null")


def test_tor_takes_its_file(tmp_path: Path) -> None:
    """The lines for an onion service are ones that Tor knows."""
    told = tmp_path / "torrc"
    told.write_text((FILES / "torrc").read_text("utf-8").replace("/var/lib/tor/threshold", str(tmp_path / "onion")), "utf-8")
    assert "Configuration was valid" in _said("tor", "--verify-config", "-f", told, "--defaults-torrc", "/dev/null")


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_takes_a_unit_and_calls_it_safe(unit: str, tmp_path: Path) -> None:
    """Every line of a unit is known to systemd, which rates what it may still do; the program itself is another's to install."""
    text = (FILES / f"{unit}.service").read_text("utf-8").replace("/opt/threshold/bin/threshold-server", sys.executable)
    mine = tmp_path / f"{unit}.service"
    mine.write_text(text, "utf-8")
    assert _said("systemd-analyze", "verify", "--man=no", mine).strip() == ""
    rated = _said("systemd-analyze", "security", "--offline=true", f"--threshold={round(SAFE * 10)}", mine)
    assert "Overall exposure level" in rated


def test_units_share_their_walls() -> None:
    """What keeps the server in keeps the two that come by the clock in as well: a line added to one is added to all."""
    kept = [_walls(unit) for unit in UNITS]
    assert kept[0] - kept[1] == {"MemoryMax=1G", "TasksMax=1024"}
    assert kept[3] - kept[0] == {"LimitNOFILE=8192"}
    assert kept[0] <= kept[3]
    assert kept[0] - kept[2] == {"MemoryMax=1G", "TasksMax=1024", "IPAddressDeny=any", "IPAddressAllow=localhost"}


def _walls(unit: str) -> set[str]:
    """Returns the lines of a unit that take something away from it."""
    lines = (FILES / f"{unit}.service").read_text("utf-8").splitlines()
    begins = ("Protect", "Private", "Restrict", "System", "Memory", "Limit", "Tasks", "NoNew", "Capability", "Ambient", "Lock", "IPAddress")
    return {line for line in lines if line.startswith((*begins, "RemoveIPC", "KeyringMode", "UMask", "DynamicUser", "ProcSubset"))}


@pytest.mark.parametrize("timer", ["threshold-backup", "threshold-check"])
def test_timers_name_a_time_and_a_unit(timer: str) -> None:
    """Each timer has its service beside it, and a time that systemd understands."""
    assert (FILES / f"{timer}.service").is_file()
    text = (FILES / f"{timer}.timer").read_text("utf-8")
    (calendar,) = re.findall(r"^OnCalendar=(.+)$", text, flags=re.MULTILINE)
    assert "Next elapse" in _said("systemd-analyze", "calendar", calendar)


def test_the_container_file_passes_its_linter() -> None:
    """The recipe for a container breaks no rule of hadolint's, and runs as nobody in particular."""
    _said(Path(sys.executable).parent / "hadolint", "--failure-threshold", "info", FILES / "Containerfile")
    text = (FILES / "Containerfile").read_text("utf-8")
    assert re.findall(r"^USER (\d+)$", text, flags=re.MULTILINE) == ["8740"]
