package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.quality.QualityAssessment.Assessment;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges again what a change of sources or stated checks concerns, and keeps the rest of a report that held until then.
 *
 * <p>A source is profiled and checked anew when its rows are others than before, when a source of its role is whose rows are
 * compared with its own, or when keys that it refers to are others. Where only what people expect of it changed, that alone is
 * asked of its rows.
 *
 * @param before the report, of the sources and checks of before
 * @param old what was judged
 * @param now what is there now
 */
public record Reassessment(Engine engine, QualityReport before, Judged old, Judged now) {
    /** The sources and what people state of them. */
    public record Judged(List<Source> sources, StatedChecks checks) {
        public Judged {
            sources = List.copyOf(sources);
        }
    }

    /** The report as of the time of the one before. */
    public QualityReport run(Progress progress) {
        var anew = now.sources.stream().filter(this::isConcerned).toList();
        var roles = anew.stream().map(Source::role).collect(Collectors.toSet());
        var compared = now.sources.stream()
                .filter(source -> roles.contains(source.role()))
                .toList();
        var parts = new ArrayList<SourceQuality>();
        try (var alike = new AlikeAmong(engine, compared, progress)) {
            for (var source : now.sources) {
                double done = (double) parts.size() / now.sources.size();
                progress.report(done, "Checking " + source.name());
                var part = progress.between(done, done + 1.0 / now.sources.size());
                parts.add(quality(
                        new Assessment(engine, source, () -> alike.checks(source), before.asOf(), part),
                        anew.contains(source)));
            }
        }
        progress.report(1, "Checked");
        return new QualityReport(before.asOf(), parts);
    }

    private SourceQuality quality(Assessment assessment, boolean isAnew) {
        var source = assessment.source();
        var stated = now.checks.of(source.name());
        if (isAnew) {
            return assessment.quality(now.sources, stated);
        }
        var known = part(source.name());
        var kept = known.with(
                known.dimensions(), known.findings().stream().map(this::renewed).toList(), known.stated());
        return isHeldAnew(source.name()) ? assessment.restated(kept, now.sources, stated) : kept;
    }

    private SourceQuality part(String source) {
        return before.sources().stream()
                .filter(part -> part.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private boolean isConcerned(Source source) {
        return isChanged(source)
                || now.sources.stream()
                        .filter(this::isChanged)
                        .anyMatch(other -> isCompared(source, other) || hasOtherKeys(other, source.role()));
    }

    /** Whether rows of both are held against each other: those of people and of items are. */
    private static boolean isCompared(Source source, Source other) {
        return source.role() == other.role() && (source.role() == Role.CUSTOMERS || source.role() == Role.ITEMS);
    }

    private boolean isChanged(Source source) {
        return !old.sources.contains(source);
    }

    /** Whether a source has other keys than before that those of a role refer to. */
    private boolean hasOtherKeys(Source source, Role role) {
        var key = source.role() == Role.CUSTOMERS ? "id" : "item_id";
        boolean isReferredTo = (source.role() == Role.CUSTOMERS && role != Role.CUSTOMERS && role != Role.ITEMS)
                || (source.role() == Role.ITEMS && role == Role.EVENTS);
        return isReferredTo
                && old.sources.stream()
                        .filter(other -> other.name().equals(source.name()))
                        .noneMatch(other -> keys(other, key) == keys(source, key));
    }

    /** A number that is the same for the same keys, in whatever order. */
    private double keys(Source source, String key) {
        return source.has(key)
                ? engine.number(
                        Sql.of("select coalesce(sum(hash(" + Sql.name(key) + ") % 1000003), 0) from "
                                + source.data().quoted()),
                        Progress.NONE)
                : -1;
    }

    /** Whether what is expected of a source changed, or what stands in another one that it refers to. */
    private boolean isHeldAnew(String source) {
        var changed = now.sources.stream()
                .filter(this::isChanged)
                .map(other -> other.data().name())
                .toList();
        var run = new CheckRun(engine, now.sources, before.asOf());
        return !old.checks.of(source).equals(now.checks.of(source))
                || now.checks.of(source).stream()
                        .flatMap(check -> run.known(check.expectation()).stream())
                        .anyMatch(known -> changed.contains(known.relation()));
    }

    /** A finding that looks for keys where they stand now. */
    private Finding renewed(Finding finding) {
        return finding.check() instanceof Check.Orphan(var column, var known)
                ? finding.with(new Check.Orphan(
                        column, known.stream().map(this::renewed).toList()))
                : finding;
    }

    private Check.Known renewed(Check.Known known) {
        return old.sources.stream()
                .filter(source -> source.data().name().equals(known.relation()))
                .flatMap(source ->
                        now.sources.stream().filter(other -> other.name().equals(source.name())))
                .map(source -> new Check.Known(source.data().name(), known.column()))
                .findFirst()
                .orElse(known);
    }
}
