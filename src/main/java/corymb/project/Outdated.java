package corymb.project;

import corymb.feature.Features;
import corymb.segment.Segment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has changed since the members of a segment were found. */
public enum Outdated {
    /** The days of the project are those of another time zone. */
    ZONE,
    /** Customers, events or items. */
    DATA,
    /** What the features are. */
    FEATURES,
    /** The moment that features look back from. */
    MOMENT,
    /** Segments or groups that the rule asks for. */
    ASKED;

    /** In the order above; nothing where the segment is up to date. */
    public static Set<Outdated> of(History history, Made<Segment> segment) {
        var project = history.present();
        var changed = EnumSet.noneOf(Outdated.class);
        if (!Lineage.stale(project).contains(segment.id())) {
            return changed;
        }
        var plan = segment.value().plan();
        if (!segment.value().zone().equals(project.zone())) {
            changed.add(ZONE);
        }
        var features = project.features();
        features.filter(now -> !segment.inputs().contains(now.id()))
                .ifPresent(now -> changed.addAll(between(earlier(history, segment), now)));
        var data = new ArrayList<>(Lineage.dataOfSegment(project, plan));
        features.ifPresent(now -> data.remove(now.id()));
        if (!segment.inputs().containsAll(data)) {
            changed.add(DATA);
        }
        var asked = new ArrayList<>(Lineage.ofSegment(project, plan));
        asked.removeAll(Lineage.dataOfSegment(project, plan));
        if (changed.isEmpty() || !segment.inputs().containsAll(asked)) {
            changed.add(ASKED);
        }
        return changed;
    }

    /** The features that the members were found by; empty where no step tells them any more. */
    private static Optional<Made<Features>> earlier(History history, Made<Segment> segment) {
        return history.past().stream()
                .flatMap(step -> step.change().parts())
                .flatMap(change ->
                        change instanceof Change.FeaturesComputed(var made) ? Stream.of(made) : Stream.empty())
                .filter(made -> segment.inputs().contains(made.id()))
                .findFirst();
    }

    private static Set<Outdated> between(Optional<Made<Features>> before, Made<Features> now) {
        if (before.isEmpty()) {
            return EnumSet.of(DATA);
        }
        var was = before.get().value().plan();
        var is = now.value().plan();
        var changed = EnumSet.noneOf(Outdated.class);
        if (!Set.copyOf(before.get().inputs()).equals(Set.copyOf(now.inputs()))) {
            changed.add(DATA);
        }
        if (!was.definitions().equals(is.definitions())) {
            changed.add(FEATURES);
        }
        if (!was.in(is.zone()).asOf().equals(is.asOf())) {
            changed.add(MOMENT);
        }
        return changed;
    }
}
