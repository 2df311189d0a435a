package corymb.project;

import corymb.quality.CheckRun;
import corymb.quality.ProposedChecks;
import corymb.quality.ProposedChecks.Proposal;
import corymb.quality.StatedChecks;
import corymb.work.Progress;
import java.time.Clock;
import java.util.List;

/** The steps of the journey about what people expect of the sources. */
public final class CheckSteps {
    private static final double JUDGING = 0.7;

    private final Journey journey;
    private final ProjectFile file;
    private final Clock clock;

    CheckSteps(Journey journey, ProjectFile file, Clock clock) {
        this.journey = journey;
        this.file = file;
        this.clock = clock;
    }

    /**
     * States the checks that the sources are held against from now on.
     *
     * @param label what was done to those of before
     */
    public Change state(StatedChecks checks, String label) {
        return new Change.ChecksStated(new Made<>(file.claimId(), List.of(), clock.instant(), 0, checks), label);
    }

    /** Holds what people state against the sources of the project, or of what it is about to become. */
    public CheckRun run(Project held) {
        return new CheckRun(
                file.engine(), held.sources().stream().map(Made::value).toList(), clock.instant());
    }

    /** Checks that the sources pass as they are, by their profiles; these are made where there are none that hold. */
    public List<Proposal> proposed(Progress progress) {
        if (journey.isWanting(file.history().present().quality())) {
            journey.take(Journey::assessQuality, progress.between(0, JUDGING));
        }
        var project = file.history().present();
        var run = run(project);
        return project.quality().stream()
                .flatMap(made -> made.value().sources().stream())
                .flatMap(part -> project.source(part.source()).stream()
                        .flatMap(made ->
                                ProposedChecks.of(run, made.value(), part, project.stated(), progress).stream()))
                .toList();
    }
}
