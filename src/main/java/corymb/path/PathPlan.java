package corymb.path;

import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.work.Problem;
import java.util.List;

/** What is asked of what customers did step by step, or of how they came back. */
public sealed interface PathPlan permits FunnelPlan, CohortPlan {
    /** What people call it, such as "a funnel". */
    String word();

    /** What keeps it from being counted with what can be asked about; empty when nothing does. */
    List<Problem> check(Terms terms);

    /** Which events it asks for: rules over their columns. */
    List<Rule> events();

    /** The segments it asks for. */
    List<String> segments();
}
