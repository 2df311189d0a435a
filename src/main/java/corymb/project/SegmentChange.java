package corymb.project;

import corymb.segment.Policy;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Segments came, went or were found anew, or it was decided between them. */
public sealed interface SegmentChange extends Change {
    /** A segment was defined, or defined anew under the same name. */
    record SegmentDefined(Made<Segment> segment) implements SegmentChange {
        @Override
        public String label() {
            return "Defined segment " + segment.value().name();
        }

        @Override
        public Project applyTo(Project project) {
            var name = segment.value().name();
            return project.withSegments(Placing.inPlace(
                    project.segments(), segment, other -> other.name().equals(name)));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(segment);
        }
    }

    /** Several segments, at least one, each as if defined alone, to be undone as one. */
    sealed interface OfSegments extends SegmentChange {
        List<Made<Segment>> segments();

        @Override
        default Project applyTo(Project project) {
            var after = project;
            for (var part : parts().toList()) {
                after = part.applyTo(after);
            }
            return after;
        }

        @Override
        default Optional<Made<?>> made() {
            return Optional.of(segments().getLast());
        }

        @Override
        default Stream<Change> parts() {
            return segments().stream().map(SegmentDefined::new);
        }

        @Override
        default List<Relation> relations() {
            return parts().flatMap(part -> part.relations().stream()).toList();
        }

        @Override
        default List<View> views() {
            return parts().flatMap(part -> part.views().stream()).toList();
        }
    }

    /**
     * Several segments were defined at once, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsDefined(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsDefined {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return "Saved %d groups as segments".formatted(segments.size());
        }
    }

    /**
     * The members of segments that were out of date were found anew, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsRefreshed(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsRefreshed {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return segments.size() == 1
                    ? "Refreshed segment " + segments.getFirst().value().name()
                    : "Refreshed %d segments".formatted(segments.size());
        }
    }

    /**
     * Rules of segments were taken from elsewhere, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsImported(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsImported {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return segments.size() == 1
                    ? "Took segment " + segments.getFirst().value().name() + " from elsewhere"
                    : "Took %d segments from elsewhere".formatted(segments.size());
        }
    }

    /** A segment was taken out. */
    record SegmentRemoved(String name) implements SegmentChange {
        @Override
        public String label() {
            return "Removed segment " + name;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSegments(Placing.without(
                    project.segments(), segment -> segment.name().equals(name)));
        }
    }

    /**
     * It was decided to which segment customers belong whom several would take.
     *
     * @param policy the decision; empty where none is to hold any more
     */
    record PolicyTaken(Optional<Policy> policy) implements SegmentChange {
        @Override
        public String label() {
            return policy.map(taken -> switch (taken) {
                        case Policy.Many() -> "Customers belong to all their segments";
                        case Policy.Priority _ -> "Customers belong to the first of their segments";
                        case Policy.ByScore _ -> "Customers belong to the segment of their highest score";
                    })
                    .orElse("Nothing decides between segments");
        }

        @Override
        public Project applyTo(Project project) {
            return project.withPolicy(policy);
        }
    }
}
