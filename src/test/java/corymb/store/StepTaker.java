package corymb.store;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.FilledProject;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Takes steps in a project, or only keeps it open, in a process of its own; says after each how many steps are on disk. */
final class StepTaker {
    private StepTaker() {}

    public static void main(String... arguments) throws IOException {
        var project = Path.of(arguments[0]);
        int steps = Integer.parseInt(arguments[1]);
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            say(file.history());
            for (int step = 0; step < steps; step++) {
                say(take(file, project.resolveSibling("orders.csv"), step));
            }
            if (steps == 0 && System.in.read() < 0) {
                System.out.println("alone");
            }
        }
    }

    private static History take(ProjectFile file, Path orders, int step) {
        return switch (step % 3) {
            case 0 -> importOrders(file, orders);
            case 1 -> file.undo(Progress.NONE);
            default -> {
                FilledProject.define(file, "step " + step % 7, "monetary >= " + step);
                yield file.history();
            }
        };
    }

    static History importOrders(ProjectFile file, Path orders) {
        var detected = FileDetection.detect(orders, Progress.NONE);
        var plan = ImportPlan.of("more orders", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
        return new Journey(file, FilledProject.CLOCK)
                .take((steps, progress) -> steps.importFile(plan, progress), Progress.NONE);
    }

    private static void say(History history) {
        System.out.println(history.past().size());
    }
}
