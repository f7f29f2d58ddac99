"""`python -m qualitydesk` is the command `qualitydesk`."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

from qualitydesk.app.cli import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
