/** The language in which people state conditions on rows. */
@NullMarked
package corymb.rule;

import org.jspecify.annotations.NullMarked;
