package corymb.cli;

import corymb.project.CompositionAlarm;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.SizeAlarm;
import corymb.work.Progress;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "refresh", description = "Runs every stale plan again, in order.", mixinStandardHelpOptions = true)
final class RefreshCommand extends ProjectCommand {
    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var refresh = journey.refresh(progress);
        var steps = refresh.steps();
        if (steps.isEmpty() && refresh.problem().isPresent()) {
            throw refresh.problem().get().asFailure();
        }
        var reply = new Reply()
                .key(
                        "steps",
                        steps.stream()
                                .map(step -> JsonValues.object("step", step.label(), "seconds", step.seconds()))
                                .toList());
        var alarms = steps.isEmpty()
                ? List.<SizeAlarm>of()
                : SizeAlarm.of(file.history().present().segments());
        reply.key("alarms", alarms.stream().map(SegmentMoves::values).toList());
        var others = steps.isEmpty() ? List.<CompositionAlarm>of() : CompositionAlarm.of(file, progress.untold());
        reply.key("others", others.stream().map(SegmentMoves::values).toList());
        steps.forEach(step -> reply.line("%s (%.2f s)", step.label(), step.seconds()));
        alarms.forEach(alarm -> reply.line(
                "%s went from %,d to %,d customers: %s.",
                alarm.name(),
                alarm.before(),
                alarm.now(),
                SegmentMoves.inWords(alarm.most().cause())));
        others.forEach(alarm -> reply.line("%s is made up otherwise: %s.", alarm.name(), SegmentMoves.inWords(alarm)));
        reply.key(
                "left",
                refresh.left().stream()
                        .map(left -> JsonValues.object(
                                "kind",
                                left.kind(),
                                "name",
                                left.name(),
                                "reason",
                                left.problem().line()))
                        .toList());
        refresh.left()
                .forEach(left -> reply.line(
                        "Not refreshed: %s. %s", left.words(), left.problem().line()));
        return refresh.problem()
                .map(reply::failed)
                .orElseGet(() -> steps.isEmpty() ? reply.line("Everything is up to date.") : reply);
    }
}
