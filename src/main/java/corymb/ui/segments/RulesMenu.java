package corymb.ui.segments;

import corymb.segment.SharedRule;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** What the menu of segments does with rules in files. */
final class RulesMenu {
    private final Session session;
    private final Dialogs dialogs;

    RulesMenu(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
    }

    /**
     * To write the rules there are, and to take others.
     *
     * @param over what sheets and notes are shown over
     * @param told how a file that cannot be read or written is told
     */
    List<MenuItem> items(Node over, Consumer<Outcome<?>> told) {
        var write = Choices.item(Texts.of("segments.rules.export"), () -> write(over, told));
        write.setDisable(session.project().segments().isEmpty());
        var take = Choices.item(Texts.of("segments.rules.importItem"), () -> take(over, told));
        take.setId("importRules");
        return List.of(write, take);
    }

    private static Dialogs.FileKind kind() {
        return new Dialogs.FileKind("JSON", List.of("*.json"));
    }

    private void write(Node over, Consumer<Outcome<?>> told) {
        dialogs.chooseTarget(Texts.of("segments.rules.export"), "rules.json", kind())
                .ifPresent(file -> RulesModel.write(session, file, outcome -> {
                    told.accept(outcome);
                    if (outcome instanceof Outcome.Done<List<String>>(var listing)) {
                        Toast.show(
                                over,
                                listing.isEmpty()
                                        ? Texts.of("segments.rules.written", file.getFileName())
                                        : Texts.of(
                                                "segments.rules.writtenWithIds",
                                                file.getFileName(),
                                                String.join("”, “", listing)));
                    }
                }));
    }

    private void take(Node over, Consumer<Outcome<?>> told) {
        dialogs.chooseFile(Texts.of("segments.rules.import"), kind())
                .ifPresent(file -> RulesModel.read(session, file, outcome -> {
                    told.accept(outcome);
                    if (outcome instanceof Outcome.Done<List<SharedRule>>(var rules)) {
                        RulesSheet.show(new RulesModel(session, rules), dialogs, over);
                    }
                }));
    }
}
