/** The one open project and where the person is in it. */
@NullMarked
package corymb.ui.session;

import org.jspecify.annotations.NullMarked;
