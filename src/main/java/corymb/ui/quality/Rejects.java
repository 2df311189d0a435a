package corymb.ui.quality;

import corymb.chart.ChartSpec;
import corymb.ui.kit.RowSource;

/** Rows that were not taken, and how many for which reason. */
record Rejects(ChartSpec reasons, RowSource rows) {}
