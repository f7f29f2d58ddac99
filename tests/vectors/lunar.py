"""Festivals of the lunar calendar as the Hong Kong Observatory publishes them, 2017-2028, retyped.

Source: Hong Kong Observatory, "Dates of lunar festivals and 24 solar terms" (Gregorian-lunar calendar conversion
tables), read 2026-11-21. New Year's Eve is the last day of the old year.
"""

from __future__ import annotations

NEW_YEAR_EVE = (
    "2017-01-27", "2018-02-15", "2019-02-04", "2020-01-24", "2021-02-11", "2022-01-31",
    "2023-01-21", "2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05", "2028-01-25",
)  # fmt: skip
SPRING_FESTIVAL = (
    "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01",
    "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
)  # fmt: skip
DRAGON_BOAT = (  # 5th of the 5th month
    "2017-05-30", "2018-06-18", "2019-06-07", "2020-06-25", "2021-06-14", "2022-06-03",
    "2023-06-22", "2024-06-10", "2025-05-31", "2026-06-19", "2027-06-09", "2028-05-28",
)  # fmt: skip
MID_AUTUMN = (  # 15th of the 8th month
    "2017-10-04", "2018-09-24", "2019-09-13", "2020-10-01", "2021-09-21", "2022-09-10",
    "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25", "2027-09-15", "2028-10-03",
)  # fmt: skip
DOUBLE_NINTH = (  # 9th of the 9th month
    "2017-10-28", "2018-10-17", "2019-10-07", "2020-10-25", "2021-10-14", "2022-10-04",
    "2023-10-23", "2024-10-11", "2025-10-29", "2026-10-18", "2027-10-08", "2028-10-26",
)  # fmt: skip
LEAP_MONTHS = {2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6}
"""Which month is repeated; 2033 is the year many tables get wrong (GB/T 33661: the eleventh, not the seventh)."""
