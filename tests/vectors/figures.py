"""Vectors of shares, agreement, time to close and sampling, retyped from methods §2 and §5.3 (reference/pareto.json,
wilson.json, kappa.json, time_to_close.json, aql_tables.json).

Authorities: the qcc vignette (Pareto), Newcombe 1998 and scipy / statsmodels / R (Wilson), statsmodels, scikit-learn,
vcd and psych (kappa), R survival and lifelines (time to close).
"""

from __future__ import annotations

# counts, (category, cumulated %) in order, the vital few
PARETO: tuple[tuple[dict[str, int], tuple[tuple[str, float], ...], tuple[str, ...]], ...] = (
    (
        {"contact num.": 94, "price code": 80, "supplier code": 66, "part num.": 33, "schedule date": 27},
        (
            ("contact num.", 31.333333333333332),
            ("price code", 58.0),
            ("supplier code", 80.0),
            ("part num.", 91.0),
            ("schedule date", 100.0),
        ),
        ("contact num.", "price code", "supplier code"),
    ),
    ({"A": 5, "B": 0, "C": 5}, (("A", 50.0), ("C", 100.0), ("B", 100.0)), ("A", "C")),
    ({"A": 7}, (("A", 100.0),), ("A",)),
)
# passed, total, low, high at 95 %
WILSON: tuple[tuple[int, int, float, float], ...] = (
    (81, 263, 0.2552885198782742, 0.36620957698280004),
    (0, 20, 0.0, 0.16112515805281935),
    (29, 29, 0.8830302015002592, 1.0),
    (10, 10, 0.7224672001371109, 1.0),
    (23, 60, 0.27088272374082023, 0.5098240417590008),
    (47, 50, 0.8378290831116182, 0.979385029651026),
    (0, 1, 0.0, 0.7934506856227626),
)
# table, observed, by chance, kappa, error, PABAK, linear, quadratic
KAPPA: tuple[
    tuple[tuple[tuple[int, ...], ...], float, float, float, float | None, float | None, float | None, float | None], ...
] = (
    (((20, 5), (10, 15)), 0.7, 0.5, 0.3999999999999999, 0.12699606293110033, 0.3999999999999999, 0.4, 0.4),
    (
        ((25, 35), (5, 35)),
        0.6,
        0.46,
        0.25925925925925924,
        0.07715973174444572,
        0.19999999999999996,
        0.2592592592592593,
        0.2592592592592593,
    ),
    (
        ((7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14)),
        0.362637362637363,
        0.267962806424345,
        0.12933025404157042,
        0.06859853248070859,
        None,
        0.23738062755798095,
        0.3320455862468611,
    ),
    (((30, 0), (0, 20)), 1.0, 0.52, 1.0, None, None, None, None),
)
COHEN_1968 = (
    ((88, 14, 18), (10, 40, 10), (2, 6, 12)),
    ((0, 1, 3), (1, 0, 6), (3, 6, 0)),
    0.491525423728813,
    0.347826086956522,
)
# id, times, closed, event times, share open after each, error, median, quarter, three quarters, nine tenths, interval
TIME_TO_CLOSE: tuple[tuple[str, str, str, str, str, str, tuple[float | None, ...]], ...] = (
    (
        "gehan_6mp",
        "10 7 32 23 22 6 16 34 32 25 11 20 19 6 17 35 6 13 9 6 10",
        "1 1 0 1 1 1 1 0 0 0 0 0 0 1 0 0 1 1 0 0 0",
        "6 7 10 13 16 22 23",
        (
            "0.857142857142857 0.80672268907563 0.752941176470588 0.690196078431372 0.627450980392157 "
            "0.53781512605042 0.448179271708683"
        ),
        (
            "0.0763603548321213 0.0869352851800572 0.0963496529943205 0.10681470777501 0.114053865256753 "
            "0.128233751693034 0.13459145675576"
        ),
        (23, 13, None, None, 16, None),
    ),
    (
        "aml_maintained",
        "9 13 13 18 23 28 31 34 45 48 161",
        "1 1 0 1 1 0 1 1 0 1 0",
        "9 13 18 23 31 34 48",
        (
            "0.909090909090909 0.818181818181818 0.715909090909091 0.613636363636364 0.490909090909091 "
            "0.368181818181818 0.184090909090909"
        ),
        (
            "0.0866784172041448 0.116291299830333 0.139664970557228 0.152632331027312 0.164193267221136 "
            "0.162668885827095 0.153492745786294"
        ),
        (31, 18, 48, None, 18, None),
    ),
    (
        "complaints_demo",
        "1 2 2 3 4 5 5 6 7 9 12 15 15 20 26",
        "1 1 1 1 0 1 1 1 0 1 1 0 1 0 0",
        "1 2 3 5 6 9 12 15",
        (
            "0.933333333333333 0.8 0.733333333333333 0.586666666666667 0.513333333333333 0.427777777777778 "
            "0.342222222222222 0.256666666666667"
        ),
        (
            "0.0644061188719531 0.103279555898864 0.11417984514369 0.130185053474461 0.132971731888704 "
            "0.135567698302528 0.132733217379391 0.124096736459909"
        ),
        (9, 3, None, None, 5, None),
    ),
    (
        "median_not_reached",
        "3 5 8 10 12",
        "1 0 0 0 0",
        "3",
        "0.8",
        "0.178885438199983",
        (None, None, None, None, None, None),
    ),
)
# data, shares, their percentiles of type 7
PERCENTILES: tuple[tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]], ...] = (
    ((15, 20, 35, 40, 50), (0.1, 0.25, 0.5, 0.75, 0.9, 0.95), (17, 20, 35, 40, 46, 48)),
    ((7,), (0.1, 0.25, 0.5, 0.75, 0.9, 0.95), (7, 7, 7, 7, 7, 7)),
)
# population, share expected, half width, needed
ESTIMATION: tuple[tuple[int | None, float, float, int], ...] = (
    (30, 0.5, 0.1, 24),
    (60, 0.5, 0.1, 38),
    (120, 0.5, 0.1, 54),
    (200, 0.5, 0.1, 66),
    (500, 0.5, 0.05, 218),
    (200, 0.1, 0.05, 83),
    (10000, 0.5, 0.05, 370),
    (None, 0.5, 0.05, 385),
)
# population, bad ones, confidence, needed
DETECTION: tuple[tuple[int, int, float, int], ...] = (
    (30, 3, 0.95, 19),
    (60, 6, 0.95, 23),
    (120, 6, 0.95, 47),
    (200, 10, 0.95, 51),
    (200, 2, 0.95, 155),
    (40, 1, 0.95, 38),
)
