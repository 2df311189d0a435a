package corymb.ui.kit;

/** How a step of the journey stands, told by shape and by colour. */
public enum StepState {
    EMPTY("○"),
    READY("●"),
    STALE("◐"),
    RUNNING("▶"),
    PROBLEM("!");

    private final String sign;

    StepState(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    String styleClass() {
        return "state-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
