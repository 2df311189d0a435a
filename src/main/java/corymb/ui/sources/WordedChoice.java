package corymb.ui.sources;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows the values of a choice in words; nothing is ever typed into it. */
final class WordedChoice<T> extends StringConverter<T> {
    private final Function<T, String> words;

    WordedChoice(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Choices are not typed");
    }
}
