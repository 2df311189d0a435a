package corymb.ui.segments;

import corymb.ui.kit.Texts;

/** What came after an event. */
enum Follow {
    THEN("segments.follow.then"),
    WITHOUT("segments.follow.without"),
    LEAVING("segments.follow.leaving");

    private final String key;

    Follow(String key) {
        this.key = key;
    }

    @Override
    public String toString() {
        return Texts.of(key);
    }
}
