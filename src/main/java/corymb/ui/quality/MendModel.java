package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.project.History;
import corymb.repair.Repair;
import corymb.repair.RepairPreview;
import corymb.repair.RepairStep;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A repair in the making, and what it would do to the rows; what was answered for one kind stays while another is tried. */
final class MendModel {
    private final RepairListModel repairs;
    private final Source source;
    private final Optional<Integer> edited;
    private final List<RepairStep> before;
    private final SpellingsModel spellings;
    private final MendDefaults defaults;
    private final Map<MendKind, MendDraft> drafts = new EnumMap<>(MendKind.class);
    private final ReadOnlyObjectWrapper<MendDraft> draft;
    private final ReadOnlyObjectWrapper<Optional<Repair>> repair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RepairPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper("");
    private JobRunner.Running running = () -> {};
    private int asked;

    /**
     * Begins with a repair.
     *
     * @param begun what is known of it
     * @param edited the number of the step whose place it takes; empty for a new one
     */
    MendModel(RepairListModel repairs, Source source, Mending begun, Optional<Integer> edited) {
        this.repairs = repairs;
        this.source = source;
        this.edited = edited;
        this.before = repairs.before(edited);
        this.defaults = repairs.defaults(source);
        this.draft = new ReadOnlyObjectWrapper<>(defaults.filled(begun.draft()));
        this.spellings = new SpellingsModel(repairs, source, begun);
        spellings.onChanged(this::tellOfSpellings);
        tell();
    }

    Source source() {
        return source;
    }

    MendDefaults defaults() {
        return defaults;
    }

    SpellingsModel spellings() {
        return spellings;
    }

    ReadOnlyObjectProperty<MendDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What it would do; empty while that is not known. */
    ReadOnlyObjectProperty<Optional<RepairPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What is done, in words. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What it comes to, or what is still missing. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** What the button says that does it. */
    ReadOnlyStringProperty verbProperty() {
        return verb.getReadOnlyProperty();
    }

    BooleanBinding isCompleteProperty() {
        return Bindings.createBooleanBinding(() -> preview.get().isPresent(), preview);
    }

    void choose(MendKind kind) {
        drafts.put(draft.get().kind(), draft.get());
        draft.set(Optional.ofNullable(drafts.get(kind)).orElseGet(() -> defaults.draft(kind)));
        tell();
    }

    void answer(Ask ask, List<String> answer) {
        if (!draft.get().all(ask).equals(answer)) {
            draft.set(defaults.answered(draft.get(), ask, answer));
            tell();
        }
    }

    /** Does it. */
    void mend(Consumer<Outcome<History>> whenEnded) {
        repair.get()
                .ifPresent(made -> edited.ifPresentOrElse(
                        number -> repairs.edit(number, made, whenEnded), () -> repairs.add(made, whenEnded)));
    }

    /** Lets go of what is being tried. */
    void close() {
        asked++;
        running.cancel();
        spellings.close();
    }

    private void tellOfSpellings() {
        if (draft.get().kind() == MendKind.DICTIONARY) {
            tell();
        }
    }

    /** Says what it would do, as soon as that is known. */
    private void tell() {
        if (draft.get().kind() == MendKind.DICTIONARY) {
            spellings.choose(draft.get().text(Ask.COLUMN));
        }
        running.cancel();
        int number = ++asked;
        repair.set(Optional.empty());
        preview.set(Optional.empty());
        verb.set(Texts.of("mend.verb"));
        try {
            var made = draft.get().kind() == MendKind.DICTIONARY
                    ? spellings.dictionary()
                    : draft.get().repair();
            words.set(made.label());
            told.set(Texts.of("mend.trying"));
            running = repairs.tryOut(source, before, made, outcome -> {
                if (number == asked) {
                    tried(made, outcome);
                }
            });
        } catch (Failure incomplete) {
            words.set("");
            var problem = incomplete.problem();
            told.set((problem.what() + " " + problem.where()).strip());
        }
    }

    private void tried(Repair made, Outcome<RepairPreview> outcome) {
        switch (outcome) {
            case Outcome.Done(var shown) -> {
                repair.set(Optional.of(made));
                preview.set(Optional.of(shown));
                told.set(told(shown));
                verb.set(verb(shown.outcome().rows()));
            }
            case Outcome.Failed(var problem) -> told.set(problem.what());
            case Outcome.Cancelled() -> told.set("");
            case Outcome.Broken(var cause) ->
                told.set(Texts.of("checks.broken", cause.getClass().getSimpleName()));
        }
    }

    private String told(RepairPreview shown) {
        var numbers = Numbers.local();
        long rows = shown.outcome().rows();
        var changed = rows == 0
                ? Texts.of("mend.changesNone")
                : Texts.of(
                        rows == 1 ? "mend.changesOne" : "mend.changes",
                        numbers.count(rows),
                        numbers.count(source.accepted()));
        return (changed + " " + shown.outcome().note()).strip();
    }

    private String verb(long rows) {
        if (edited.isPresent()) {
            return Texts.of("mend.save");
        }
        return rows == 0
                ? Texts.of("mend.verbNone")
                : Texts.of(
                        rows == 1 ? "mend.verbOne" : "mend.verbMany",
                        Numbers.local().count(rows));
    }
}
