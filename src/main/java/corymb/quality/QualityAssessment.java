package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Beside;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out how good the imported data is, and what that costs further on. */
public final class QualityAssessment {
    private QualityAssessment() {}

    /**
     * Profiles, checks and scores each source; sources are checked against each other too.
     *
     * @param checks what people stated, of these sources or others
     * @param asOf the time the data was taken: later times count as future
     */
    public static QualityReport run(
            Engine engine, List<Source> sources, StatedChecks checks, Instant asOf, Progress progress) {
        var parts = new ArrayList<SourceQuality>();
        try (var alike = new AlikeAmong(engine, sources, progress)) {
            for (int i = 0; i < sources.size(); i++) {
                var source = sources.get(i);
                progress.report((double) i / sources.size(), "Checking " + source.name());
                var part = progress.between((double) i / sources.size(), (i + 1.0) / sources.size());
                parts.add(new Assessment(engine, source, () -> alike.checks(source), asOf, part)
                        .quality(sources, checks.of(source.name())));
            }
        }
        progress.report(1, "Checked");
        return new QualityReport(asOf, parts);
    }

    /** A query for the rows behind a finding, with all their columns. */
    public static Sql rowsOf(Source source, Finding finding, Instant asOf) {
        return CheckSql.rows(source, finding.check(), asOf);
    }

    /**
     * The assessment of one source.
     *
     * @param alike the checks that name its rows which look like others, once they are known
     */
    record Assessment(Engine engine, Source source, Supplier<List<Check>> alike, Instant asOf, Progress progress) {
        SourceQuality quality(List<Source> all, List<StatedCheck> stated) {
            try (var sample = Sample.of(engine, source.data(), progress)) {
                var columns = new Profiling(engine, source, sample, progress.between(0, 0.6)).profiles();
                return quality(columns, profile(columns, sample), all, stated);
            }
        }

        /** A part of a report with what people expect of the source held against it anew. */
        SourceQuality restated(SourceQuality before, List<Source> all, List<StatedCheck> stated) {
            var run = new CheckRun(engine, all, asOf);
            var fitting = run.fitting(source, stated, progress);
            var counting = new Counting(engine, source, asOf, progress);
            var results = run.results(source, stated, fitting, counting.failing(List.copyOf(fitting)));
            var others = before.findings().stream().filter(finding -> !(finding.check() instanceof Check.Stated));
            var findings = worstFirst(Stream.concat(others, CheckRun.findings(results, fitting)));
            return before.with(
                    new Scores(source, before.columns(), findings, counting::failingAny).all(), findings, results);
        }

        private List<Finding> worstFirst(Stream<Finding> findings) {
            return findings.sorted(Harm.worstFirst(source)).toList();
        }

        private SourceProfile profile(List<ColumnProfile> columns, Sample sample) {
            progress.report(0.6, "Comparing the columns of " + source.name());
            return new SourceProfile(
                    new Associating(sample, columns, progress).all(),
                    new MissingTogether(engine, source, columns, progress).count(),
                    new Covering(engine, source, asOf, progress).all());
        }

        private SourceQuality quality(
                List<ColumnProfile> columns, SourceProfile profile, List<Source> all, List<StatedCheck> stated) {
            progress.report(0.8, "Checking " + source.name());
            long repeated = repeated(columns);
            var checks = checks(columns, profile, all);
            var found = repeated == 0 ? withoutRepeatedRow(checks) : checks;
            var run = new CheckRun(engine, all, asOf);
            var fitting = run.fitting(source, stated, progress);
            var counting = new Counting(engine, source, asOf, progress);
            var counts = counting.failing(
                    Stream.concat(found.stream(), fitting.stream()).toList());
            var results = run.results(source, stated, fitting, counts.subList(found.size(), counts.size()));
            var findings = worstFirst(Stream.concat(findings(found, counts), CheckRun.findings(results, fitting)));
            return new SourceQuality(
                    source.name(),
                    source.accepted(),
                    new Scores(source, columns, findings, counting::failingAny).all(),
                    columns,
                    findings,
                    duplicates(repeated),
                    profile,
                    results);
        }

        /** What there is to look for; the rows unlike the others are sought beside the rest. */
        private List<Check> checks(List<ColumnProfile> columns, SourceProfile profile, List<Source> all) {
            try (var unusual = Beside.start(new UnusualRows(engine, source, columns, progress)::checks)) {
                var wording = new Wording(engine, source, columns, progress).checks();
                var skewed = new ClockSkew(engine, source, progress).checks();
                var checks = FittingChecks.of(source, columns, wording, all);
                checks.addAll(unusual.result());
                checks.addAll(alike.get());
                checks.addAll(skewed);
                profile.coverage().stream()
                        .filter(coverage -> !coverage.unusual().isEmpty())
                        .forEach(coverage -> checks.add(new Check.UnusualDays(coverage.column(), coverage.unusual())));
                return checks;
            }
        }

        private Stream<Finding> findings(List<Check> checks, List<Long> counts) {
            return IntStream.range(0, checks.size())
                    .filter(i -> counts.get(i) > 0 && !isOtherCustom(checks.get(i), counts.get(i)))
                    .mapToObj(i -> finding(checks.get(i), counts.get(i)));
        }

        /** Whether most rows write it like that, so that the others are the odd ones. */
        private boolean isOtherCustom(Check check, long failed) {
            return failed > source.accepted() / 2
                    && (check instanceof Check.Blanks
                            || (check instanceof Check.Shape shape && isCountry(shape.pattern())));
        }

        private static boolean isCountry(Check.Pattern pattern) {
            return pattern == Check.Pattern.COUNTRY || pattern == Check.Pattern.COUNTRY_CODE;
        }

        private Finding finding(Check check, long failed) {
            long rows = check instanceof Check.Rejected ? source.rows() : source.accepted();
            return new Finding(
                    check,
                    severity(check, (double) failed / Math.max(1, rows)),
                    column(check),
                    failed,
                    FindingWords.message(check, failed, rows),
                    isNaturalGap(check) ? FindingWords.NATURAL_GAP : FindingWords.cost(check));
        }

        private Severity severity(Check check, double share) {
            return isNaturalGap(check) ? Severity.NOTE : FindingWords.severity(check, share);
        }

        private boolean isNaturalGap(Check check) {
            return check instanceof Check.Missing(var column) && Harm.isNatural(column, source);
        }

        private static String column(Check check) {
            return switch (check) {
                case Check.Missing(var column) -> column;
                case Check.Unreadable(var column) -> column;
                case Check.RepeatedKey(var column) -> column;
                case Check.Orphan named -> named.column();
                case Check.BirthDate(var column) -> column;
                case Check.Shape named -> named.column();
                case Check.Future(var column) -> column;
                case Check.Constant(var column) -> column;
                case Check.Outlier named -> named.column();
                case Check.Negative(var column) -> column;
                case Check.OddSpelling named -> named.column();
                case Check.Capitals(var column) -> column;
                case Check.Misread(var column) -> column;
                case Check.Blanks(var column) -> column;
                case Check.UnusualDays named -> named.column();
                case Check.Skewed named -> named.other();
                case Check.SamePerson(var columns) -> columns.size() == 1 ? columns.getFirst() : "";
                case Check.Rejected _, Check.RepeatedRow _, Check.Unusual _, Check.Alike _ -> "";
                case Check.Stated stated -> stated.check().expectation().column();
            };
        }

        /** Looking for the repeated rows takes three times as long as finding that there are none. */
        private static List<Check> withoutRepeatedRow(List<Check> checks) {
            return checks.stream()
                    .filter(check -> !(check instanceof Check.RepeatedRow))
                    .toList();
        }

        /** How many stored rows are identical to an earlier one; where a column never repeats, none is. */
        private long repeated(List<ColumnProfile> columns) {
            if (columns.stream().anyMatch(column -> column.isUnique(source.accepted()))) {
                return 0;
            }
            var names = Sql.names(source.data().schema().names());
            return (long) engine.number(
                    Sql.of("select count(*) - count(distinct hash(" + names + ")) from "
                            + source.data().quoted()),
                    progress);
        }

        /** Exact: left out at import, or stored and identical. Near: the same key or person in rows that differ. */
        private Duplicates duplicates(long repeated) {
            long near = switch (source.role()) {
                case CUSTOMERS -> near(source.has("email") ? List.of("email") : List.of("id"));
                case ITEMS -> near(List.of("item_id"));
                case EVENTS, CONSENTS, EXPOSURES -> 0;
            };
            long looking = alike.get().stream()
                    .filter(check -> check instanceof Check.Alike one && !one.isAcross())
                    .mapToLong(check -> ((Check.Alike) check).further())
                    .sum();
            return new Duplicates(source.duplicates() + repeated, Math.max(looking, near - repeated));
        }

        private long near(List<String> columns) {
            var key = CheckSql.keys(columns);
            return (long) engine.number(
                    Sql.of("select count(" + key + ") - count(distinct " + key + ") from "
                            + source.data().quoted()),
                    progress);
        }
    }
}
