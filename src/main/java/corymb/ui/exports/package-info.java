/** The page where tables are taken away, as far as people agreed. */
@NullMarked
package corymb.ui.exports;

import org.jspecify.annotations.NullMarked;
