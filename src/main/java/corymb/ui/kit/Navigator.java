package corymb.ui.kit;

/** Takes the person to another page. */
@FunctionalInterface
public interface Navigator {
    /** Opens the page of that step. */
    void go(String step);
}
