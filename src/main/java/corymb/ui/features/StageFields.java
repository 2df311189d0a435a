package corymb.ui.features;

import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;

/** The fields of a stage: a sentence for each with its days. */
final class StageFields extends GridPane implements SaidFields {
    private static final int MOST = 9_999;

    private final Spinner<Integer> newDays;
    private final Spinner<Integer> activeDays;
    private final Spinner<Integer> churnDays;

    StageFields(DefinitionDraft.OfDays draft, Runnable told) {
        newDays = days(0, draft.newDays());
        activeDays = days(1, draft.activeDays());
        churnDays = days(1, draft.churnDays());
        setHgap(8);
        setVgap(8);
        row("features.stageNew", newDays);
        row("features.stageActive", activeDays);
        row("features.stageChurned", churnDays);
        var typing = new TypingPause();
        Stream.of(newDays, activeDays, churnDays).forEach(each -> {
            each.valueProperty().addListener((_, _, _) -> told.run());
            each.getEditor().textProperty().addListener((_, _, _) -> typing.then(told));
        });
    }

    private static Spinner<Integer> days(int least, int days) {
        var spinner = new Spinner<Integer>(least, MOST, days);
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        return spinner;
    }

    private void row(String key, Spinner<Integer> days) {
        var words = new Label(Texts.of(key));
        words.setLabelFor(days);
        days.setAccessibleText(words.getText());
        var unit = new Label(Texts.of("features.unit.days"));
        addRow(getRowCount(), words, days, unit);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public DefinitionDraft.Said said() {
        return new DefinitionDraft.OfDays(newDays.getValue(), activeDays.getValue(), churnDays.getValue());
    }

    @Override
    public String words() {
        return Texts.of("features.kind.stage");
    }
}
