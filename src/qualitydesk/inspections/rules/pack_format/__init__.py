"""The pack format: TOML or a sheet's rows become a `Pack` and back, or `PackErrors` that name every fault by its place.

The format is described in resources/standards/README.md. Pure: whoever holds the file reads it and hands its text in.
"""

from __future__ import annotations

from qualitydesk.inspections.rules.pack_format.faults import PackError, PackErrors
from qualitydesk.inspections.rules.pack_format.reading import read_pack
from qualitydesk.inspections.rules.pack_format.toml_text import parse_pack
from qualitydesk.inspections.rules.pack_format.writing import as_raw, to_toml

__all__ = ["PackError", "PackErrors", "as_raw", "parse_pack", "read_pack", "to_toml"]
