package corymb.rule;

import corymb.table.Schema;
import corymb.work.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure of a customer's events.
 *
 * @param measurement what is taken of the events
 * @param column the events' column it is taken of; empty where it looks at the events themselves
 * @param filter which events count: a rule over the events' columns
 * @param window which time they count in
 */
public record Figure(Measurement measurement, String column, Rule filter, Window window) {
    /** The events' column that says what kind of event it is. */
    public static final String TYPE = "type";

    public Figure {
        require(measurement, column, window);
    }

    /**
     * Refuses what makes no figure.
     *
     * @throws IllegalArgumentException when the column is missing or one too many, or a trend has no weeks
     */
    public static void require(Measurement measurement, String column, Window window) {
        if (measurement.needsColumn() && column.isEmpty()) {
            throw new IllegalArgumentException("“" + measurement.words() + "” needs a column to look at");
        }
        if (!measurement.takesColumn() && !column.isEmpty()) {
            throw new IllegalArgumentException(
                    "“" + measurement.words() + "” looks at the events themselves, not at a column");
        }
        if (measurement == Measurement.TREND && !hasWeeks(window)) {
            throw new IllegalArgumentException("A trend needs a window with a start and at least two full weeks");
        }
    }

    private static boolean hasWeeks(Window window) {
        return switch (window) {
            case Window.All _, Window.SinceFirst _ -> false;
            case Window.Last last ->
                switch (last.unit()) {
                    case DAYS -> last.count() >= 14;
                    case WEEKS -> last.count() >= 2;
                    case MONTHS -> true;
                };
            case Window.Between between -> !between.to().isBefore(between.from().plusDays(13));
        };
    }

    /**
     * What keeps the figure from being taken of events with such columns; empty when nothing does.
     *
     * @param place where it is asked for, for the person who is told
     */
    public List<Problem> check(Schema events, String place) {
        var found = events.find(column);
        if (!column.isEmpty() && found.isEmpty()) {
            return List.of(new Problem(
                    "Events have no column “" + column + "”.",
                    place,
                    "Choose one of " + String.join(", ", events.names()) + "."));
        }
        boolean isNumber = found.map(field -> field.type().isNumeric()).orElse(true);
        if (measurement.takesNumbers() && !isNumber) {
            return List.of(
                    new Problem("The column “" + column + "” holds no numbers.", place, "Choose a column of numbers."));
        }
        return filter.check(events);
    }

    /** In words, such as "Total of value of events where type = "purchase" in the last 90 days". */
    public String words() {
        var what = measurement.words() + (column.isEmpty() ? "" : " of " + column);
        var which = filter instanceof Rule.Everyone ? "" : "where " + RuleText.of(filter);
        var ofWhat = what.contains("event") ? "" : "of events";
        return Stream.of(what, ofWhat, which, window.words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
