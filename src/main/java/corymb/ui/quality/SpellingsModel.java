package corymb.ui.quality;

import corymb.importing.Source;
import corymb.quality.Spelling;
import corymb.repair.CountedText;
import corymb.repair.Repair;
import corymb.repair.SpellingPlan;
import corymb.repair.SpellingPlan.Method;
import corymb.repair.TextRepair;
import corymb.repair.TextRepair.Decision;
import corymb.repair.TextRepair.Entry;
import corymb.repair.ValueCluster;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.work.Failure;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Values of a column that are likely spellings of the same, and what a person decides about them.
 *
 * <p>Groups that a person changed stay while others are looked for by another method.
 */
final class SpellingsModel {
    private final RepairListModel repairs;
    private final Source source;
    private final Mending begun;
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.FINGERPRINT);
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(SpellingPlan.USUAL_SIZE);
    private final ReadOnlyObjectWrapper<List<ValueGroup>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private Runnable changed = () -> {};
    private String column = "";
    private final Latest looking = new Latest();

    SpellingsModel(RepairListModel repairs, Source source, Mending begun) {
        this.repairs = repairs;
        this.source = source;
        this.begun = begun;
        size.addListener((_, _, _) -> look());
        method.addListener((_, _, _) -> lookByMethod());
    }

    /** What makes two values alike. */
    ObjectProperty<Method> methodProperty() {
        return method;
    }

    /** How many letters it looks at together, or lets differ; without meaning for the other methods. */
    ObjectProperty<Integer> sizeProperty() {
        return size;
    }

    ReadOnlyObjectProperty<List<ValueGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** What was found, or why nothing could be. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    void onChanged(Runnable run) {
        changed = run;
    }

    /** Looks for groups among the values of a column. */
    void choose(String chosen) {
        if (!column.equals(chosen)) {
            column = chosen;
            groups.set(chosen.equals(begun.draft().text(Ask.COLUMN)) ? decided() : List.of());
            look();
        }
    }

    /** Merges all groups, or none. */
    void mergeAll(boolean isMerged) {
        groups.get().stream()
                .filter(group -> !group.keptProperty().get().isBlank())
                .forEach(group -> group.mergedProperty().set(isMerged));
    }

    /**
     * The dictionary that does what was decided.
     *
     * @throws Failure when nothing was
     */
    Repair dictionary() {
        Map<String, Entry> entries = groups.get().stream()
                .flatMap(ValueGroup::entries)
                .collect(Collectors.toMap(Entry::value, entry -> entry, (first, _) -> first, LinkedHashMap::new));
        if (entries.isEmpty()) {
            var key = groups.get().isEmpty() ? "mend.nothingAlike" : "mend.nothingMerged";
            throw new Problem(Texts.of(key), "", "").asFailure();
        }
        return new TextRepair.Dictionary(column, List.copyOf(entries.values()));
    }

    void close() {
        looking.forget();
    }

    /** The groups of a dictionary that is edited: what becomes the same value is one. */
    private List<ValueGroup> decided() {
        Map<String, List<Entry>> targets = begun.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.decision() == Decision.REPLACE ? entry.replacement() : "",
                        LinkedHashMap::new,
                        Collectors.toList()));
        var made = new ArrayList<ValueGroup>();
        targets.forEach((kept, entries) -> made.add(new ValueGroup(
                entries.stream()
                        .map(entry -> new ValueGroup.Value(new CountedText(entry.value(), 0), entry.decision()))
                        .toList(),
                kept,
                !kept.isEmpty())));
        made.forEach(group -> group.onTouched(this::change));
        return made;
    }

    /** Read when it runs, as the listener is set after the first groups are made. */
    private void change() {
        changed.run();
    }

    /** A method begins with its usual size. */
    private void lookByMethod() {
        if (size.get() == SpellingPlan.USUAL_SIZE) {
            look();
        } else {
            size.set(SpellingPlan.USUAL_SIZE);
        }
    }

    private void look() {
        looking.forget();
        if (column.isEmpty()) {
            return;
        }
        var kept = groups.get().stream()
                .filter(group -> group.isTouched() || isDecided(group))
                .toList();
        groups.set(kept);
        told.set(Texts.of("mend.looking"));
        changed.run();
        var plan = new SpellingPlan(column, method.get(), size.get());
        looking.<List<ValueCluster>>ask(
                ended -> repairs.spellings(source, plan, ended), outcome -> found(kept, outcome));
    }

    private boolean isDecided(ValueGroup group) {
        return begun.entries().stream().anyMatch(entry -> group.holds(entry.value()));
    }

    private void found(List<ValueGroup> kept, Outcome<List<ValueCluster>> outcome) {
        switch (outcome) {
            case Outcome.Done(var clusters) -> show(kept, clusters);
            case Outcome.Failed(var problem) -> told.set(problem.what() + " " + problem.remedy());
            case Outcome.Cancelled() -> told.set("");
            case Outcome.Broken(var cause) ->
                told.set(Texts.of("checks.broken", cause.getClass().getSimpleName()));
        }
    }

    private void show(List<ValueGroup> kept, List<ValueCluster> clusters) {
        boolean isSure = method.get() == Method.FINGERPRINT;
        var all = new ArrayList<>(kept);
        clusters.stream()
                .map(cluster -> ValueGroup.of(cluster, isSure))
                .filter(group -> group.values().stream().noneMatch(value -> isHeld(kept, value.text())))
                .forEach(group -> add(group, all));
        odd().filter(group -> group.values().stream().noneMatch(value -> isHeld(all, value.text())))
                .toList()
                .forEach(group -> add(group, all));
        groups.set(List.copyOf(all));
        told.set(told(all));
        changed.run();
    }

    private static String told(List<ValueGroup> all) {
        boolean isOfSpellings = all.stream().anyMatch(group -> group.values().size() > 1);
        if (all.isEmpty()) {
            return Texts.of("mend.noGroups");
        }
        return isOfSpellings
                ? QualityWords.counted("mend.groups", "mend.oneGroup", all.size())
                : QualityWords.counted("mend.oddValues", "mend.oddValue", all.size());
    }

    private void add(ValueGroup group, List<ValueGroup> all) {
        group.onTouched(this::change);
        all.add(group);
    }

    private static boolean isHeld(List<ValueGroup> groups, String text) {
        return groups.stream().anyMatch(group -> group.holds(text));
    }

    /** What a finding tells of the column. */
    private Stream<ValueGroup> odd() {
        return column.equals(begun.draft().text(Ask.COLUMN))
                ? begun.odd().stream().map(SpellingsModel::group)
                : Stream.empty();
    }

    private static ValueGroup group(Spelling odd) {
        var value = new ValueGroup.Value(new CountedText(odd.value(), 0), Decision.REPLACE);
        return new ValueGroup(List.of(value), odd.usual(), !odd.usual().isEmpty());
    }
}
