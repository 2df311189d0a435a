package corymb.reading;

import java.util.List;
import java.util.stream.Stream;

/** The ways to write a date beside the ISO one, which every column understands. */
public enum DateFamily {
    DOTTED("^\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}", List.of("%d.%m.%y", "%d.%m.%Y"), List.of("%d.%m.%y", "%d.%m.%Y")),
    SLASHED("^\\d{1,2}/\\d{1,2}/\\d{2,4}", List.of("%d/%m/%y", "%d/%m/%Y"), List.of("%m/%d/%y", "%m/%d/%Y")),
    DASHED("^\\d{1,2}-\\d{1,2}-\\d{2,4}", List.of("%d-%m-%y", "%d-%m-%Y"), List.of("%m-%d-%y", "%m-%d-%Y")),
    COMPACT("^(19|20)\\d{6}([T ].*)?$", List.of("%Y%m%d"), List.of("%Y%m%d")),
    YEAR_FIRST("^\\d{4}[./]\\d{1,2}[./]\\d{1,2}", List.of("%Y.%m.%d", "%Y/%m/%d"), List.of("%Y.%m.%d", "%Y/%m/%d")),
    /** With a number beside the name: "infinity" is a date to the engine, but not to a person. */
    NAMED(
            "[A-Za-z]{3}.*\\d|\\d.*[A-Za-z]{3}",
            List.of(
                    "%d %B %Y",
                    "%d %b %Y", "%d. %B %Y", "%d-%b-%y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"),
            List.of(
                    "%d %B %Y",
                    "%d %b %Y", "%d. %B %Y", "%d-%b-%y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"));

    private static final List<String> TIMES = List.of(
            "", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", "T%H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %H%M%S", ", %H:%M");

    private final String pattern;

    // Both lists are made by List.of, which the type cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> dayFirst;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> monthFirst;

    DateFamily(String pattern, List<String> dayFirst, List<String> monthFirst) {
        this.pattern = pattern;
        this.dayFirst = dayFirst;
        this.monthFirst = monthFirst;
    }

    /** A regular expression that finds values of this family. */
    String pattern() {
        return pattern;
    }

    /** Whether day and month can be mistaken for each other. */
    boolean isAmbiguous() {
        return this == SLASHED || this == DASHED;
    }

    /** The formats to try in order; the other order of day and month comes last, for values that have only one reading. */
    List<String> formats(boolean isDayFirst) {
        var first = isDayFirst ? dayFirst : monthFirst;
        var second = isDayFirst ? monthFirst : dayFirst;
        return Stream.concat(first.stream(), second.stream())
                .distinct()
                .flatMap(date -> TIMES.stream().map(time -> date + time))
                .toList();
    }
}
