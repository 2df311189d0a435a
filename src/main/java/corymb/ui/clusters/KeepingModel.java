package corymb.ui.clusters;

import corymb.clustering.Clustering;
import corymb.clustering.Succession;
import corymb.ui.kit.Texts;
import corymb.ui.session.Newest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether groups whose features have changed still hold, and what to do about them. */
public final class KeepingModel {
    private final Session session;
    private final Newest<Clustering> newest;
    private final ReadOnlyObjectWrapper<Optional<Succession>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    KeepingModel(Session session, Newest<Clustering> newest) {
        this.session = session;
        this.newest = newest;
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return newest.staleProperty();
    }

    /** What would become of the groups; empty before it was asked for. */
    public ReadOnlyObjectProperty<Optional<Succession>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** How the last look ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** How customers find their group, in a sentence. */
    String rule() {
        return newest.value().map(found -> found.belonging().words()).orElse("");
    }

    void clear() {
        seen.set(Optional.empty());
    }

    /** Sees what would become of the groups if they were kept. */
    public void look() {
        var journey = session.journey();
        session.<Succession>read(
                Texts.of("clusters.ageing"), (_, progress) -> journey.groups().ageing(progress), outcome -> {
                    ended.set(outcome);
                    if (outcome instanceof Outcome.Done<Succession>(var found)) {
                        seen.set(Optional.of(found));
                    }
                });
    }

    /** Keeps the groups and sorts the customers there are now into them. */
    public void keep() {
        newest.take(
                Texts.of("clusters.ageing"),
                (journey, progress) -> journey.groups().keep(progress));
    }
}
