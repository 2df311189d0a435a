package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.SourceFinding;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Findings under each other, the first few at first. */
public final class FindingList extends VBox {
    private static final int AT_FIRST = 6;
    private static final int FEW_MORE = 2;

    public FindingList() {
        getStyleClass().add("findings");
    }

    /**
     * Shows findings.
     *
     * @param namesSource whether each says which source it was made in
     */
    void show(List<SourceFinding> findings, boolean namesSource, Consumer<SourceFinding> open, Remedies remedies) {
        boolean isShort = findings.size() <= AT_FIRST + FEW_MORE;
        var rows = findings.stream()
                .map(found -> new FindingRow(
                        found,
                        namesSource ? found.source() : "",
                        open,
                        remedies.isThere(found) ? Optional.of(() -> remedies.open(found, this)) : Optional.empty()))
                .toList();
        getChildren().setAll(isShort ? rows : rows.subList(0, AT_FIRST));
        if (rows.isEmpty()) {
            getChildren().add(new Label(Texts.of("quality.mendNone")));
        }
        if (!isShort) {
            var more =
                    new Button(Texts.of("quality.allFindings", Numbers.local().count(rows.size())));
            more.getStyleClass().addAll("small", "flat");
            more.setOnAction(_ -> getChildren().setAll(rows));
            getChildren().add(more);
        }
    }
}
