package corymb.ui.exports;

import corymb.project.Project;
import corymb.report.ExportPlan.Kind;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;

/** A table that can be taken away now. */
record TableChoice(Kind kind, String label) {
    /** The tables there are in a project, in the order of the journey from its end. */
    static List<TableChoice> of(Project project) {
        var choices = new ArrayList<TableChoice>();
        if (!project.segments().isEmpty()) {
            choices.add(new TableChoice(Kind.SEGMENTS, Texts.of("exports.segments")));
        }
        if (project.recommendation().isPresent()) {
            choices.add(new TableChoice(Kind.RECOMMENDATIONS, Texts.of("exports.recommendations")));
        }
        if (project.customers().isPresent()) {
            choices.add(new TableChoice(Kind.CUSTOMERS, Texts.of("exports.customers")));
        }
        if (project.features().isPresent()) {
            choices.add(new TableChoice(Kind.FEATURES, Texts.of("exports.features")));
        }
        if (project.clustering().isPresent()) {
            choices.add(new TableChoice(Kind.CLUSTERS, Texts.of("exports.clusters")));
        }
        return choices;
    }

    @Override
    public String toString() {
        return label;
    }
}
