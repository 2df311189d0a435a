package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.RuleText;
import corymb.segment.Segment;
import corymb.segment.SegmentAlgebra;
import corymb.segment.SegmentAlgebra.Joining;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Joins segments by and, or and minus, and shows who that leaves before it is kept. */
public final class CombineModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Joining> joining = new SimpleObjectProperty<>(Joining.AND);
    private final ReadOnlyObjectWrapper<Optional<SegmentAlgebra>> algebra =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final PeopleModel people;

    public CombineModel(Session session) {
        this.session = session;
        this.people = new PeopleModel(session);
        session.historyProperty().subscribe(history -> follow(history.present()));
    }

    /** The segments that can be joined. */
    ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** How the next segment is joined. */
    ObjectProperty<Joining> joiningProperty() {
        return joining;
    }

    /** What is joined so far; empty at first. */
    ReadOnlyObjectProperty<Optional<SegmentAlgebra>> algebraProperty() {
        return algebra.getReadOnlyProperty();
    }

    /** Who is in it, ready to be made a segment. */
    PeopleModel people() {
        return people;
    }

    /** What is joined, as people say it; empty before anything is. */
    String words() {
        return algebra.get().map(CombineModel::words).orElse("");
    }

    private static String words(SegmentAlgebra joined) {
        return "“" + joined.first() + "”"
                + joined.steps().stream()
                        .map(step -> " " + word(step.joining()) + " “" + step.segment() + "”")
                        .collect(Collectors.joining());
    }

    private static String word(Joining joining) {
        return Texts.of("segments.joining." + joining.name().toLowerCase(Locale.ROOT));
    }

    String rule() {
        return algebra.get().map(joined -> RuleText.of(joined.rule())).orElse("");
    }

    /** How many customers are in it; empty before anything is joined. */
    ObservableValue<String> countProperty() {
        return Bindings.createStringBinding(this::count, people.rowsProperty(), people.shownProperty());
    }

    private String count() {
        long all = session.project()
                .features()
                .map(made -> made.value().table().rows())
                .orElse(0L);
        var numbers = Numbers.local();
        return people.rowsProperty()
                .get()
                .map(rows -> Texts.of(
                        "segments.liveCount",
                        numbers.count(rows.rows()),
                        numbers.count(all),
                        numbers.percent((double) rows.rows() / Math.max(1, all))))
                .orElse("");
    }

    /** Takes a segment as the first, or joins it to those there are. */
    void add(String segment) {
        show(algebra.get()
                .map(joined -> joined.with(joining.get(), segment))
                .orElseGet(() -> SegmentAlgebra.of(segment)));
    }

    /** Begins with one segment and joins another to it. */
    void drop(String dragged, String onto) {
        if (!dragged.equals(onto)) {
            show(SegmentAlgebra.of(onto).with(joining.get(), dragged));
        }
    }

    /** Takes the last segment out again. */
    void removeLast() {
        algebra.get().ifPresent(joined -> {
            if (joined.steps().isEmpty()) {
                clear();
            } else {
                show(joined.withoutLast());
            }
        });
    }

    void clear() {
        algebra.set(Optional.empty());
        people.clear();
    }

    private void show(SegmentAlgebra joined) {
        algebra.set(Optional.of(joined));
        people.show(new SharedPeople(session.project()).meeting(words(joined), name(joined), joined.rule()));
    }

    private static String name(SegmentAlgebra joined) {
        return joined.first()
                + joined.steps().stream()
                        .map(step -> " " + word(step.joining()) + " " + step.segment())
                        .collect(Collectors.joining());
    }

    private void follow(Project project) {
        names.set(
                project.segments().stream().map(Made::value).map(Segment::name).toList());
        algebra.get().ifPresent(joined -> {
            if (new HashSet<>(names.get()).containsAll(joined.segments())) {
                show(joined);
            } else {
                clear();
            }
        });
    }
}
