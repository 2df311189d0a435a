package corymb.ui.segments;

import corymb.ui.kit.Texts;

/** What a condition looks at as a whole. */
enum Scope {
    CUSTOMER("segments.scope.customer", "segments.scope.customerHelp"),
    SESSION("segments.scope.session", "segments.scope.sessionHelp"),
    EVENT("segments.scope.event", "segments.scope.eventHelp");

    private final String key;
    private final String help;

    Scope(String key, String help) {
        this.key = key;
        this.help = help;
    }

    /** What that means, in a sentence. */
    String help() {
        return Texts.of(help);
    }

    @Override
    public String toString() {
        return Texts.of(key);
    }
}
