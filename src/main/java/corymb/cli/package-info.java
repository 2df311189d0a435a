/** The command line: one command per use case. */
@NullMarked
package corymb.cli;

import org.jspecify.annotations.NullMarked;
