package corymb.ui.segments;

import corymb.project.Made;
import corymb.project.Project;
import corymb.ui.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What funnels and cohorts rest on. */
public final class PathsModel {
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Long>> ground = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Long>> segments = new ReadOnlyObjectWrapper<>(List.of());

    public PathsModel(Session session) {
        session.historyProperty().subscribe(history -> follow(history.present()));
    }

    /** Whether anything is known of what customers did. */
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The results that everything counted rests on; another list when one of them has changed. */
    ReadOnlyObjectProperty<List<Long>> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    /** The segments there are; another list when one of them has changed. */
    ReadOnlyObjectProperty<List<Long>> segmentsProperty() {
        return segments.getReadOnlyProperty();
    }

    private void follow(Project project) {
        known.set(project.population()
                .filter(people -> people.terms().events().has("timestamp"))
                .isPresent());
        set(
                ground,
                Stream.of(project.sources(), project.features().stream().toList(), project.clusterings())
                        .flatMap(List::stream)
                        .map(Made::id)
                        .toList());
        set(segments, project.segments().stream().map(Made::id).toList());
    }

    private static void set(ReadOnlyObjectWrapper<List<Long>> property, List<Long> ids) {
        if (!Objects.equals(property.get(), ids)) {
            property.set(ids);
        }
    }
}
