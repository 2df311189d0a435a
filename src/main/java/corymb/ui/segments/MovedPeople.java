package corymb.ui.segments;

import corymb.project.Project;
import corymb.sql.Sql;
import corymb.ui.session.People;

/** People who moved in or out of a segment: those who are customers now with their features, the others by their ids. */
final class MovedPeople {
    private MovedPeople() {}

    static People of(Project project, String title, Sql ids) {
        var features = project.features().orElseThrow().value().table();
        return People.listed(
                title,
                Sql.of("select moved.customer_id, features.* exclude (customer_id) from (")
                        .then(ids)
                        .then(
                                ") as moved left join " + features.quoted()
                                        + " as features on moved.customer_id = features.customer_id order by moved.customer_id"));
    }
}
