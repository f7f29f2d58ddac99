"""Prints one paper in a process of its own, as the window would: libcups asks for its server once in a life.

`python printing_here.py paper.pdf '{"printer": …}'`: prints the outcome as JSON; with "list", what printers there are.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QApplication

from qualitydesk.basics.errors import Refused
from qualitydesk.papers.ui.print_job import PrintJob
from qualitydesk.papers.ui.printers import PrintChoice, printer_for, printers_there


def main(words: list[str]) -> object:
    if words[0] == "list":
        return [asdict(one) for one in printers_there()]
    pdf, choice = Path(words[0]).read_bytes(), PrintChoice(**json.loads(words[1]))
    ready = None
    if len(words) > 2:  # the printer is made, then something happens to it before the run
        ready = printer_for(choice, "单据")
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
    try:
        return {"pages": PrintJob(pdf, (lambda: ready) if ready else (lambda: printer_for(choice, "单据"))).run()}
    except Refused as refused:
        return {"refused": refused.code, **refused.words}


if __name__ == "__main__":
    application = QApplication([])
    sys.stdout.write(json.dumps(main(sys.argv[1:])) + "\n")
