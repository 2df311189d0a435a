package corymb.project;

import corymb.path.CohortCounting;
import corymb.path.CohortPlan;
import corymb.path.Cohorts;
import corymb.path.Funnel;
import corymb.path.FunnelPlan;
import corymb.path.Funnels;
import corymb.path.Leaving;
import corymb.work.Progress;
import java.util.List;

/** What is asked of what customers did step by step; none of it is stored. */
public final class PathSteps {
    private final Journey journey;
    private final ProjectFile file;

    PathSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /**
     * How far customers came through the steps of a funnel.
     *
     * @return with a table of their ways that the caller drops
     * @throws corymb.work.Failure when the plan does not fit
     */
    public Funnel funnel(FunnelPlan plan, Progress progress) {
        return Funnels.run(file.engine(), journey.population(), plan, "funnel_" + file.claimId(), progress);
    }

    /** Where those went who did not come to the end of a funnel. */
    public List<Leaving> leaving(Funnel funnel, Progress progress) {
        return Leaving.of(file.engine(), journey.population(), funnel, progress);
    }

    /**
     * How customers who began together come back.
     *
     * @return with a table of their starts that the caller drops
     * @throws corymb.work.Failure when the plan does not fit
     */
    public Cohorts cohorts(CohortPlan plan, Progress progress) {
        return CohortCounting.run(file.engine(), journey.population(), plan, "cohorts_" + file.claimId(), progress);
    }
}
