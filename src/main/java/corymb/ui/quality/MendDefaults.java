package corymb.ui.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.repair.Lookup;
import corymb.repair.Repair;
import corymb.repair.TextRepair;
import corymb.rule.Terms;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Zones;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sheet of repairs offers for a source, and what it begins with.
 *
 * @param source what is mended
 * @param others the other sources, to look things up in
 */
record MendDefaults(Source source, List<Source> others) {
    /** An hour of a person's clicks, one a second: who does more within a minute is likely no person. */
    private static final int PER_MINUTE = 60;

    private static final List<String> KEYS = List.of("customer_id", "id", "email", "item_id", "phone");

    MendDefaults {
        others = List.copyOf(others);
    }

    /** The columns that can be an answer; of the other source where its are asked for, and the sources themselves. */
    List<String> columns(MendDraft draft, Ask ask) {
        if (ask == Ask.OTHER) {
            return others.stream().map(Source::name).toList();
        }
        boolean isOfOther = ask == Ask.OTHER_KEYS || ask == Ask.BRING || ask == Ask.NEWEST_BY;
        var columns = columns(isOfOther ? other(draft) : fields(), draft, ask);
        return ask == Ask.BRING ? brought(columns) : columns;
    }

    private static List<String> columns(Stream<Field> fields, MendDraft draft, Ask ask) {
        return fields.filter(field -> draft.kind().fits(ask, field.type()))
                .map(Field::name)
                .toList();
    }

    private Stream<Field> other(MendDraft draft) {
        return others.stream()
                .filter(other -> other.name().equals(draft.text(Ask.OTHER)))
                .flatMap(other -> other.data().schema().fields().stream());
    }

    /** Events that do not say whose they are can get it from people. */
    private List<String> brought(List<String> columns) {
        boolean lacksCustomer = source.role() == Role.EVENTS && !source.has("customer_id") && columns.contains("id");
        return lacksCustomer
                ? Stream.concat(Stream.of(LookupDraft.words(new Lookup.Brought("id", "customer_id"))), columns.stream())
                        .toList()
                : columns;
    }

    private Stream<Field> fields() {
        return source.data().schema().fields().stream();
    }

    /** What something is chosen from, or what is suggested for it. */
    List<String> choices(MendDraft draft, Ask ask) {
        return switch (ask) {
            case LETTERS -> names(TextRepair.Letters.values());
            case FORM -> names(TextRepair.Form.values());
            case CODE -> names(TextRepair.CountryCode.values());
            case METHOD -> methods(draft.text(Ask.COLUMN));
            case ORDER -> names(DayOrder.values());
            case MARK -> names(DecimalMark.values());
            case SEVERAL -> names(Lookup.Several.values());
            case ZONE -> Zones.places();
            case COLUMN, COLUMNS, COUNTRY, REGION, GROUPS, ALIKE, NEIGHBOURS, LOW, HIGH -> List.of();
            case UNIT, TARGET, RATES, PERSON, TIME, PER_MINUTE, AGENT, AGENTS -> List.of();
            case BY, OTHER, KEYS, OTHER_KEYS, BRING, SIMILAR, NEWEST_BY -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Where missing values of a column can come from. */
    private List<String> methods(String column) {
        var type = source.data().schema().find(column).map(Field::type).orElse(ColumnType.TEXT);
        return Stream.of(Repair.Imputation.values())
                .filter(method -> switch (method) {
                    case MEAN -> type.isNumeric();
                    case MEDIAN -> type.isNumeric() || type.isTemporal();
                    case MODE, NEAREST, MODEL -> true;
                })
                .map(Enum::name)
                .toList();
    }

    /** What was answered, and without what it makes meaningless: columns of a source that is no longer looked into. */
    MendDraft answered(MendDraft draft, Ask ask, List<String> answer) {
        var answered = draft.with(ask, answer);
        return filled(
                ask == Ask.OTHER ? answered.without(Ask.KEYS, Ask.OTHER_KEYS, Ask.BRING, Ask.NEWEST_BY) : answered);
    }

    /** A draft with what is right for most. */
    MendDraft draft(MendKind kind) {
        return filled(MendDraft.empty(kind));
    }

    /** The same draft with what is right for most where nothing was said yet. */
    MendDraft filled(MendDraft draft) {
        var filled = draft;
        boolean isAsking = true;
        while (isAsking) {
            var next = draft(filled);
            isAsking = !next.equals(filled);
            filled = next;
        }
        return filled;
    }

    private MendDraft draft(MendDraft draft) {
        var filled = draft;
        for (var ask : filled.kind().asks(draft)) {
            if (!filled.answers().containsKey(ask)) {
                filled = filled.with(ask, usual(filled, ask));
            } else if (ask.answer() == Ask.Answer.CHOICE
                    && !choices(filled, ask).contains(filled.text(ask))) {
                filled = filled.with(ask, choices(filled, ask).getFirst());
            }
        }
        return filled;
    }

    private List<String> usual(MendDraft draft, Ask ask) {
        return switch (ask) {
            case COLUMN, COLUMNS -> column(draft, ask, hints(draft.kind()), true);
            case PERSON -> column(draft, ask, List.of("session", "visitor", "customer_id", "user"), true);
            case TIME -> column(draft, ask, List.of("timestamp"), true);
            case COUNTRY -> column(draft, ask, List.of("country", "land"), false);
            case UNIT -> column(draft, ask, List.of("currency", "unit", "währung"), false);
            case AGENT -> column(draft, ask, List.of("agent", "browser"), false);
            case LETTERS -> List.of(TextRepair.Letters.TITLE.name());
            case FORM, CODE, METHOD, ORDER, MARK, SEVERAL ->
                List.of(choices(draft, ask).getFirst());
            case OTHER -> column(draft, ask, List.of("crm", "customer"), true);
            case KEYS -> key(draft);
            case OTHER_KEYS -> otherKey(draft);
            case REGION -> List.of(Locale.getDefault().getCountry());
            case ZONE -> List.of(ZoneId.systemDefault().getId());
            case LOW, HIGH -> List.of("1");
            case NEIGHBOURS -> List.of("5");
            case PER_MINUTE -> List.of("" + PER_MINUTE);
            case GROUPS, ALIKE, TARGET, RATES, AGENTS, BY, BRING, SIMILAR, NEWEST_BY -> List.of();
        };
    }

    /** What most likely tells a row of both sources: a usual key that both have, or the customer of an event. */
    private List<String> key(MendDraft draft) {
        var there = columns(draft, Ask.OTHER_KEYS);
        var here = columns(draft, Ask.KEYS);
        return Stream.concat(KEYS.stream(), here.stream())
                .filter(name -> here.contains(name) && (there.contains(name) || isCustomer(name, there)))
                .limit(1)
                .toList();
    }

    private List<String> otherKey(MendDraft draft) {
        var key = draft.text(Ask.KEYS);
        var there = columns(draft, Ask.OTHER_KEYS);
        return !there.contains(key) && isCustomer(key, there) ? List.of("id") : List.of();
    }

    private static boolean isCustomer(String name, List<String> there) {
        return name.equals("customer_id") && there.contains("id");
    }

    private static List<String> hints(MendKind kind) {
        return switch (kind) {
            case COUNTRIES -> List.of("country", "land", "nation");
            case PHONES -> List.of("phone", "tel", "mobil");
            case EMAILS -> List.of("email", "mail");
            case CASING -> List.of("city", "name");
            case DICTIONARY -> List.of("city", "brand", "category");
            case UTC -> List.of("timestamp", "time");
            case CONVERT -> List.of("value", "price", "amount");
            case WINSORISE -> List.of("value", "price", "amount");
            case REGIONS -> List.of("region", "state", "canton", "province");
            case DATES -> List.of("date", "birth", "datum");
            case NUMBERS -> List.of("price", "amount", "value");
            case CODES -> Terms.CODES;
            case TRIM, UNICODE, BOOLEANS, IMPUTE, BOTS, LOOKUP -> List.of();
        };
    }

    /** The first column whose name holds a hint, the first hints first. */
    private List<String> column(MendDraft draft, Ask ask, List<String> hints, boolean isNeeded) {
        var columns = columns(draft, ask);
        Optional<String> hinted = hints.stream()
                .flatMap(hint -> columns.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(hint)))
                .findFirst();
        return hinted.or(() -> isNeeded ? columns.stream().findFirst() : Optional.empty()).stream()
                .toList();
    }
}
