package corymb.ui.quality;

import corymb.ui.kit.Texts;
import java.util.Locale;

/** What a kind of repair asks of a person, and how it is answered. */
enum Ask {
    COLUMN(Answer.COLUMN),
    COLUMNS(Answer.COLUMNS),
    LETTERS(Answer.CHOICE),
    FORM(Answer.CHOICE),
    CODE(Answer.CHOICE),
    COUNTRY(Answer.PERHAPS_COLUMN),
    REGION(Answer.TYPED),
    METHOD(Answer.CHOICE),
    GROUPS(Answer.COLUMNS),
    ALIKE(Answer.COLUMNS),
    NEIGHBOURS(Answer.TYPED),
    LOW(Answer.TYPED),
    HIGH(Answer.TYPED),
    ZONE(Answer.SUGGESTED),
    UNIT(Answer.PERHAPS_COLUMN),
    TARGET(Answer.TYPED),
    RATES(Answer.TYPED),
    PERSON(Answer.COLUMN),
    TIME(Answer.PERHAPS_COLUMN),
    PER_MINUTE(Answer.TYPED),
    AGENT(Answer.PERHAPS_COLUMN),
    AGENTS(Answer.TYPED),
    ORDER(Answer.CHOICE),
    MARK(Answer.CHOICE),
    BY(Answer.COLUMNS),
    OTHER(Answer.COLUMN),
    KEYS(Answer.COLUMNS),
    OTHER_KEYS(Answer.COLUMNS),
    BRING(Answer.COLUMNS),
    SIMILAR(Answer.TYPED),
    SEVERAL(Answer.CHOICE),
    NEWEST_BY(Answer.PERHAPS_COLUMN);

    private final Answer answer;

    Ask(Answer answer) {
        this.answer = answer;
    }

    /** How something is answered. */
    enum Answer {
        COLUMN,
        /** A column or none. */
        PERHAPS_COLUMN,
        COLUMNS,
        CHOICE,
        TYPED,
        /** Typed, or chosen from what is usual. */
        SUGGESTED
    }

    Answer answer() {
        return answer;
    }

    /** The question. */
    String words() {
        return Texts.of("mend.ask." + key());
    }

    /** An example, in place of an answer that is not there yet. */
    String prompt() {
        return answer == Answer.TYPED || answer == Answer.SUGGESTED ? Texts.of("mend.prompt." + key()) : "";
    }

    /** A choice in words. */
    String words(String choice) {
        return Texts.of("mend." + key() + "." + choice.toLowerCase(Locale.ROOT));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
