"""A private CUPS for one test run: own folders, a free port of this computer, queues that end in a listener of ours."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

_PATIENCE = 20.0  # seconds a job may take until it has arrived

_DRIVER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OFFICE.PPD"
*Manufacturer: "QualityDesk"
*Product: "(Office)"
*ModelName: "Office"
*ShortNickName: "Office"
*NickName: "Office"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize A5/A5: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion A5/A5: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*ImageableArea A5/A5: "0 0 420 595"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper tray: ""
*InputSlot Lower/Lower tray: ""
*CloseUI: *InputSlot
*OpenUI *Duplex/Duplex: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long: ""
*CloseUI: *Duplex
*OpenUI *ColorModel/Color: PickOne
*DefaultColorModel: RGB
*ColorModel Gray/Gray: ""
*ColorModel RGB/Color: ""
*CloseUI: *ColorModel
"""


def programs() -> dict[str, str]:
    """cupsd and lpadmin with their places; one missing when CUPS is not installed."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    found = {name: shutil.which(name, path=places) for name in ("cupsd", "lpadmin", "lpstat")}
    return {name: path for name, path in found.items() if path and _can_print()}


def _can_print() -> bool:
    return Path("/usr/lib/cups/backend/socket").exists()


class PrintServer:
    """A running cupsd with the queues `plain` (raw) and `office` (trays, both sides); `stop()` removes every trace."""

    def __init__(self) -> None:
        self._programs = programs()
        # Not under pytest's own folder: that is closed to the user lp.
        self.home = Path(tempfile.mkdtemp(prefix="qualitydesk-cups-"))
        self.home.chmod(0o755)
        for name in ("root", "spool", "cache", "state", "temp", "log"):
            (self.home / name).mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.home / "temp", "root", "lp")
            (self.home / "temp").chmod(0o1770)
        self.listener = Listener()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._configure()
        self._daemon: subprocess.Popen[bytes] | None = None
        self.start()
        self._add("plain", "-m", "raw")
        driver = self.home / "office.ppd"
        driver.write_text(_DRIVER)
        self._add("office", "-P", str(driver))

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to print here."""
        return {"CUPS_SERVER": f"127.0.0.1:{self.port}", "HOME": str(self.home)}

    def start(self) -> None:
        """Let the daemon run (again)."""
        command = [self._programs["cupsd"], "-f", "-c", f"{self.home}/cupsd.conf", "-s", f"{self.home}/cups-files.conf"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(self._answers, "cupsd did not start")

    def halt(self) -> None:
        """End the daemon; its queues stay."""
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait(_PATIENCE)
            self._daemon = None

    def stop(self) -> None:
        """End everything and remove the folder."""
        self.halt()
        self.listener.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def remove(self, queue: str) -> None:
        """Take a queue away."""
        self._run("lpadmin", "-x", queue)

    def options(self) -> str:
        """The attributes of the newest job as the daemon keeps them: options of the run among them."""
        end = time.monotonic() + _PATIENCE
        while True:  # the daemon writes a job's file anew when the job ends: for a moment it is empty
            newest = max((self.home / "spool").glob("c*[0-9]"), key=lambda path: path.name)
            if (told := newest.read_bytes()) or time.monotonic() > end:
                return told.decode("latin-1")
            threading.Event().wait(0.05)

    def _configure(self) -> None:
        home = self.home
        (home / "cups-files.conf").write_text(
            f"SystemGroup {'root' if os.geteuid() == 0 else _own_group()}\n"
            f"ServerRoot {home}/root\nRequestRoot {home}/spool\nCacheDir {home}/cache\nStateDir {home}/state\n"
            f"TempDir {home}/temp\nErrorLog {home}/log/error\nAccessLog {home}/log/access\nPageLog {home}/log/page\n"
        )
        (home / "cupsd.conf").write_text(
            f"Listen 127.0.0.1:{self.port}\nBrowsing No\nWebInterface No\nDefaultAuthType None\nLogLevel warn\n"
            "DirtyCleanInterval 0\nPreserveJobFiles Yes\nPreserveJobHistory Yes\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        )

    def _add(self, queue: str, *how: str) -> None:
        self._run("lpadmin", "-p", queue, "-E", "-v", f"socket://127.0.0.1:{self.listener.port}", *how)

    def _run(self, program: str, *arguments: str) -> None:
        environment = {**os.environ, **self.environment}
        subprocess.run(
            [self._programs[program], *arguments],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 0.2).close()
        except OSError:
            return False
        return True


class Listener:
    """Stands for the printer: keeps what arrives, a connection a job."""

    def __init__(self) -> None:
        self.arrived: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for(self, count: int) -> bytes:
        """The newest job once `count` have arrived."""
        until(lambda: len(self.arrived) >= count, f"{len(self.arrived)} of {count} jobs arrived")
        return self.arrived[-1]

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return  # closed
            with connection:
                content = b""
                while part := connection.recv(1 << 16):
                    content += part
            self.arrived.append(content)


def until(holds: object, otherwise: str) -> None:
    """Wait until `holds()`; AssertionError with `otherwise` after a while."""
    assert callable(holds)
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(0.02)


def _own_group() -> str:
    import grp

    return grp.getgrgid(os.getegid()).gr_name
