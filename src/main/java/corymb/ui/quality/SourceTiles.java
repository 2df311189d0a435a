package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.quality.Check;
import corymb.quality.SourceQuality;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;

/** The numbers of a source's rows; those with rows behind them open these. */
record SourceTiles(QualityModel model, SourceQuality quality) {
    List<Node> all() {
        var rows = tile(
                "quality.rows",
                quality.rows(),
                QualityWords.counted(
                        "quality.rowsMore",
                        "quality.rowsMoreOne",
                        quality.columns().size()));
        rows.setOnOpen(_ -> model.openAll());
        long file = model.source().map(Source::rows).orElse(quality.rows());
        long rejected = model.rejected();
        var left = tile(
                "quality.rejected",
                rejected,
                QualityWords.counted("quality.rejectedMore", "quality.rejectedMoreOne", file));
        open(left, check -> check instanceof Check.Rejected);
        var exact = tile("quality.exact", quality.duplicates().exact(), Texts.of("quality.exactMore"));
        open(exact, check -> check instanceof Check.RepeatedRow);
        var near = tile("quality.near", quality.duplicates().near(), Texts.of("quality.nearMore"));
        open(near, check -> check instanceof Check.SamePerson || check instanceof Check.RepeatedKey);
        return List.of(rows, left, exact, near);
    }

    private static StatTile tile(String key, long count, String comparison) {
        return new StatTile(Texts.of(key), Numbers.local().count(count), comparison);
    }

    private void open(StatTile tile, Predicate<Check> kind) {
        if (model.finding(kind).isPresent()) {
            tile.setOnOpen(_ -> model.open(kind));
        }
    }
}
