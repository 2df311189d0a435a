package corymb.ui.session;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.ui.kit.DirectJobRunner;
import corymb.work.Progress;
import java.nio.file.Path;

/** The sample's project up to customers, features and one segment, for tests of the pages that come after. */
public final class TestedProject {
    private TestedProject() {}

    /** A session that works on the spot, with a segment “Everybody” over the sample's first so many customers. */
    public static Session session(Path folder, int customers) {
        var session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
        session.show(create(folder, customers));
        return session;
    }

    /** The project alone. */
    public static ProjectFile create(Path folder, int customers) {
        var file = SampleProject.empty(folder);
        fill(file, customers);
        return file;
    }

    /** The same in an empty project. */
    static void fill(ProjectFile file, int customers) {
        SampleProject.fill(file, customers);
        var journey = new Journey(file, SampleProject.CLOCK);
        journey.take((steps, progress) -> steps.resolveCustomers(progress), Progress.NONE);
        journey.take(
                (steps, progress) -> steps.computeFeatures(steps.standardFeatures(progress), progress), Progress.NONE);
        var everybody = new SegmentPlan("Everybody", RuleParser.require("everyone"));
        journey.take((steps, progress) -> steps.segments().define(everybody, progress), Progress.NONE);
    }
}
