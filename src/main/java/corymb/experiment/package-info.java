/** Planning, simulating and analysing tests. */
@NullMarked
package corymb.experiment;

import org.jspecify.annotations.NullMarked;
