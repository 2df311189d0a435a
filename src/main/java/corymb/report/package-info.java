/** Files to take away: CSV, HTML and pictures. */
@NullMarked
package corymb.report;

import org.jspecify.annotations.NullMarked;
