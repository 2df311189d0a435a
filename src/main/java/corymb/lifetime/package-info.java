/** What customers will buy: models of when people buy, whether they still do, and for how much. */
@NullMarked
package corymb.lifetime;

import org.jspecify.annotations.NullMarked;
