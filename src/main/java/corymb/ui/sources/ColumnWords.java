package corymb.ui.sources;

import corymb.importing.Guess;
import corymb.importing.Target;
import corymb.importing.TwoNumbers;
import corymb.importing.TwoReadings;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What was guessed of a column, how sure that is and what else it could be, in words. */
final class ColumnWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ColumnWords() {}

    static String type(ColumnType type) {
        return Texts.of("quality." + type.name().toLowerCase(Locale.ROOT));
    }

    private static String meaning(String name) {
        return Texts.of("import.meaning." + name.toLowerCase(Locale.ROOT));
    }

    /** Whether a person had better look: a value can be read two ways and nothing says which, or the column is not as before. */
    static boolean isDoubtful(ColumnsModel model, int column) {
        return model.drift(column).isPresent() || isDayDoubtful(model, column) || isMarkDoubtful(model, column);
    }

    static boolean isDayDoubtful(ColumnsModel model, int column) {
        return model.plan(column).writtenAs().dayOrder() == DayOrder.AS_VALUES_TELL
                && !model.found(column).guesses().dayOrder().isSure()
                && model.ambiguousDay(column).isPresent();
    }

    static boolean isMarkDoubtful(ColumnsModel model, int column) {
        return model.plan(column).writtenAs().decimalMark() == DecimalMark.AS_VALUES_TELL
                && !model.found(column).guesses().decimalMark().isSure()
                && model.ambiguousNumber(column).isPresent();
    }

    /** One line about a column. */
    static String guess(ColumnsModel model, int column) {
        if (model.plan(column).target() instanceof Target.Ignored) {
            return Texts.of("import.leftOut");
        }
        if (isDayDoubtful(model, column)) {
            return model.ambiguousDay(column).map(ColumnWords::question).orElseThrow();
        }
        if (isMarkDoubtful(model, column)) {
            return model.ambiguousNumber(column).map(ColumnWords::question).orElseThrow();
        }
        if (model.drift(column).isPresent()) {
            return model.drift(column).map(DriftWords::shortly).orElseThrow();
        }
        var meaning = model.found(column).guesses().meaning();
        var words = read(model, column);
        return meaning.value().isEmpty() ? words : words + " · " + sure(meaning(meaning.value()), meaning);
    }

    /** Such as "03/04/2025: 3 April or 4 March?". */
    static String question(TwoReadings date) {
        return Texts.of(
                "import.whichDay",
                date.written(),
                date.dayFirst().format(DAY),
                date.monthFirst().format(DAY));
    }

    /** Such as "2.361: 2.361 or 2361?". */
    static String question(TwoNumbers number) {
        return Texts.of("import.whichDay", number.written(), number.withPoint(), number.withComma());
    }

    static String day(LocalDate date) {
        return date.format(DAY_AND_YEAR);
    }

    private static String read(ColumnsModel model, int column) {
        var plan = model.plan(column);
        var guess = model.found(column).guesses().type();
        var chosen = type(plan.type());
        if (plan.type().name().equals(guess.value())) {
            return guess.runnerUp().isEmpty() ? sure(chosen, guess) : orElse(chosen, guess);
        }
        return plan.target() instanceof Target.ToField
                ? Texts.of("import.asField", chosen)
                : Texts.of("import.byHand", chosen);
    }

    private static String sure(String what, Guess guess) {
        return Texts.of("import.guessed", what, Math.round(guess.confidence().percent()));
    }

    private static String orElse(String what, Guess guess) {
        return sure(what, guess) + ", " + Texts.of("import.else", type(ColumnType.valueOf(guess.runnerUp())));
    }

    /** Why a type was guessed. */
    static String why(ColumnsModel model, int column) {
        var plan = model.plan(column);
        if (plan.target() instanceof Target.ToField(var field)) {
            return Texts.of("import.fieldHolds", field.replace('_', ' '), type(plan.type()));
        }
        var guess = model.found(column).guesses().type();
        return Texts.of("import.guessedWhy", said(type(ColumnType.valueOf(guess.value())), guess), guess.reason())
                .strip();
    }

    private static String said(String what, Guess guess) {
        return guess.runnerUp().isEmpty() ? sure(what, guess) : orElse(what, guess);
    }

    /** What the values stand for; empty when nothing that is known. */
    static String meaning(ColumnsModel model, int column) {
        var guess = model.found(column).guesses().meaning();
        if (guess.value().isEmpty()) {
            return "";
        }
        var other = guess.runnerUp().isEmpty() ? "" : ", " + Texts.of("import.else", meaning(guess.runnerUp()));
        return Texts.of("import.standsFor", sure(meaning(guess.value()), guess) + other, guess.reason());
    }

    /** How sure an order or a mark is; empty where no value has a choice. */
    static String sure(Guess guess) {
        return guess.value().isEmpty()
                ? ""
                : Texts.of(
                        "import.guessedWhy",
                        sure(Texts.of("import.written." + guess.value().toLowerCase(Locale.ROOT)), guess),
                        guess.reason());
    }

    static String order(DayOrder order, Optional<TwoReadings> example) {
        return example.map(date -> day(order == DayOrder.DAY_FIRST ? date.dayFirst() : date.monthFirst()))
                .orElseGet(() -> written(order));
    }

    static String mark(DecimalMark mark, Optional<TwoNumbers> example) {
        return example.map(number -> mark == DecimalMark.POINT ? number.withPoint() : number.withComma())
                .orElseGet(() -> written(mark));
    }

    private static String written(Enum<?> how) {
        return Texts.of("import.written." + how.name().toLowerCase(Locale.ROOT));
    }
}
