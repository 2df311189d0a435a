package corymb.ui.sources;

import corymb.importing.ColumnPlan;
import corymb.importing.Detected;
import corymb.importing.DetectedColumn;
import corymb.importing.Drift;
import corymb.importing.FirstRows;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Target;
import corymb.importing.TwoNumbers;
import corymb.importing.TwoReadings;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the columns of a file on its way in go, how their values are read, and how the first of them come out. */
public final class ColumnsModel {
    private final ReadOnlyObjectWrapper<List<ColumnPlan>> plans = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<FirstRows>> firstRows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Role role = Role.CUSTOMERS;
    private Optional<Detected> found = Optional.empty();
    private List<Drift> drift = List.of();
    private final Session session;
    private final Latest reading = new Latest();

    ColumnsModel(Session session) {
        this.session = session;
    }

    public ReadOnlyObjectProperty<List<ColumnPlan>> plansProperty() {
        return plans.getReadOnlyProperty();
    }

    /** How the first rows come out; empty until they have been read. */
    public ReadOnlyObjectProperty<Optional<FirstRows>> firstRowsProperty() {
        return firstRows.getReadOnlyProperty();
    }

    public Role role() {
        return role;
    }

    /** Begins anew with the columns of a file. */
    void show(Role shownRole, Detected shownFile, List<ColumnPlan> proposed, List<Drift> drifted) {
        drift = List.copyOf(drifted);
        role = shownRole;
        found = Optional.of(shownFile);
        firstRows.set(Optional.empty());
        plan(proposed);
    }

    private void plan(List<ColumnPlan> planned) {
        plans.set(List.copyOf(planned));
        readFirstRows();
    }

    public ColumnPlan plan(int column) {
        return plans.get().get(column);
    }

    /** In what a column differs from that of the file before; empty when in nothing, or when there was none. */
    Optional<Drift> drift(int column) {
        var name = plan(column).column();
        return drift.stream().filter(each -> each.column().equals(name)).findFirst();
    }

    /** What a look at the file found in a column. */
    public DetectedColumn found(int column) {
        return found.orElseThrow().columns().get(column);
    }

    /** The first value of a column that can be read as two days; empty where there is none or it is no time. */
    Optional<TwoReadings> ambiguousDay(int column) {
        return plan(column).type().isTemporal() ? first(column, TwoReadings::of) : Optional.empty();
    }

    /** The first value of a column that can be read as two numbers; empty where there is none or it is no number. */
    Optional<TwoNumbers> ambiguousNumber(int column) {
        return plan(column).type().isNumeric() && !found(column).isTyped()
                ? first(column, TwoNumbers::of)
                : Optional.empty();
    }

    private <T> Optional<T> first(int column, Function<String, Optional<T>> reading) {
        var values = found.orElseThrow().preview().columns().get(column);
        return IntStream.range(0, values.size())
                .mapToObj(row -> reading.apply(values.text(row)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Sends a column elsewhere; another column that filled the same field is kept as an attribute. */
    public void map(int column, Target target) {
        plan(MappingProposal.redirected(plans.get(), column, target, role, found.orElseThrow()));
    }

    public void readAs(int column, ColumnType type) {
        change(column, plan -> plan.withType(type));
    }

    public void readAs(int column, DayOrder order) {
        change(column, plan -> plan.writtenAs(plan.writtenAs().with(order)));
    }

    public void readAs(int column, DecimalMark mark) {
        change(column, plan -> plan.writtenAs(plan.writtenAs().with(mark)));
    }

    private void change(int column, UnaryOperator<ColumnPlan> change) {
        var changed = new ArrayList<>(plans.get());
        changed.set(column, change.apply(changed.get(column)));
        plan(changed);
    }

    private void readFirstRows() {
        reading.forget();
        found.ifPresent(file -> {
            var plan = ImportPlan.of(file.proposedName(), role, file, plans.get());
            reading.ask(
                    session,
                    Texts.of("import.readingFirst"),
                    (open, progress) -> FirstRows.of(open.engine(), plan, file, "first_" + open.claimId(), progress),
                    outcome -> {
                        if (outcome instanceof Outcome.Done(var rows)) {
                            firstRows.set(Optional.of(rows));
                        }
                    });
        });
    }

    void stop() {
        reading.forget();
    }
}
