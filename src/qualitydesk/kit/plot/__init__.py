"""Charts: each with its sentence, what it was counted from, its values under the mouse, a table, and a copy as picture.

The only door to pyqtgraph, which is imported when the first chart is drawn and not before.
"""

from qualitydesk.kit.plot.chart import Chart
from qualitydesk.kit.plot.shapes import Curve, Drawing, Flag, Heat, Level, Levels, Pair, Pairs, Picture, Trace

__all__ = ["Chart", "Curve", "Drawing", "Flag", "Heat", "Level", "Levels", "Pair", "Pairs", "Picture", "Trace"]
