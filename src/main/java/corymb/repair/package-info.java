/** Values made right: a list of repairs compiled to changes of rows, each of which can be looked at before. */
@NullMarked
package corymb.repair;

import org.jspecify.annotations.NullMarked;
