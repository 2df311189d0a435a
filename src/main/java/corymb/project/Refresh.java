package corymb.project;

import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.quality.QualityReport;
import corymb.recommend.Recommendations;
import corymb.segment.Segment;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What running every stale plan again did.
 *
 * @param steps those that were taken, in their order
 * @param left what is still out of date: first what no longer fits what it rests on, then what rests on that
 */
public record Refresh(List<StepTaken> steps, List<Left> left) {
    public Refresh {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
    }

    /**
     * A result that could not be computed again and is as it was.
     *
     * @param kind such as "segment"
     * @param name which of them; empty where there is one
     */
    public record Left(String kind, String name, Problem problem) {
        static Left of(Made<?> made, Problem problem) {
            return new Left(kind(made.value()), name(made.value()), problem);
        }

        /** What rests on one that is left itself. */
        static Left of(Made<?> made, Made<?> ground) {
            var under = new Left(kind(ground.value()), name(ground.value()), new Problem("", "", ""));
            return of(
                    made,
                    new Problem(
                            "It rests on the " + under.words() + ", which could not be refreshed.",
                            "",
                            "Mend that first."));
        }

        /** Such as “segment Champions”. */
        public String words() {
            return name.isEmpty() ? kind : kind + " " + name;
        }

        private static String kind(Object result) {
            return switch (result) {
                case Source _ -> "source";
                case QualityReport _ -> "quality";
                case Customers _ -> "customers";
                case Features _ -> "features";
                case Clustering _ -> "groups";
                case CustomerMap _ -> "map";
                case Segment _ -> "segment";
                case Recommendations _ -> "recommendations";
                case Study _ -> "test";
                default -> throw new IllegalArgumentException("Never out of date: " + result.getClass());
            };
        }

        private static String name(Object result) {
            return switch (result) {
                case Source source -> source.name();
                case Segment segment -> segment.name();
                case Study study -> study.name();
                default -> "";
            };
        }
    }

    /** What kept something from being refreshed, with how much else was left; empty where nothing was. */
    public Optional<Problem> problem() {
        return left.stream().findFirst().map(first -> {
            var others = left.size() == 1 ? "" : " Neither could " + others() + " be refreshed.";
            var problem = first.problem();
            return new Problem(
                    "The " + first.words() + " could not be refreshed. " + problem.what(),
                    problem.where(),
                    problem.remedy() + others);
        });
    }

    private String others() {
        int more = left.size() - 1;
        return more == 1 ? "the " + left.getLast().words() : more + " others";
    }
}
