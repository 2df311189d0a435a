package corymb.project;

import corymb.feature.FeatureDefinition;
import corymb.feature.Features;
import corymb.quality.ColumnChange;
import corymb.quality.ComparingImports;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far features have moved since they were computed before.
 *
 * @param since the features compared with
 * @param changes those that are defined in the same way in both, in the order of the later
 */
public record FeatureDrift(Made<Features> since, List<ColumnChange> changes) {
    public FeatureDrift {
        changes = List.copyOf(changes);
    }

    /** Compares the features there are with those before them; nothing where there are none. */
    public static Optional<FeatureDrift> sinceTheLast(ProjectFile file, Progress progress) {
        var history = file.history();
        return history.present()
                .features()
                .flatMap(now -> before(history, now).map(before -> {
                    file.bring(before.value(), progress.between(0, 0.2));
                    return new FeatureDrift(
                            before, changes(file.engine(), before.value(), now.value(), progress.between(0.2, 1)));
                }));
    }

    private static Optional<Made<Features>> before(History history, Made<Features> now) {
        return history.earlier()
                .flatMap(project -> project.features().stream())
                .filter(made -> made.id() != now.id())
                .findFirst();
    }

    private static List<ColumnChange> changes(Engine engine, Features before, Features now, Progress progress) {
        var same = same(before, now);
        return ComparingImports.columns(engine, only(same, before.table()), only(same, now.table()), progress);
    }

    /** The names of those that are defined in the same way in both. */
    static Set<String> same(Features before, Features now) {
        var known = Set.copyOf(before.plan().definitions());
        return now.plan().definitions().stream()
                .filter(known::contains)
                .map(FeatureDefinition::name)
                .collect(Collectors.toSet());
    }

    private static Relation only(Set<String> names, Relation table) {
        var fields = table.schema().fields().stream()
                .filter(field -> names.contains(field.name()))
                .toList();
        return new Relation(table.name(), new Schema(fields), table.rows());
    }

    /** What became of a feature; nothing where it was not computed before in the same way. */
    public Optional<ColumnChange> of(String feature) {
        return changes.stream()
                .filter(change -> change.column().equals(feature))
                .findFirst();
    }
}
