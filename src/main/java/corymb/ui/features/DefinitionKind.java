package corymb.ui.features;

import corymb.ui.kit.Texts;
import java.util.Locale;

/** What kind of feature a person defines. */
enum DefinitionKind {
    FIGURE,
    SCORE,
    BUYER,
    ENGAGEMENT,
    STAGE;

    /** Whether a person gives it a name; there is one stage of a customer, which always has the same. */
    boolean isNamed() {
        return this != STAGE;
    }

    String words() {
        return text("kind");
    }

    /** What such a feature says, in a sentence or two. */
    String explained() {
        return text("explained");
    }

    private String text(String what) {
        return Texts.of("features." + what + "." + name().toLowerCase(Locale.ROOT));
    }
}
