package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.quality.CheckResult;
import corymb.quality.StatedCheck;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.work.Failure;
import corymb.work.Outcome;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A check in the making, what it says, and what it comes to on the rows as they are. */
final class CheckSheetModel {
    private final ChecksModel checks;
    private final Source source;
    private final ReadOnlyObjectWrapper<Optional<StatedCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final Latest trying = new Latest();

    CheckSheetModel(ChecksModel checks, Source source, CheckDraft draft) {
        this.checks = checks;
        this.source = source;
        draft(draft);
    }

    /** The check, once it is whole and can be run. */
    ReadOnlyObjectProperty<Optional<StatedCheck>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    BooleanBinding isCompleteProperty() {
        return Bindings.createBooleanBinding(() -> check.get().isPresent(), check);
    }

    /** What is expected, in words. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What it comes to, or what is still missing. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Takes over what the person has said so far, and tries it. */
    void draft(CheckDraft draft) {
        check.set(Optional.empty());
        trying.forget();
        try {
            var made = draft.check(source);
            words.set(made.sentence());
            outcome.set(Texts.of("checks.trying"));
            trying.<CheckResult>ask(ended -> checks.tryOut(source, made, ended), ended -> tried(made, ended));
        } catch (Failure incomplete) {
            words.set("");
            outcome.set(incomplete.problem().what());
        }
    }

    private void tried(StatedCheck made, Outcome<CheckResult> ended) {
        switch (ended) {
            case Outcome.Done(var result) -> {
                check.set(Optional.of(made));
                outcome.set(told(result));
            }
            case Outcome.Failed(var problem) -> outcome.set(problem.what() + " " + problem.remedy());
            case Outcome.Cancelled() -> outcome.set("");
            case Outcome.Broken(var cause) ->
                outcome.set(Texts.of("checks.broken", cause.getClass().getSimpleName()));
        }
    }

    private static String told(CheckResult result) {
        var numbers = Numbers.local();
        if (!result.check().expectation().isOfRows()) {
            return Texts.of(result.isPassed() ? "checks.isSo" : "checks.isNotSo");
        }
        return result.failed() == 0
                ? Texts.of("checks.allPass", numbers.count(result.rows()))
                : Texts.of(
                        result.failed() == 1 ? "checks.failOne" : "checks.fail",
                        numbers.count(result.failed()),
                        numbers.count(result.rows()),
                        numbers.percent((double) result.failed() / Math.max(1, (double) result.rows())));
    }
}
