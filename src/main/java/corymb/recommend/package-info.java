/** What to offer to whom. */
@NullMarked
package corymb.recommend;

import org.jspecify.annotations.NullMarked;
