package corymb.ui.quality;

import corymb.repair.Lookup;
import corymb.repair.Repair;
import corymb.repair.Repair.Imputation;
import corymb.repair.TextRepair;
import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of repairs, as the sheet offers them. */
enum MendKind {
    DICTIONARY,
    TRIM,
    CASING,
    UNICODE,
    COUNTRIES,
    PHONES,
    REGIONS,
    EMAILS,
    DATES,
    NUMBERS,
    BOOLEANS,
    CODES,
    IMPUTE,
    WINSORISE,
    UTC,
    CONVERT,
    BOTS,
    LOOKUP;

    String words() {
        return Texts.of("mend.kind." + key());
    }

    /** What it is for. */
    String purpose() {
        return Texts.of("mend.purpose." + key());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MendKind of(Repair repair) {
        return switch (repair) {
            case TextRepair.Trim _ -> TRIM;
            case TextRepair.Casing _ -> CASING;
            case TextRepair.Unicode _ -> UNICODE;
            case TextRepair.Dictionary _ -> DICTIONARY;
            case TextRepair.Countries _ -> COUNTRIES;
            case TextRepair.Regions _ -> REGIONS;
            case TextRepair.Phones _ -> PHONES;
            case TextRepair.Emails _ -> EMAILS;
            case Repair.Dates _ -> DATES;
            case Repair.Numbers _ -> NUMBERS;
            case Repair.Booleans _ -> BOOLEANS;
            case Repair.Codes _ -> CODES;
            case Repair.Impute _ -> IMPUTE;
            case Repair.Winsorise _ -> WINSORISE;
            case Repair.Bots _ -> BOTS;
            case Repair.Utc _ -> UTC;
            case Repair.Convert _ -> CONVERT;
            case Lookup _ -> LOOKUP;
        };
    }

    /** What is asked, in this order; some of it depends on what was answered before. */
    List<Ask> asks(MendDraft draft) {
        return switch (this) {
            case TRIM -> List.of(Ask.COLUMNS);
            case CASING -> List.of(Ask.COLUMNS, Ask.LETTERS);
            case UNICODE -> List.of(Ask.COLUMNS, Ask.FORM);
            case DICTIONARY, EMAILS, BOOLEANS, CODES -> List.of(Ask.COLUMN);
            case DATES -> List.of(Ask.COLUMN, Ask.ORDER);
            case NUMBERS -> List.of(Ask.COLUMN, Ask.MARK);
            case COUNTRIES -> List.of(Ask.COLUMN, Ask.CODE);
            case PHONES, REGIONS -> List.of(Ask.COLUMN, Ask.COUNTRY, Ask.REGION);
            case IMPUTE -> asksToFill(draft.text(Ask.METHOD));
            case WINSORISE -> List.of(Ask.COLUMN, Ask.LOW, Ask.HIGH);
            case UTC -> List.of(Ask.COLUMN, Ask.ZONE);
            case CONVERT -> List.of(Ask.COLUMN, Ask.UNIT, Ask.TARGET, Ask.RATES);
            case BOTS -> List.of(Ask.PERSON, Ask.TIME, Ask.PER_MINUTE, Ask.AGENT, Ask.AGENTS);
            case LOOKUP -> asksToLookUp(draft.text(Ask.SEVERAL));
        };
    }

    private static List<Ask> asksToFill(String method) {
        if (method.equals(Imputation.NEAREST.name())) {
            return List.of(Ask.COLUMN, Ask.METHOD, Ask.ALIKE, Ask.NEIGHBOURS);
        }
        return List.of(Ask.COLUMN, Ask.METHOD, method.equals(Imputation.MODEL.name()) ? Ask.BY : Ask.GROUPS);
    }

    private static List<Ask> asksToLookUp(String several) {
        var asks = List.of(Ask.OTHER, Ask.KEYS, Ask.OTHER_KEYS, Ask.BRING, Ask.SIMILAR, Ask.SEVERAL);
        return several.equals(Lookup.Several.NEWEST.name())
                ? Stream.concat(asks.stream(), Stream.of(Ask.NEWEST_BY)).toList()
                : asks;
    }

    /** Whether a column of that type can be an answer. */
    boolean fits(Ask ask, ColumnType type) {
        return switch (ask) {
            case COLUMN, COLUMNS -> isMended(type);
            case COUNTRY, UNIT, AGENT -> type == ColumnType.TEXT;
            case ALIKE -> type.isNumeric();
            case TIME -> type == ColumnType.TIMESTAMP;
            case NEWEST_BY -> type.isTemporal();
            case GROUPS, PERSON, BY, KEYS, OTHER_KEYS, BRING -> true;
            case LETTERS, FORM, CODE, REGION, METHOD, NEIGHBOURS, LOW, HIGH -> false;
            case ZONE, TARGET, RATES, PER_MINUTE, AGENTS -> false;
            case ORDER, MARK, OTHER, SIMILAR, SEVERAL -> false;
        };
    }

    private boolean isMended(ColumnType type) {
        return switch (this) {
            case TRIM, CASING, UNICODE, DICTIONARY, COUNTRIES, PHONES, EMAILS -> type == ColumnType.TEXT;
            case REGIONS, DATES, NUMBERS, BOOLEANS -> type == ColumnType.TEXT;
            case WINSORISE, CONVERT -> type.isNumeric();
            case CODES -> type == ColumnType.INTEGER;
            case UTC -> type == ColumnType.TIMESTAMP;
            case IMPUTE, BOTS, LOOKUP -> true;
        };
    }
}
