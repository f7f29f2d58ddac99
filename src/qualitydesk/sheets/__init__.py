"""XLSX and CSV in and out: the only place that knows workbooks. No Qt, no database."""
