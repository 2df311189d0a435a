package corymb.ui.history;

import corymb.ui.kit.Texts;

/** One thing that a step's plan or result says. */
record Fact(String name, String value) {
    /** A fact whose name stands under that key. */
    static Fact of(String key, Object value) {
        return new Fact(Texts.of(key), String.valueOf(value));
    }
}
