/** The page of customers: one profile a person. */
@NullMarked
package corymb.ui.customers;

import org.jspecify.annotations.NullMarked;
