package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the rows of a source that fail checks.
 *
 * <p>Cost: one pass over the rows for each {@value #BATCH} checks, and one more for each that asks whether keys are known or unique.
 */
record Counting(Engine engine, Source source, Instant asOf, Progress progress) {
    /** So that a statement stays of a size that engines plan quickly. */
    private static final int BATCH = 100;

    /** How many rows fail each of the checks. */
    List<Long> failing(List<Check> checks) {
        var counts = new ArrayList<Long>();
        for (int from = 0; from < checks.size(); from += BATCH) {
            counts.addAll(batch(checks.subList(from, Math.min(from + BATCH, checks.size()))));
        }
        return counts;
    }

    private List<Long> batch(List<Check> checks) {
        // The number of rows is asked for too, so that there is one answer and not one a row where nothing else is
        // counted.
        var pieces = new ArrayList<>(List.of(Sql.of("count(*) as all_rows")));
        for (int i = 0; i < checks.size(); i++) {
            pieces.add(count(checks.get(i)).then(" as n" + i));
        }
        var answer = engine.table(
                Sql.of("select ")
                        .then(Sql.join(", ", pieces))
                        .then(" from " + source.data().quoted()),
                progress);
        var counts = new ArrayList<Long>();
        for (int i = 0; i < checks.size(); i++) {
            counts.add(
                    isInThePass(checks.get(i)) ? (long) answer.numbers("n" + i).get(0) : outside(checks.get(i)));
        }
        return counts;
    }

    private Sql count(Check check) {
        if (!isInThePass(check)) {
            return Sql.of("0");
        }
        return switch (check) {
            case Check.Stated(var stated, var known) ->
                new ExpectationSql(source, asOf).failing(stated.expectation(), known);
            case Check.Missing(var column) -> Sql.of("count(*) - count(" + Sql.name(column) + ")");
            case Check.RepeatedKey(var column) -> CheckSql.sharing(source, List.of(column));
            case Check.SamePerson(var columns) -> CheckSql.sharing(source, columns);
            case Check row ->
                Sql.of("count(*) filter (")
                        .then(CheckSql.fails(source, row, asOf))
                        .then(")");
        };
    }

    /** How many stored rows fail at least one of the checks. */
    long failingAny(List<Check> checks) {
        var conditions = checks.stream()
                .map(check ->
                        Sql.of("(").then(CheckSql.fails(source, check, asOf)).then(")"))
                .toList();
        return (long) engine.number(
                Sql.of("select count(*) filter (")
                        .then(Sql.join(" or ", conditions))
                        .then(") from ")
                        .then(from(checks)),
                progress);
    }

    private Sql from(List<Check> checks) {
        var expectations = checks.stream()
                .flatMap(check -> check instanceof Check.Stated stated
                        ? Stream.of(stated.check().expectation())
                        : Stream.<Expectation>empty())
                .toList();
        return new ExpectationSql(source, asOf).from(expectations);
    }

    /** Not those of rows that are not stored, nor of an order, for which rows have to come one after another. */
    private static boolean isInThePass(Check check) {
        boolean isOfOrder = check instanceof Check.Stated(var stated, var _)
                && ExpectationSql.order(stated.expectation()).isPresent();
        return !(isOfOrder
                || check instanceof Check.Rejected
                || check instanceof Check.Unreadable
                || check instanceof Check.Unusual
                || check instanceof Check.Alike);
    }

    private long outside(Check check) {
        if (check instanceof Check.Alike alike) {
            return alike.found();
        }
        return (long) engine.number(
                Sql.of("select count(*) from (")
                        .then(CheckSql.rows(source, check, asOf))
                        .then(")"),
                progress);
    }
}
