package corymb.ui.kit;

import javafx.scene.control.Label;

/** A small pill that names a state or a kind. */
public final class Chip extends Label {
    public Chip() {
        getStyleClass().add("chip");
    }

    public Chip(String text, Tone tone) {
        this();
        setText(text);
        getStyleClass().add(tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** What its colour says. */
    public enum Tone {
        NEUTRAL,
        ACCENT,
        SUCCESS,
        WARNING,
        DANGER
    }
}
