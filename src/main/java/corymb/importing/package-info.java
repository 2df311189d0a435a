/** From a stranger's file to typed rows and rejected rows. */
@NullMarked
package corymb.importing;

import org.jspecify.annotations.NullMarked;
