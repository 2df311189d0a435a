package corymb.ui.quality;

import corymb.importing.Source;
import corymb.repair.Repair;
import corymb.repair.TextRepair;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the sheet of repairs offers for a source, and what it begins with. */
record MendDefaults(Source source) {
    /** An hour of a person's clicks, one a second: who does more within a minute is likely no person. */
    private static final int PER_MINUTE = 60;

    /** The columns that can be an answer. */
    List<String> columns(MendKind kind, Ask ask) {
        return fields().filter(field -> kind.fits(ask, field.type()))
                .map(Field::name)
                .toList();
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
            case ZONE -> ZoneId.getAvailableZoneIds().stream().sorted().toList();
            case COLUMN, COLUMNS, COUNTRY, REGION, GROUPS, ALIKE, NEIGHBOURS, LOW, HIGH -> List.of();
            case UNIT, TARGET, RATES, PERSON, TIME, PER_MINUTE, AGENT, AGENTS -> List.of();
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
                    case MODE, NEAREST -> true;
                })
                .map(Enum::name)
                .toList();
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
            case COLUMN, COLUMNS -> column(draft.kind(), ask, hints(draft.kind()), true);
            case PERSON -> column(draft.kind(), ask, List.of("session", "visitor", "customer_id", "user"), true);
            case TIME -> column(draft.kind(), ask, List.of("timestamp"), true);
            case COUNTRY -> column(draft.kind(), ask, List.of("country", "land"), false);
            case UNIT -> column(draft.kind(), ask, List.of("currency", "unit", "währung"), false);
            case AGENT -> column(draft.kind(), ask, List.of("agent", "browser"), false);
            case LETTERS -> List.of(TextRepair.Letters.TITLE.name());
            case FORM, CODE, METHOD -> List.of(choices(draft, ask).getFirst());
            case REGION -> List.of(Locale.getDefault().getCountry());
            case ZONE -> List.of(ZoneId.systemDefault().getId());
            case LOW, HIGH -> List.of("1");
            case NEIGHBOURS -> List.of("5");
            case PER_MINUTE -> List.of("" + PER_MINUTE);
            case GROUPS, ALIKE, TARGET, RATES, AGENTS -> List.of();
        };
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
            case TRIM, UNICODE, IMPUTE, BOTS -> List.of();
        };
    }

    /** The first column whose name holds a hint, the first hints first. */
    private List<String> column(MendKind kind, Ask ask, List<String> hints, boolean isNeeded) {
        var columns = columns(kind, ask);
        Optional<String> hinted = hints.stream()
                .flatMap(hint -> columns.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(hint)))
                .findFirst();
        return hinted.or(() -> isNeeded ? columns.stream().findFirst() : Optional.empty()).stream()
                .toList();
    }
}
