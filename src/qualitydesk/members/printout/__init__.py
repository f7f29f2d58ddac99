"""Members on paper and in workbooks."""
