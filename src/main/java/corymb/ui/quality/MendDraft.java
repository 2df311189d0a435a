package corymb.ui.quality;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.repair.CountryNames;
import corymb.repair.Lookup;
import corymb.repair.Repair;
import corymb.repair.Repair.Rate;
import corymb.repair.TextRepair;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import corymb.work.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repair as it is put together in the sheet; what spellings become is decided elsewhere, see {@link SpellingsModel}.
 *
 * @param answers what was answered; columns one by one, all else as one text
 */
record MendDraft(MendKind kind, Map<Ask, List<String>> answers) {
    MendDraft {
        answers = Map.copyOf(answers);
    }

    static MendDraft empty(MendKind kind) {
        return new MendDraft(kind, Map.of());
    }

    /** A repair as it can be edited. */
    static MendDraft of(Repair repair) {
        var draft = empty(MendKind.of(repair));
        return switch (repair) {
            case TextRepair.Trim(var columns) -> draft.with(Ask.COLUMNS, columns);
            case TextRepair.Casing(var columns, var letters) ->
                draft.with(Ask.COLUMNS, columns).with(Ask.LETTERS, letters.name());
            case TextRepair.Unicode(var columns, var form) ->
                draft.with(Ask.COLUMNS, columns).with(Ask.FORM, form.name());
            case TextRepair.Dictionary(var column, var _) -> draft.with(Ask.COLUMN, column);
            case TextRepair.Countries(var column, var code) ->
                draft.with(Ask.COLUMN, column).with(Ask.CODE, code.name());
            case TextRepair.Phones(var column, var country, var region) ->
                draft.with(Ask.COLUMN, column).with(Ask.COUNTRY, country).with(Ask.REGION, region);
            case TextRepair.Regions(var column, var country, var home) ->
                draft.with(Ask.COLUMN, column).with(Ask.COUNTRY, country).with(Ask.REGION, home);
            case TextRepair.Emails(var column) -> draft.with(Ask.COLUMN, column);
            case Repair.Dates(var column, var order) ->
                draft.with(Ask.COLUMN, column).with(Ask.ORDER, order.name());
            case Repair.Numbers(var column, var mark) ->
                draft.with(Ask.COLUMN, column).with(Ask.MARK, mark.name());
            case Repair.Booleans(var column) -> draft.with(Ask.COLUMN, column);
            case Repair.Codes(var column) -> draft.with(Ask.COLUMN, column);
            case Lookup lookup -> LookupDraft.of(lookup, draft);
            case Repair.Impute impute ->
                draft.with(Ask.COLUMN, impute.column())
                        .with(Ask.METHOD, impute.method().name())
                        .with(Ask.GROUPS, impute.groups())
                        .with(impute.method() == Repair.Imputation.MODEL ? Ask.BY : Ask.ALIKE, impute.alike())
                        .with(Ask.NEIGHBOURS, "" + impute.neighbours());
            case Repair.Winsorise(var column, double low, double high) ->
                draft.with(Ask.COLUMN, column).with(Ask.LOW, plain(low * 100)).with(Ask.HIGH, plain(high * 100));
            case Repair.Bots bots ->
                draft.with(Ask.PERSON, bots.person())
                        .with(Ask.TIME, bots.time())
                        .with(Ask.PER_MINUTE, "" + bots.perMinute())
                        .with(Ask.AGENT, bots.agent())
                        .with(Ask.AGENTS, String.join(", ", bots.agents()));
            case Repair.Utc(var column, var zone) ->
                draft.with(Ask.COLUMN, column).with(Ask.ZONE, zone);
            case Repair.Convert convert ->
                draft.with(Ask.COLUMN, convert.column())
                        .with(Ask.UNIT, convert.unit())
                        .with(Ask.TARGET, convert.target())
                        .with(Ask.RATES, rates(convert.rates()));
        };
    }

    private static String rates(List<Rate> rates) {
        return rates.stream()
                .map(rate -> (rate.unit() + " " + plain(rate.factor())).strip())
                .collect(Collectors.joining("; "));
    }

    /** Without an exponent and without what binary fractions add. */
    static String plain(double number) {
        return new BigDecimal(number)
                .round(new java.math.MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }

    MendDraft with(Ask ask, String answer) {
        return with(ask, List.of(answer));
    }

    MendDraft with(Ask ask, List<String> answer) {
        var more = new EnumMap<Ask, List<String>>(Ask.class);
        more.putAll(answers);
        more.put(ask, List.copyOf(answer));
        return new MendDraft(kind, more);
    }

    MendDraft without(Ask... asks) {
        var fewer = new EnumMap<Ask, List<String>>(Ask.class);
        fewer.putAll(answers);
        List.of(asks).forEach(fewer::remove);
        return new MendDraft(kind, fewer);
    }

    /** What was answered, in one text; empty where nothing was. */
    String text(Ask ask) {
        return all(ask).isEmpty() ? "" : all(ask).getFirst().strip();
    }

    List<String> all(Ask ask) {
        return answers.getOrDefault(ask, List.of());
    }

    /**
     * The repair it says.
     *
     * @throws Failure when something is missing or cannot be read
     */
    Repair repair() {
        try {
            return made();
        } catch (IllegalArgumentException e) {
            throw new Problem(e.getMessage() + ".", "", "").asFailure();
        }
    }

    private Repair made() {
        return switch (kind) {
            case TRIM -> new TextRepair.Trim(columns());
            case CASING -> new TextRepair.Casing(columns(), TextRepair.Letters.valueOf(given(Ask.LETTERS)));
            case UNICODE -> new TextRepair.Unicode(columns(), TextRepair.Form.valueOf(given(Ask.FORM)));
            case DICTIONARY -> throw new IllegalArgumentException(Texts.of("mend.nothingMerged"));
            case COUNTRIES ->
                new TextRepair.Countries(given(Ask.COLUMN), TextRepair.CountryCode.valueOf(given(Ask.CODE)));
            case PHONES -> new TextRepair.Phones(given(Ask.COLUMN), text(Ask.COUNTRY), region());
            case REGIONS -> new TextRepair.Regions(given(Ask.COLUMN), text(Ask.COUNTRY), region());
            case EMAILS -> new TextRepair.Emails(given(Ask.COLUMN));
            case DATES -> new Repair.Dates(given(Ask.COLUMN), DayOrder.valueOf(given(Ask.ORDER)));
            case NUMBERS -> new Repair.Numbers(given(Ask.COLUMN), DecimalMark.valueOf(given(Ask.MARK)));
            case BOOLEANS -> new Repair.Booleans(given(Ask.COLUMN));
            case CODES -> new Repair.Codes(given(Ask.COLUMN));
            case LOOKUP -> LookupDraft.made(this);
            case IMPUTE -> imputed(Repair.Imputation.valueOf(given(Ask.METHOD)));
            case WINSORISE -> new Repair.Winsorise(given(Ask.COLUMN), share(Ask.LOW), share(Ask.HIGH));
            case UTC -> new Repair.Utc(given(Ask.COLUMN), given(Ask.ZONE));
            case CONVERT -> new Repair.Convert(given(Ask.COLUMN), text(Ask.UNIT), text(Ask.TARGET), rates());
            case BOTS ->
                new Repair.Bots(
                        given(Ask.PERSON),
                        text(Ask.TIME),
                        text(Ask.TIME).isEmpty() ? 0 : whole(Ask.PER_MINUTE),
                        text(Ask.AGENT),
                        split(text(Ask.AGENTS), "[,;]").toList());
        };
    }

    private Repair imputed(Repair.Imputation method) {
        return switch (method) {
            case NEAREST ->
                new Repair.Impute(given(Ask.COLUMN), method, List.of(), all(Ask.ALIKE), whole(Ask.NEIGHBOURS));
            case MODEL -> new Repair.Impute(given(Ask.COLUMN), method, List.of(), all(Ask.BY), 0);
            case MEDIAN, MEAN, MODE -> new Repair.Impute(given(Ask.COLUMN), method, all(Ask.GROUPS), List.of(), 0);
        };
    }

    private List<String> columns() {
        given(Ask.COLUMNS);
        return all(Ask.COLUMNS);
    }

    String given(Ask ask) {
        if (text(ask).isEmpty()) {
            throw new IllegalArgumentException(Texts.of("mend.incomplete", ask.words()));
        }
        return text(ask);
    }

    double share(Ask ask) {
        return Typed.percent(text(ask).isEmpty() ? "0" : text(ask), ask.words());
    }

    private int whole(Ask ask) {
        return Typed.whole(text(ask).isEmpty() ? "0" : text(ask), ask.words());
    }

    /** A country may be given by its name too. */
    private String region() {
        var given = text(Ask.REGION);
        return CountryNames.code(given).orElse(given);
    }

    /** Such as "CHF 1.05; USD 0.92", or a number alone. */
    private List<Rate> rates() {
        given(Ask.RATES);
        return split(text(Ask.RATES), ";").map(MendDraft::rate).toList();
    }

    private static Rate rate(String text) {
        int before = text.lastIndexOf(' ');
        return new Rate(
                text.substring(0, Math.max(0, before)).strip(),
                Typed.number(text.substring(before + 1), Ask.RATES.words()));
    }

    private static Stream<String> split(String text, String mark) {
        return Arrays.stream(text.split(mark, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
