package corymb.importing;

import corymb.table.ColumnType;
import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How files of one shape are taken in: the choices made for one of them, to be made again for the next.
 *
 * @param plan how that file was read; where it lay does not count
 * @param mode how the rows of the next meet those that are there
 */
public record Recipe(ImportPlan plan, Mode mode) {
    /** The part of the columns of both that have to be the same for a file to be recognised. */
    private static final double ALIKE = 0.7;

    /**
     * That of the newest file of a source. Where it came in by replacing all, the next is added: things that happened are
     * appended, things that are known by a key are brought up to date.
     */
    public static Recipe of(Source source) {
        var newest = source.newest();
        return new Recipe(newest.plan(), newest.mode() instanceof Mode.Replace ? usual(newest.plan()) : newest.mode());
    }

    private static Mode usual(ImportPlan plan) {
        return switch (plan.role()) {
            case CUSTOMERS, ITEMS ->
                plan.isNumbered() ? Mode.REPLACE : new Mode.Upsert(key(plan.role(), plan.columns()));
            case EVENTS, CONSENTS, EXPOSURES -> Mode.APPEND;
        };
    }

    /** The stored columns that most likely tell a row from the others. */
    public static List<String> key(Role role, List<ColumnPlan> columns) {
        return switch (role) {
            case CUSTOMERS -> List.of(hasField(columns, "id") ? "id" : "email");
            case ITEMS -> List.of("item_id");
            case EVENTS -> hasField(columns, "order_id") ? List.of("order_id") : List.of("customer_id", "timestamp");
            case CONSENTS -> List.of("customer_id", "purpose");
            case EXPOSURES -> List.of("customer_id");
        };
    }

    private static boolean hasField(List<ColumnPlan> columns, String field) {
        return columns.stream().anyMatch(column -> column.target().equals(new Target.ToField(field)));
    }

    /** The source whose newest file is most like this one, if one is; the one of the same name where several are. */
    public static Optional<Source> recognised(List<Source> sources, Detected detected, Progress progress) {
        return sources.stream()
                .map(source -> new Fit(source, of(source).fit(detected, progress)))
                .filter(fit -> fit.value >= ALIKE)
                .max(Comparator.comparingDouble(Fit::value)
                        .thenComparing(fit -> fit.source.name().equals(detected.proposedName())))
                .map(Fit::source);
    }

    /** How well a file goes with the recipe of a source. */
    private record Fit(Source source, double value) {}

    /**
     * How well the file goes with this recipe, 0 to 1. Where the file does not say what its columns of fixed width are called,
     * the values at their places tell.
     */
    private double fit(Detected detected, Progress progress) {
        var dialect = plan.dialect();
        if (!dialect.isFixed()) {
            return likeness(detected);
        }
        boolean isDelimited =
                !detected.dialect().isFixed() && detected.columns().size() > 1;
        if (detected.format() != FileFormat.CSV
                || (isDelimited && detected.guesses().delimiter().isSure())) {
            return 0;
        }
        try {
            var asBefore = FileDetection.detect(detected.file(), detected.inside(), dialect, progress);
            return dialect.hasHeader() ? likeness(asBefore) : hasSameValues(asBefore, detected) ? 1 : 0;
        } catch (Failure _) {
            // What cannot even be read so is another file.
            return 0;
        }
    }

    /** Whether values of all types stand where they stood; where all are texts, whether the columns are found unaided. */
    private boolean hasSameValues(Detected asBefore, Detected unaided) {
        boolean isTold = asBefore.columns().stream()
                .anyMatch(column ->
                        column.type() != ColumnType.TEXT && !column.examples().isEmpty());
        return drift(asBefore).isEmpty()
                && (isTold || unaided.dialect().fixed().equals(plan.dialect().fixed()));
    }

    /** The part of the columns of both files that both have, 0 to 1 (Jaccard's index of their names). */
    public double likeness(Detected detected) {
        var planned = names();
        var found = new HashSet<>(
                detected.columns().stream().map(DetectedColumn::name).toList());
        var all = new HashSet<>(planned);
        all.addAll(found);
        found.retainAll(planned);
        return all.isEmpty() ? 0 : (double) found.size() / all.size();
    }

    private Set<String> names() {
        return new HashSet<>(plan.columns().stream().map(ColumnPlan::column).toList());
    }

    /** What a file is, read as this recipe says where that fits it better than what is guessed. */
    public Detected look(Detected found, Progress progress) {
        if (found.format() != plan.format()
                || !found.format().hasEncoding()
                || found.dialect().equals(plan.dialect())) {
            return found;
        }
        boolean isKnown = found.dialect().hasHeader() && likeness(found) >= ALIKE;
        if (plan.dialect().isFixed() && !found.dialect().isFixed() && isKnown) {
            return found;
        }
        var asBefore = FileDetection.detect(found.file(), found.inside(), plan.dialect(), progress);
        return likeness(asBefore) >= likeness(found) ? asBefore : found;
    }

    /** In what the file differs from the one this recipe was made for. */
    public List<Drift> drift(Detected detected) {
        return Drift.of(plan.columns(), detected.columns());
    }

    /** The plan for a file: its known columns as before, its new ones as attributes. */
    public ImportPlan plan(String source, Detected detected) {
        var proposed = MappingProposal.propose(detected, plan.role());
        var taken = new ArrayList<String>(
                plan.role().fields().stream().map(TargetField::name).toList());
        plan.columns().forEach(column -> attribute(column).ifPresent(taken::add));
        var columns = new ArrayList<ColumnPlan>();
        for (var column : proposed) {
            columns.add(plan.columns().stream()
                    .filter(before -> before.column().equals(column.column()))
                    .findFirst()
                    .map(before -> new ColumnPlan(
                            before.column(), before.type(), before.target(), column.isTyped(), before.writtenAs()))
                    .orElseGet(() -> unknown(column, detected, taken)));
        }
        var like = ImportPlan.of(source, plan.role(), detected, columns).skippingRepeatedRows(plan.skipsRepeatedRows());
        return plan.isNumbered() ? like.numberedFrom(1) : like;
    }

    private static Optional<String> attribute(ColumnPlan column) {
        return column.target() instanceof Target.Attribute(var name) ? Optional.of(name) : Optional.empty();
    }

    private static ColumnPlan unknown(ColumnPlan proposed, Detected detected, List<String> taken) {
        var name = Names.unused(Names.cleaned(proposed.column()), taken);
        taken.add(name);
        var type = detected.columns().stream()
                .filter(column -> column.name().equals(proposed.column()))
                .findFirst()
                .orElseThrow()
                .type();
        return new ColumnPlan(proposed.column(), type, new Target.Attribute(name), proposed.isTyped());
    }

    /** Without a word of where the file lay, to be taken elsewhere. */
    public Recipe anywhere() {
        return new Recipe(
                new ImportPlan(
                        plan.source(),
                        plan.role(),
                        Path.of(""),
                        new Inside("", plan.inside().table()),
                        plan.format(),
                        plan.dialect(),
                        plan.columns(),
                        plan.skipsRepeatedRows(),
                        Origin.FILES,
                        Math.min(1, plan.firstNumber())),
                mode);
    }
}
