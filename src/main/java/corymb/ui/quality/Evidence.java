package corymb.ui.quality;

import corymb.ui.kit.RowSource;

/** The rows behind a number or a finding, and what they are. */
record Evidence(String title, String more, RowSource rows) {}
