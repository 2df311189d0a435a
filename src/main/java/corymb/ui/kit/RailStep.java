package corymb.ui.kit;

/**
 * A step of the journey as the rail shows it.
 *
 * @param id what the navigator is told
 * @param icon a Feather icon, such as {@code fth-users}
 * @param count what the step holds, already written; may be empty
 * @param why what makes its state so, one sentence, shown on hover
 */
public record RailStep(String id, String name, String icon, StepState state, String count, String why) {}
