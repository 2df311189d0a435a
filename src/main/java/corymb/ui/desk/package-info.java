/** The main window. */
@NullMarked
package corymb.ui.desk;

import org.jspecify.annotations.NullMarked;
