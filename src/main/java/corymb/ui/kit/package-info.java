/** The parts every page is made of. */
@NullMarked
package corymb.ui.kit;

import org.jspecify.annotations.NullMarked;
