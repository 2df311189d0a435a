package corymb.ui.quality;

import corymb.chart.ChartSpec;

/**
 * Rows that were not taken, and how many for which reason.
 *
 * @param reasons the reasons
 * @param reason the one whose rows are shown; empty for all
 * @param all how many rows there are for it
 * @param from how many stand before those that are shown
 * @param table those that are shown
 */
record Rejects(ChartSpec reasons, String reason, long all, long from, RepairTable table) {}
