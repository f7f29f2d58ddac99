"""Forms and values become PDF bytes; the only place that knows ReportLab; no Qt."""
