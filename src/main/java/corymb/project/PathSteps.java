package corymb.project;

import corymb.path.CohortCounting;
import corymb.path.CohortPlan;
import corymb.path.Cohorts;
import corymb.path.Funnel;
import corymb.path.FunnelPlan;
import corymb.path.Funnels;
import corymb.path.Leaving;
import corymb.path.PathPlan;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;

/** What is asked of what customers did step by step: kept under names are the questions, never the answers. */
public final class PathSteps {
    private final Journey journey;
    private final ProjectFile file;

    PathSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /**
     * The one of that name.
     *
     * @param kind what it is to be
     * @throws corymb.work.Failure when there is none, or it is something else
     */
    public <P extends PathPlan> P saved(String name, Class<P> kind) {
        var plan = saved().require(name).plan();
        if (kind.isInstance(plan)) {
            return kind.cast(plan);
        }
        throw isOther(name, plan, "Ask for it as such.");
    }

    /**
     * Keeps one under a name, in the place of another of its kind and that name.
     *
     * @throws corymb.work.Failure when the name is empty or too long, or something else is called so
     */
    public Change save(String name, PathPlan plan) {
        var wanted = name.strip();
        saved().find(wanted).map(SavedPlans.Saved::plan).ifPresent(other -> {
            if (!other.getClass().equals(plan.getClass())) {
                throw isOther(wanted, other, "Choose another name.");
            }
        });
        return new Change.PathsSaved(saved().with(wanted, plan), "Saved " + plan.word() + ", " + wanted);
    }

    private static Failure isOther(String name, PathPlan plan, String remedy) {
        return new Problem("“" + name + "” is " + plan.word() + ".", "", remedy).asFailure();
    }

    /**
     * Gives one another name.
     *
     * @throws corymb.work.Failure when there is none, or the other name is taken, empty or too long
     */
    public Change rename(String from, String to) {
        return new Change.PathsSaved(saved().renamed(from, to), "Renamed " + from + " to " + to.strip());
    }

    /**
     * Forgets the one of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public Change remove(String name) {
        var removed = saved().require(name);
        return new Change.PathsSaved(
                saved().without(name), "Removed " + removed.plan().word() + ", " + name);
    }

    private SavedPlans<PathPlan> saved() {
        return file.history().present().paths();
    }

    /** A funnel, and where those went who did not come to its end. */
    public record CountedFunnel(Funnel funnel, List<Leaving> leaving) {
        public CountedFunnel {
            leaving = List.copyOf(leaving);
        }
    }

    /**
     * How far customers came through the steps of a funnel, and where those went who left it.
     *
     * @return with a table of their ways that the caller drops
     * @throws corymb.work.Failure when the plan does not fit
     */
    public CountedFunnel funnel(FunnelPlan plan, Progress progress) {
        var engine = file.engine();
        var name = "funnel_" + file.claimId();
        var funnel = Funnels.run(engine, journey.population(), plan, name, progress.between(0, 0.7));
        try {
            return new CountedFunnel(
                    funnel, Leaving.of(engine, journey.population(), funnel, progress.between(0.7, 1)));
        } catch (RuntimeException e) {
            engine.drop(name);
            throw e;
        }
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
