package corymb.ui.quality;

import corymb.quality.Check;
import corymb.quality.Expectation;
import corymb.quality.Finding;
import corymb.quality.SourceFinding;
import corymb.quality.SourceQuality;
import corymb.repair.TextRepair;
import corymb.ui.kit.Dialogs;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/** Leads from findings to repairs that mend them. */
record Remedies(QualityModel quality, RepairListModel repairs, Dialogs dialogs) {
    /** What tells people apart or reaches them: a likely value in its place would be somebody else's. */
    private static final Set<String> PERSONAL =
            Set.of("id", "customer_id", "item_id", "email", "phone", "given_name", "family_name", "street", "postcode");

    private static final double MOST_CUT = 0.49;

    /** Whether there is a repair for a finding. */
    boolean isThere(SourceFinding found) {
        return of(found.finding(), part(found)).isPresent();
    }

    private Optional<SourceQuality> part(SourceFinding found) {
        return quality.reportProperty().get().stream()
                .flatMap(report -> report.sources().stream())
                .filter(part -> part.source().equals(found.source()))
                .findFirst();
    }

    /** Looks closely at the source of a finding and opens the sheet of its repair. */
    void open(SourceFinding found, Node over) {
        var part = part(found);
        if (!quality.chosenProperty().get().equals(part)) {
            quality.choose(found.source());
        }
        repairs.sourceProperty()
                .get()
                .ifPresent(source -> of(found.finding(), part)
                        .ifPresent(begun -> MendSheet.mend(repairs, source, begun, dialogs, over)));
    }

    static Optional<Mending> of(Finding finding, Optional<SourceQuality> part) {
        return switch (finding.check()) {
            case Check.Missing(var column) -> missing(column);
            case Check.Shape(var column, var pattern) -> shape(column, pattern);
            case Check.OddSpelling odd -> spelling(odd);
            case Check.Capitals(var column) -> capitals(column);
            case Check.Blanks(var column) -> one(MendKind.TRIM, Ask.COLUMNS, column);
            case Check.Outlier outlier -> outlier(outlier, finding, part);
            case Check.Skewed skewed -> skewed(skewed);
            case Check.Stated stated -> stated(stated.check().expectation());
            case Check.Unreadable _, Check.Rejected _, Check.RepeatedRow _, Check.RepeatedKey _ -> Optional.empty();
            case Check.SamePerson _, Check.Orphan _, Check.BirthDate _, Check.Future _ -> Optional.empty();
            case Check.Constant _, Check.Negative _, Check.Misread _, Check.Unusual _ -> Optional.empty();
            case Check.UnusualDays _, Check.Alike _ -> Optional.empty();
        };
    }

    private static Optional<Mending> one(MendKind kind, String column) {
        return one(kind, Ask.COLUMN, column);
    }

    private static Optional<Mending> one(MendKind kind, Ask ask, String column) {
        return Optional.of(Mending.of(MendDraft.empty(kind).with(ask, column)));
    }

    private static Optional<Mending> missing(String column) {
        return PERSONAL.contains(column) ? Optional.empty() : one(MendKind.IMPUTE, column);
    }

    private static Optional<Mending> shape(String column, Check.Pattern pattern) {
        return switch (pattern) {
            case EMAIL -> one(MendKind.EMAILS, column);
            case PHONE, COUNTRY_CODE -> one(MendKind.PHONES, column);
            case COUNTRY -> one(MendKind.COUNTRIES, column);
            case POSTCODE -> Optional.empty();
        };
    }

    private static Optional<Mending> spelling(Check.OddSpelling odd) {
        var column = odd.column();
        return column.equals("country")
                ? one(MendKind.COUNTRIES, column)
                : Optional.of(new Mending(
                        MendDraft.empty(MendKind.DICTIONARY).with(Ask.COLUMN, column), List.of(), odd.values()));
    }

    private static Optional<Mending> capitals(String column) {
        return column.equals("email")
                ? one(MendKind.EMAILS, column)
                : Optional.of(Mending.of(MendDraft.empty(MendKind.CASING)
                        .with(Ask.COLUMNS, column)
                        .with(Ask.LETTERS, TextRepair.Letters.TITLE.name())));
    }

    /** Cuts off as many as lie far out, at the side where they do. */
    private static Optional<Mending> outlier(Check.Outlier outlier, Finding finding, Optional<SourceQuality> part) {
        var numbers = part.stream()
                .flatMap(one -> one.columns().stream())
                .filter(column -> column.name().equals(outlier.column()))
                .findFirst();
        long known = part.map(SourceQuality::rows).orElse(1L)
                - numbers.map(column -> column.missing()).orElse(0L);
        double share = Math.min(MOST_CUT, (double) finding.rows() / Math.max(1, known));
        boolean isLow = numbers.filter(column -> Double.parseDouble(column.minimum()) < outlier.low())
                .isPresent();
        boolean isHigh = numbers.filter(column -> Double.parseDouble(column.maximum()) > outlier.high())
                .isPresent();
        var cut = MendDraft.plain(Math.ceil(share * 1_000) / 10);
        return Optional.of(Mending.of(MendDraft.empty(MendKind.WINSORISE)
                .with(Ask.COLUMN, outlier.column())
                .with(Ask.LOW, isLow ? cut : "0")
                .with(Ask.HIGH, isHigh ? cut : "0")));
    }

    /** The clock that is ahead is taken for that of a place, the other one for UTC. */
    private static Optional<Mending> skewed(Check.Skewed skewed) {
        long minutes = Math.abs(skewed.minutes());
        return minutes > ZoneOffset.MAX.getTotalSeconds() / 60
                ? Optional.empty()
                : Optional.of(Mending.of(MendDraft.empty(MendKind.UTC)
                        .with(Ask.COLUMN, skewed.minutes() > 0 ? skewed.other() : skewed.column())
                        .with(
                                Ask.ZONE,
                                ZoneOffset.ofTotalSeconds((int) minutes * 60).getId())));
    }

    private static Optional<Mending> stated(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Required(var column) -> missing(column);
            case Expectation.InSet(var column, var _) -> one(MendKind.DICTIONARY, column);
            case Expectation.InRange(var column, var _, var _) -> one(MendKind.WINSORISE, column);
            case Expectation.When when -> stated(when.then());
            case Expectation.Unique _, Expectation.Matches _, Expectation.OfType _ -> Optional.empty();
            case Expectation.References _, Expectation.Fresh _, Expectation.RowCount _ -> Optional.empty();
            case Expectation.InOrder _, Expectation.Holds _ -> Optional.empty();
        };
    }
}
