package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.quality.ColumnChange;
import corymb.rule.RuleParser;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.RuleParts;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers number i lives in DE, AT or CH by i mod 3 and made i mod 7 purchases. */
class SegmentDriftTest {
    private static final long BUYERS =
            IntStream.range(0, 300).filter(i -> i % 7 >= 3).count();
    private static final long GERMANS =
            IntStream.range(0, 300).filter(i -> i % 7 >= 3 && i % 3 == 0).count();

    private static ProjectFile open(Path folder) {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Buyers", "frequency >= 3");
        return file;
    }

    private static SegmentLedger ledger(ProjectFile file) {
        return SegmentLedger.of(file.history(), "Buyers");
    }

    @Test
    void tellsWhichConditionKeepsOutThoseWhoWentAndWhatTheOthersAreLike(@TempDir Path folder) {
        try (var file = open(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 3 and country = \"DE\"");
            var drift = SegmentDrift.since(
                    file, ledger(file), ledger(file).versions().getFirst(), Progress.NONE);
            assertThat(drift.parts().orElseThrow().parts())
                    .containsExactly(new RuleParts.Part(
                            RuleParts.What.CONDITION,
                            Optional.of(RuleParser.require("country = \"DE\"")),
                            1,
                            0,
                            BUYERS - GERMANS));
            assertThat(drift.features().getFirst().column()).isEqualTo("country");
            assertThat(drift.features()).noneMatch(change -> change.column().equals("frequency"));
        }
    }

    @Test
    void aSegmentThatLostTwoThirdsIsToldOf(@TempDir Path folder) {
        try (var file = open(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 3 and country = \"DE\"");
            assertThat(SizeAlarm.of(file.history().present().segments()))
                    .containsExactly(
                            new SizeAlarm("Buyers", BUYERS, GERMANS, new Moved(Cause.RULE, 0, BUYERS - GERMANS)));
        }
    }

    @Test
    void aSegmentThatHardlyChangedIsNot(@TempDir Path folder) {
        try (var file = open(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 3 or frequency = 0 and country = \"DE\"");
            // 171 and a third of the 43 who bought nothing: a change of less than a fifth.
            assertThat(SizeAlarm.of(file.history().present().segments())).isEmpty();
        }
    }

    /** A hundred Germans bought at first, a hundred Austrians after them; the segment is as large as it was. */
    @Test
    void aSegmentOfOtherMembersIsToldOfThoughItsSizeStayed(@TempDir Path folder) {
        try (var file = FilledProject.create(folder)) {
            bought(file, "spring", "2026-02-10", "i % 3 = 0");
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            FilledProject.define(file, "Recent", "did \"purchase\" in the last 7 days and country in (\"DE\", \"AT\")");
            assertThat(CompositionAlarm.of(file, Progress.NONE)).isEmpty();
            bought(file, "summer", "2026-02-25", "i % 3 = 1");
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);

            var segments = file.history().present().segments();
            assertThat(segments.getFirst().value().count()).isEqualTo(100);
            assertThat(SizeAlarm.of(segments)).isEmpty();
            var alarm = CompositionAlarm.of(file, Progress.NONE).getFirst();
            assertThat(alarm.name()).isEqualTo("Recent");
            assertThat(alarm.features()).extracting(ColumnChange::column).contains("country");
            assertThat(alarm.features())
                    .allSatisfy(moved -> assertThat(moved.shift().stability()).isGreaterThanOrEqualTo(0.25));
            assertThat(alarm.part())
                    .contains(new RuleParts.Part(
                            RuleParts.What.CONDITION,
                            Optional.of(RuleParser.require("did \"purchase\" in the last 7 days")),
                            0,
                            100,
                            100));
        }
    }

    /** One of five is a fifth, and nothing that chance does not bring. */
    @Test
    void ofAFewNobodyIsToldThatOneWent(@TempDir Path folder) {
        try (var file = FilledProject.create(folder)) {
            bought(file, "spring", "2026-02-10", "i < 5");
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            FilledProject.define(
                    file, "Recent", "did \"purchase\" in the last 7 days and country in (\"DE\", \"AT\", \"CH\")");
            bought(file, "summer", "2026-02-25", "i < 4");
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);

            var segment = file.history().present().segments().getFirst().value();
            assertThat(segment.count()).isEqualTo(4);
            assertThat(segment.countBefore()).isEqualTo(5);
            assertThat(CompositionAlarm.of(file, Progress.NONE)).isEmpty();
        }
    }

    private static void bought(ProjectFile file, String source, String day, String who) {
        FilledProject.source(
                file,
                source,
                Role.EVENTS,
                Sql.of("select 'C' || lpad(cast(i as varchar), 4, '0') as customer_id, timestamp '" + day
                        + " 12:00:00' as timestamp, 'purchase' as type, 10.0::double as value from range(300) t(i)"
                        + " where " + who));
    }

    @Test
    void whoEditsARuleIsNotToldThatOthersAreMeant(@TempDir Path folder) {
        try (var file = open(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 3 and country = \"DE\"");
            assertThat(CompositionAlarm.of(file, Progress.NONE)).isEmpty();
        }
    }

    @Test
    void nothingDiffersFromTheVersionOfNow(@TempDir Path folder) {
        try (var file = open(folder)) {
            var drift = SegmentDrift.since(file, ledger(file), ledger(file).now(), Progress.NONE);
            assertThat(drift.parts()).isEmpty();
            assertThat(drift.features()).isEmpty();
        }
    }
}
