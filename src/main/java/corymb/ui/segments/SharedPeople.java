package corymb.ui.segments;

import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.segment.Segmentation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.util.List;
import java.util.Optional;

/** The people whom segments share, with their features. */
record SharedPeople(Project project) {
    /** Those who belong to both; of the same segment twice, its members. */
    People inBoth(Segment one, Segment other) {
        if (one.name().equals(other.name())) {
            return people(
                    one.name(),
                    ids(List.of(one), 1),
                    Optional.of(one.plan().rule()),
                    one.plan().clustering());
        }
        return people(
                Texts.of("segments.both", one.name(), other.name()),
                ids(List.of(one, other), 2),
                joined(one, other),
                one.plan().clustering().isEmpty()
                        ? other.plan().clustering()
                        : one.plan().clustering());
    }

    /** Two rules about groups mean the same groups only where they were made of the same clustering. */
    private Optional<Rule> joined(Segment one, Segment other) {
        boolean isOneMeaning = one.plan().clustering().isEmpty()
                || other.plan().clustering().isEmpty()
                || project.meaning(one.plan())
                        .clustering()
                        .equals(project.meaning(other.plan()).clustering());
        return isOneMeaning
                ? Optional.of(
                        new Rule.All(List.of(one.plan().rule(), other.plan().rule())))
                : Optional.empty();
    }

    /** Those who meet a rule. */
    People meeting(String title, String name, Rule rule) {
        var ids = Segmentation.members(project.population().orElseThrow(), rule);
        return new People(title, rows(ids), Optional.of(rule), name, "");
    }

    /** Those whom a query finds, who are a list where no rule tells them. */
    People found(String title, Sql ids, Optional<Rule> rule) {
        return people(title, ids, rule, "");
    }

    /** Those who belong to at least so many segments. */
    People inAtLeast(int least) {
        var segments = project.segments().stream().map(Made::value).toList();
        return people(
                Texts.of(least == 1 ? "segments.inAny" : "segments.inSeveral"),
                ids(segments, least),
                Optional.empty(),
                "");
    }

    private static Sql ids(List<Segment> segments, int least) {
        var all = Sql.join(
                " union all ",
                segments.stream()
                        .map(segment -> Sql.of(
                                "select customer_id from " + segment.members().quoted()))
                        .toList());
        return Sql.of("select customer_id from (").then(all).then(") group by customer_id having count(*) >= " + least);
    }

    private People people(String title, Sql ids, Optional<Rule> rule, String clustering) {
        return new People(title, rows(ids), rule, title, clustering);
    }

    private Sql rows(Sql ids) {
        var features = project.features().orElseThrow().value().table();
        return Sql.of("select * from " + features.quoted() + " where customer_id in (")
                .then(ids)
                .then(") order by customer_id");
    }
}
