package corymb.quality;

import corymb.stats.Share;
import corymb.stats.SignificantDigits;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words what a check found and what it costs. */
final class FindingWords {
    /** What a gap costs where not every row has to have the column. */
    static final String NATURAL_GAP =
            "Natural where only some rows have one; segments and features that use the column see only those rows.";

    private static final String STATED = "A check stated for this source.";
    private static final int TOLD = 3;

    /** What only people have. */
    private static final Set<String> PERSONAL = Set.of("email", "phone", "given_name", "family_name", "birth_date");

    private FindingWords() {}

    static String message(Check check, long failed, long rows) {
        var part = share(failed, rows);
        var have = failed == 1 ? " has " : " have ";
        var their = failed == 1 ? " its " : " their ";
        return switch (check) {
            case Check.Missing(var column) -> part + have + "no " + column + ".";
            case Check.Unreadable(var column) ->
                failed == 1
                        ? "1 value of " + column + " could not be read and is missing now."
                        : count(failed) + " values of " + column + " could not be read and are missing now.";
            case Check.Rejected _ ->
                count(failed) + (failed == 1 ? " row of the file was" : " rows of the file were") + " not taken.";
            case Check.RepeatedRow _ ->
                count(failed) + (failed == 1 ? " row is" : " rows are") + " identical to another row.";
            case Check.RepeatedKey(var column) ->
                part + (failed == 1 ? " shares" : " share") + their + column + " with another row.";
            case Check.SamePerson(var columns) ->
                part + have + "the same " + String.join(", ", columns) + " as another row and "
                        + (failed == 1 ? "is" : "are") + " likely the same person.";
            case Check.Orphan orphan ->
                part + (failed == 1 ? " names " : " name ") + article(orphan.column()) + " that no source knows.";
            case Check.BirthDate(var column) ->
                part + have + article(column) + " that cannot be: in the future, or on or before 1 January 1900.";
            case Check.Shape(var column, var pattern) ->
                part + have + article(column) + " that " + shape(pattern) + ".";
            case Check.Future(var column) -> part + have + article(column) + " in the future.";
            case Check.Constant(var column) -> "All rows have the same " + column + ".";
            case Check.Outlier(var column, var low, var high) ->
                part + have + article(column) + " outside " + SignificantDigits.of(low) + " to "
                        + SignificantDigits.of(high) + ", far from the rest.";
            case Check.Negative(var column) -> part + have + "a negative " + column + ".";
            case Check.OddSpelling(var column, var values) ->
                part + (failed == 1 ? " spells" : " spell") + their + column + " in another way than the rest: "
                        + examples(values) + ".";
            case Check.Capitals(var column) -> part + have.stripTrailing() + their + column + " in capitals.";
            case Check.Misread(var column) ->
                part + have + "letters in" + their + column + " that were read in the wrong encoding.";
            case Check.Blanks(var column) -> part + have + "blanks too many in" + their + column + ".";
            case Check.Unusual(var unusual, var looked) -> unusual(unusual, looked, rows);
            case Check.UnusualDays(var column, var days) -> days(column, days);
            case Check.Skewed(var column, var other, var minutes) ->
                part + have + article(other) + " " + hours(minutes) + " " + column + ".";
            case Check.Alike alike ->
                part
                        + (failed == 1 ? " looks like " : " look like ")
                        + (alike.isAcross() ? elsewhere(alike) : "another row that is written a little differently.");
            case Check.Stated stated -> stated(stated.check(), failed, rows);
        };
    }

    /** What was expected, and how many rows of those asked are otherwise. */
    static String stated(StatedCheck check, long failed, long rows) {
        var expected = "Expected: " + check.sentence() + ". ";
        if (!check.expectation().isOfRows()) {
            return expected + (failed == 0 ? "It is so." : "It is not so.");
        }
        return expected
                + (failed == 0
                        ? "All " + count(rows) + " rows pass."
                        : share(failed, rows) + (failed == 1 ? " fails." : " fail."));
    }

    private static String shape(Check.Pattern pattern) {
        return switch (pattern) {
            case EMAIL -> "is no email address";
            case PHONE -> "has too few or too many digits for a telephone number";
            case POSTCODE -> "does not look like a postal code";
            case COUNTRY_CODE -> "has no country code as the others have";
            case COUNTRY -> "is not a two-letter code as the others are";
        };
    }

    private static String examples(List<Spelling> values) {
        var told = values.stream()
                .limit(TOLD)
                .map(one -> one.usual().isEmpty() ? one.value() : one.value() + " for " + one.usual())
                .collect(Collectors.joining(", "));
        return values.size() > TOLD ? told + " and " + (values.size() - TOLD) + " more" : told;
    }

    private static String unusual(List<UnusualRow> unusual, long looked, long rows) {
        var found = unusual.size() == 1 ? "1 row is" : unusual.size() + " rows are";
        var sampled = looked < rows ? " of " + count(looked) + " looked at" : "";
        return found + sampled + " unlike the others, such as the one with "
                + unusual.getFirst().reason() + ".";
    }

    private static String elsewhere(Check.Alike alike) {
        return "rows of other sources: "
                + alike.parts().stream().map(Check.Part::source).collect(Collectors.joining(", ")) + " were compared.";
    }

    private static String hours(long minutes) {
        var length = minutes % 60 == 0 ? Math.abs(minutes / 60) + " h" : Math.abs(minutes) + " min";
        return length + (minutes > 0 ? " after" : " before");
    }

    private static String article(String column) {
        return ("aeiouAEIOU".indexOf(column.charAt(0)) >= 0 ? "an " : "a ") + column;
    }

    private static String days(String column, List<UnusualDay> days) {
        var named = days.stream()
                .limit(TOLD)
                .map(day ->
                        day.day() + " (" + count(day.rows()) + ", expected " + count(Math.round(day.expected())) + ")")
                .collect(Collectors.joining(", "));
        var more = days.size() > TOLD ? " and " + (days.size() - TOLD) + " more" : "";
        var which = days.size() == 1 ? "1 day has" : days.size() + " days have";
        return which + " far more or fewer rows by " + column + " than that weekday usually has: " + named + more + ".";
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    /** Never 0.0 where there are some, nor 100.0 where there are others. */
    private static String percent(double percent) {
        boolean isAtTheEnd = (percent > 0 && percent < 0.05) || (percent < 100 && percent >= 99.95);
        return String.format(Locale.ROOT, isAtTheEnd ? "%.3f" : "%.1f", percent);
    }

    private static String share(long failed, long rows) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d rows (%s %%)",
                failed,
                rows,
                percent(Share.of(Math.min(failed, rows), rows).percent()));
    }

    static String cost(Check check) {
        return switch (check) {
            case Check.Missing _ -> "Segments and models that use the column leave these rows out or guess.";
            case Check.Unreadable _ ->
                "They count as missing until the file is mended or the column mapped to another type.";
            case Check.Rejected _ -> "What these rows say is in no number of the project.";
            case Check.RepeatedRow _ -> "Sums and counts are too high if the repetitions are not genuine.";
            case Check.RepeatedKey _ -> "One customer or item counts several times.";
            case Check.SamePerson _ ->
                "One person counts as several and gets every mail several times; resolve identities.";
            case Check.Orphan _ -> "These rows belong to no profile and drop out of features and segments.";
            case Check.BirthDate _ -> "Ages and age groups are wrong.";
            case Check.Shape _ -> "They cannot be used for contact, and match no other source.";
            case Check.Future _ -> "Recency and trends come out wrong.";
            case Check.Constant _ -> "The column cannot tell customers apart.";
            case Check.Outlier _ -> "Means, and clusters that are not scaled robustly, follow a few extreme rows.";
            case Check.Negative _ -> "Sums come out too low, unless these are returns or debts.";
            case Check.OddSpelling _ -> "One category counts as several, and rules that name it miss these rows.";
            case Check.Capitals _ ->
                "They look careless in a letter, and match other sources only where case is ignored.";
            case Check.Blanks _ ->
                "Values that look alike are counted apart, match no other source and miss the rules that name them.";
            case Check.Unusual _ ->
                "They may be wrong, machines or your most interesting customers: look before you trust their groups.";
            case Check.Alike alike ->
                alike.isAcross()
                        ? "Natural where sources tell of the same people: resolving customers makes one of them."
                        : several(alike);
            case Check.Skewed _ ->
                "Likely one of two clocks is in another time zone: hours of the day, and days near midnight, come out wrong.";
            case Check.UnusualDays _ ->
                "A load that failed or ran twice, or a campaign: windows that hold such a day compare badly with others.";
            case Check.Misread _ -> "They look broken in a letter, and match no other source.";
            case Check.Stated stated ->
                stated.check().note().isEmpty() ? STATED : stated.check().note();
        };
    }

    private static String several(Check.Alike alike) {
        boolean isOfPeople =
                alike.parts().stream().anyMatch(part -> part.columns().stream().anyMatch(PERSONAL::contains));
        return isOfPeople
                ? "One person counts as several; resolving customers joins those it is sure of."
                : "One thing counts as several, and what is said of it is spread over them.";
    }

    static Severity severity(Check check, double share) {
        return switch (check) {
            case Check.Missing _ -> share > 0.3 ? Severity.WARNING : Severity.NOTE;
            case Check.Constant _, Check.Outlier _, Check.Capitals _, Check.Unusual _, Check.UnusualDays _ ->
                Severity.NOTE;
            case Check.Alike alike -> alike.isAcross() ? Severity.NOTE : Severity.WARNING;
            case Check.Skewed _ -> Severity.WARNING;
            case Check.Shape shape when shape.pattern() == Check.Pattern.COUNTRY_CODE -> Severity.NOTE;
            case Check.Rejected _, Check.Orphan _, Check.RepeatedKey _ ->
                share > 0.05 ? Severity.ERROR : Severity.WARNING;
            case Check.Unreadable _, Check.RepeatedRow _, Check.SamePerson _, Check.BirthDate _, Check.Shape _ ->
                share > 0.2 ? Severity.ERROR : Severity.WARNING;
            case Check.Future _, Check.Negative _, Check.OddSpelling _, Check.Misread _, Check.Blanks _ ->
                share > 0.2 ? Severity.ERROR : Severity.WARNING;
            case Check.Stated stated ->
                share > stated.check().tolerance().value() ? stated.check().severity() : Severity.NOTE;
        };
    }
}
