package corymb.remote;

/** A password or a key, which is handed over and never written down. */
public final class Secret {
    /** Nothing is asked for. */
    public static final Secret NONE = new Secret("");

    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** A message without it, whoever wrote it in there. */
    String removedFrom(String message) {
        return isEmpty() ? message : message.replace(text, "…");
    }

    @Override
    public String toString() {
        return "…";
    }
}
