"""Printable forms: forms/*.toml + plain values → PDF bytes. The only ReportLab of the program; knows no Qt and no rows.

`fields` what a printout offers · `form`, `reading` the form language · `render` values → PDF · `pages` PDF → pictures.
"""
