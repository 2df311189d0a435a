package corymb.quality;

import corymb.importing.Source;
import corymb.quality.CheckResult.Verdict;
import corymb.quality.Expectation.InRange;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.sql.Engine;
import corymb.sql.EngineException;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds what people stated against the sources there are.
 *
 * @param engine where their rows are
 * @param sources all sources of the project, for checks that refer to another
 * @param asOf the time of the check
 */
public record CheckRun(Engine engine, List<Source> sources, Instant asOf) {
    public CheckRun {
        sources = List.copyOf(sources);
    }

    /** What the checks of a source come to, those that are on; see {@link Counting} for the cost. */
    public List<CheckResult> results(Source source, List<StatedCheck> checks, Progress progress) {
        var fitting = fitting(source, checks, progress);
        return results(
                source, checks, fitting, new Counting(engine, source, asOf, progress).failing(List.copyOf(fitting)));
    }

    /** The checks that are on and can be run. */
    List<Check.Stated> fitting(Source source, List<StatedCheck> checks, Progress progress) {
        return checks.stream()
                .filter(check -> check.isOn()
                        && problem(source, check.expectation(), progress).isEmpty())
                .map(check -> new Check.Stated(check, known(check.expectation())))
                .toList();
    }

    /** The same told, given how many rows fail each that can be run. */
    List<CheckResult> results(Source source, List<StatedCheck> checks, List<Check.Stated> fitting, List<Long> failing) {
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < fitting.size(); i++) {
            results.add(result(source, fitting.get(i).check(), failing.get(i)));
        }
        var run = fitting.stream().map(Check.Stated::check).toList();
        checks.stream()
                .filter(check -> check.isOn() && !run.contains(check))
                .forEach(check -> results.add(notRun(source, check)));
        return results;
    }

    private CheckResult result(Source source, StatedCheck check, long failing) {
        long rows = source.accepted();
        long failed = Math.min(failing, rows);
        var verdict = check.expectation().isOfRows()
                ? CheckResult.verdict(check, failed, rows)
                : failing == 0 ? Verdict.PASSED : Verdict.FAILED;
        return new CheckResult(check, verdict, failed, rows, FindingWords.stated(check, failing, rows));
    }

    private CheckResult notRun(Source source, StatedCheck check) {
        var why = problem(source, check.expectation(), Progress.NONE)
                .map(Problem::what)
                .orElse("");
        return new CheckResult(
                check, Verdict.NOT_RUN, 0, source.accepted(), "Could not be checked: " + check.sentence() + ". " + why);
    }

    /** What keeps an expectation from being held against a source; empty when nothing does. */
    public Optional<Problem> problem(Source source, Expectation expectation, Progress progress) {
        var schema = source.data().schema();
        return switch (expectation) {
            case Expectation.Required(var column) -> of(source, column);
            case Expectation.Unique(var columns) ->
                columns.stream().flatMap(column -> of(source, column).stream()).findFirst();
            case InRange(var column, var low, var high) ->
                (low.isPresent() && high.isPresent()
                                ? new Rule.Between(column, low.get(), high.get())
                                : ExpectationSql.rule(new InRange(column, low, high)))
                        .check(schema).stream().findFirst();
            case Expectation.InSet(var column, var values) ->
                new Rule.OneOf(column, values).check(schema).stream().findFirst();
            case Expectation.Matches(var column, var pattern) ->
                of(source, column).or(() -> unreadable(pattern, progress));
            case Expectation.OfType typed -> of(source, typed.column());
            case Expectation.References references -> ofReference(source, references);
            case Expectation.Fresh fresh -> of(source, fresh.column(), ColumnType::isTemporal, "times");
            case Expectation.InOrder(var column, var within) ->
                of(source, column, type -> type.isTemporal() || type.isNumeric(), "times or numbers")
                        .or(() -> within.isEmpty() ? Optional.empty() : of(source, within));
            case Expectation.When(var condition, var then) ->
                condition.check(schema).stream().findFirst().or(() -> problem(source, then, progress));
            case Expectation.Holds(var rule) -> rule.check(schema).stream().findFirst();
            case Expectation.RowCount _ -> Optional.empty();
        };
    }

    /** The rule of a missing value says what there is to say about a name. */
    private static Optional<Problem> of(Source source, String column) {
        return new Rule.IsMissing(column)
                .check(source.data().schema()).stream()
                        .map(problem -> new Problem(problem.what(), "", problem.remedy()))
                        .findFirst();
    }

    private static Optional<Problem> of(Source source, String column, Predicate<ColumnType> fits, String wanted) {
        return of(source, column)
                .or(() -> fits.test(type(source, column))
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                "The column " + RuleText.field(column) + " does not hold " + wanted + ".",
                                column,
                                "Choose another column.")));
    }

    private static ColumnType type(Source source, String column) {
        return source.data().schema().find(column).map(Field::type).orElseThrow();
    }

    private Optional<Problem> unreadable(String pattern, Progress progress) {
        try {
            engine.table(Sql.of("select regexp_full_match('', ?)", pattern), progress);
            return Optional.empty();
        } catch (EngineException refused) {
            return Optional.of(new Problem(
                    "The pattern is no regular expression.", pattern, "See github.com/google/re2/wiki/Syntax."));
        }
    }

    private Optional<Problem> ofReference(Source source, Expectation.References references) {
        return of(source, references.column())
                .or(() -> find(references.source())
                        .map(other -> of(other, references.other())
                                .or(() -> areAlike(type(source, references.column()), type(other, references.other()))
                                        ? Optional.empty()
                                        : Optional.of(new Problem(
                                                "The two columns hold values of different types.",
                                                references.column() + ", " + references.other(),
                                                "Map both to the same type when they are imported."))))
                        .orElseGet(() -> Optional.of(new Problem(
                                "There is no source “" + references.source() + "”.",
                                references.column(),
                                "Import it, or choose another."))));
    }

    private static boolean areAlike(ColumnType one, ColumnType other) {
        return one == other || (one.isNumeric() && other.isNumeric());
    }

    private Optional<Source> find(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** Where the values stand that an expectation refers to. */
    List<Check.Known> known(Expectation expectation) {
        return switch (expectation) {
            case Expectation.References references ->
                find(references.source()).stream()
                        .map(source -> new Check.Known(source.data().name(), references.other()))
                        .toList();
            case Expectation.When when -> known(when.then());
            case Expectation.Required _, Expectation.Unique _, InRange _, Expectation.InSet _ -> List.of();
            case Expectation.Matches _, Expectation.OfType _, Expectation.Fresh _ -> List.of();
            case Expectation.RowCount _, Expectation.InOrder _, Expectation.Holds _ -> List.of();
        };
    }

    /** What did not pass, as findings; rows within the tolerance are a note. */
    static Stream<Finding> findings(List<CheckResult> results, List<Check.Stated> fitting) {
        return results.stream()
                .filter(result -> result.verdict() != Verdict.PASSED)
                .map(result -> {
                    var check = fitting.stream()
                            .filter(stated -> stated.check().equals(result.check()))
                            .findFirst()
                            .orElseGet(() -> new Check.Stated(result.check(), List.of()));
                    return new Finding(
                            check,
                            result.isPassed() ? Severity.NOTE : result.check().severity(),
                            result.check().expectation().column(),
                            result.failed(),
                            result.message(),
                            FindingWords.cost(check));
                });
    }
}
