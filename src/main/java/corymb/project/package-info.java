/** The project as one value, its changes and its history. */
@NullMarked
package corymb.project;

import org.jspecify.annotations.NullMarked;
