/** Typed SQL, dialects and the analysis engine. */
@NullMarked
package corymb.sql;

import org.jspecify.annotations.NullMarked;
