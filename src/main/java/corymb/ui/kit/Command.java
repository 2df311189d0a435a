package corymb.ui.kit;

/**
 * Something the person can do by name from anywhere.
 *
 * @param keys its shortcut, such as {@code Shortcut+N}; may be empty
 */
public record Command(String name, String keys, Runnable action) {}
