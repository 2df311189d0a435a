package corymb.cli;

import corymb.project.CompositionAlarm;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.project.SegmentDrift;
import corymb.project.SegmentLedger;
import corymb.project.SizeAlarm;
import corymb.quality.ColumnChange;
import corymb.rule.RuleText;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.RuleParts;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.table.Zone;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who was in a segment when, and who moved why, as JSON and in words. */
final class SegmentMoves {
    private static final int MOST_TOLD = 3;

    private final ProjectFile file;
    private final SegmentLedger ledger;

    SegmentMoves(ProjectFile file, String name) {
        this.file = file;
        this.ledger = SegmentLedger.of(file.history(), name);
    }

    /** What a segment was known to be, or is known now to have been. */
    enum Known {
        THEN,
        NOW
    }

    /** Who moved with each version from the beginning of a day on, and what that adds up to. */
    Reply since(LocalDate day) {
        var versions = ledger.since(zone().startOf(day));
        long entered = versions.stream()
                .mapToLong(made -> made.value().moves().entered())
                .sum();
        long left =
                versions.stream().mapToLong(made -> made.value().moves().left()).sum();
        var now = ledger.now().value();
        var reply = new Reply()
                .key("name", now.name())
                .key("members", now.count())
                .key("entered", entered)
                .key("left", left)
                .key("net", entered - left)
                .key("versions", versions.stream().map(SegmentMoves::values).toList());
        versions.forEach(made -> reply.line(
                "%s: %,d customers, %,d came in and %,d went out%s",
                made.at(),
                made.value().count(),
                made.value().moves().entered(),
                made.value().moves().left(),
                inWords(made.value().moves().latest())));
        return reply.line("%s: %,d customers, %+,d in all.", now.name(), now.count(), entered - left);
    }

    /** What each condition of the rule did to those who moved from the beginning of a day on, and how the members differ from those then. */
    Reply parts(LocalDate day, Reply reply, Progress progress) {
        var then = ledger.before(zone().startOf(day)).orElse(ledger.versions().getFirst());
        var drift = SegmentDrift.since(file, ledger, then, progress);
        var parts = drift.parts().map(RuleParts::parts).orElse(List.of());
        reply.key("parts", parts.stream().map(SegmentMoves::values).toList())
                .key(
                        "features",
                        drift.features().stream().map(SegmentMoves::values).toList());
        parts.forEach(
                part -> reply.line("  %+,d: +%,d -%,d by %s", part.net(), part.entered(), part.left(), inWords(part)));
        drift.features()
                .forEach(moved -> reply.line(
                        "  %s: PSI %.2f", moved.column(), moved.shift().stability()));
        return reply;
    }

    private static Map<String, Object> values(ColumnChange.Moved moved) {
        return JsonValues.object("feature", moved.column(), "psi", moved.shift().stability());
    }

    private static Map<String, Object> values(RuleParts.Part part) {
        return JsonValues.object(
                "what",
                part.what().name().toLowerCase(Locale.ROOT),
                "condition",
                part.condition().map(RuleText::of),
                "entered",
                part.entered(),
                "left",
                part.left(),
                "net",
                part.net());
    }

    private static String inWords(RuleParts.Part part) {
        return switch (part.what()) {
            case CONDITION -> part.condition().map(RuleText::of).orElseThrow();
            case SEVERAL -> "several conditions at once";
            case EDITED -> "no condition: the rule was another one";
            case UNTOLD -> "no condition: it was learnt later, or has no past";
            case CUSTOMERS -> "new customers, or customers no more";
        };
    }

    private static Map<String, Object> values(Made<Segment> made) {
        var segment = made.value();
        return JsonValues.object(
                "at",
                made.at(),
                "asOf",
                segment.asOf(),
                "rule",
                segment.plan().ruleText(),
                "members",
                segment.count(),
                "entered",
                segment.moves().entered(),
                "left",
                segment.moves().left(),
                "causes",
                segment.moves().latest().stream().map(SegmentMoves::values).toList());
    }

    static Map<String, Object> values(Moved moved) {
        return JsonValues.object(
                "cause",
                moved.cause().name().toLowerCase(Locale.ROOT),
                "entered",
                moved.entered(),
                "left",
                moved.left());
    }

    static Map<String, Object> values(CompositionAlarm alarm) {
        return JsonValues.object(
                "segment",
                alarm.name(),
                "features",
                alarm.features().stream().map(SegmentMoves::values).toList(),
                "part",
                alarm.part().map(SegmentMoves::values));
    }

    static String inWords(CompositionAlarm alarm) {
        var features = alarm.features().stream()
                .limit(MOST_TOLD)
                .map(moved ->
                        "%s (PSI %.2f)".formatted(moved.column(), moved.shift().stability()));
        var part = alarm.part().stream()
                .map(most -> "%,d came and %,d went by %s".formatted(most.entered(), most.left(), inWords(most)));
        return Stream.concat(features, part).collect(Collectors.joining(", "));
    }

    static Map<String, Object> values(SizeAlarm alarm) {
        return JsonValues.object(
                "segment",
                alarm.name(),
                "before",
                alarm.before(),
                "members",
                alarm.now(),
                "cause",
                alarm.most().cause().name().toLowerCase(Locale.ROOT));
    }

    private static String inWords(List<Moved> causes) {
        var words = causes.stream()
                .map(moved -> "%s +%,d -%,d".formatted(inWords(moved.cause()), moved.entered(), moved.left()))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "." : ": " + words + ".";
    }

    static String inWords(Cause cause) {
        return switch (cause) {
            case ARRIVED -> "new customers";
            case DATA -> "new data";
            case TIME -> "time passed";
            case ZONE -> "the time zone changed";
            case ASKED -> "another segment or the groups changed";
            case RULE -> "the rule was edited";
            case MERGED -> "merged with another customer";
            case GONE -> "no longer customers";
        };
    }

    /** Who was in it at the end of a day. */
    Reply at(LocalDate day, Known known, Journey journey, Progress progress) {
        var moment = zone().startOf(day.plusDays(1));
        var ids = switch (known) {
            case THEN -> then(moment, progress);
            case NOW -> now(moment, journey, progress);
        };
        var customers = IntStream.range(0, ids.rowCount())
                .mapToObj(row -> ids.text(row, "customer_id"))
                .toList();
        var name = ledger.now().value().name();
        return new Reply()
                .key("name", name)
                .key("at", day)
                .key("known", known.name().toLowerCase(Locale.ROOT))
                .key("members", customers.size())
                .key("customers", customers)
                .line(
                        "%s on %s, on what %s: %,d customers.",
                        name, day, known == Known.THEN ? "was known then" : "is known now", customers.size());
    }

    private Zone zone() {
        return file.history().present().zone();
    }

    private Table then(Instant moment, Progress progress) {
        var version = ledger.before(moment)
                .orElseThrow(() -> new Problem(
                                "“" + ledger.now().value().name() + "” was not there yet.",
                                "",
                                "It was first defined at "
                                        + ledger.versions().getFirst().at()
                                        + "; ask for what is known now by --known now.")
                        .asFailure());
        return file.engine().table(ledger.members(version), progress);
    }

    private Table now(Instant moment, Journey journey, Progress progress) {
        var members = journey.segments().asOf(ledger.now().value().plan(), moment, progress);
        try {
            return file.engine()
                    .table(Sql.of("select customer_id from " + members.quoted() + " order by customer_id"), progress);
        } finally {
            file.engine().drop(members.name());
        }
    }
}
