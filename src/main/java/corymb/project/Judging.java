package corymb.project;

import corymb.importing.Source;
import corymb.quality.QualityAssessment;
import corymb.quality.QualityReport;
import corymb.quality.Reassessment;
import corymb.quality.Reassessment.Judged;
import corymb.sql.Engine;
import corymb.work.Progress;
import java.time.Clock;
import java.util.List;

/** Judges the sources of a project, all of them or what a change concerns. */
record Judging(Engine engine, Clock clock) {
    QualityReport whole(Project project, Progress progress) {
        return QualityAssessment.run(engine, sources(project), project.stated(), clock.instant(), progress);
    }

    /** The judgement after a change: of what it concerns where the one before still held, else of all. */
    QualityReport after(Project before, Project after, Progress progress) {
        return before.quality()
                .filter(made -> !Lineage.stale(before).contains(made.id())
                        && names(before).equals(names(after)))
                .map(made -> new Reassessment(engine, made.value(), judged(before), judged(after)).run(progress))
                .orElseGet(() -> whole(after, progress));
    }

    private static Judged judged(Project project) {
        return new Judged(sources(project), project.stated());
    }

    private static List<Source> sources(Project project) {
        return project.sources().stream().map(Made::value).toList();
    }

    private static List<String> names(Project project) {
        return sources(project).stream().map(Source::name).toList();
    }
}
