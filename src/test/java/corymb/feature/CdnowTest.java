package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recency, frequency and money of the CDNOW purchases 1997-98, against figures that an independent program computed. */
class CdnowTest {
    private static final Path FILE = Path.of("../shared/data/customers-cdnow/CDNOW_master.txt");

    private static Table purchases() throws IOException {
        var lines = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.strip().split(" +"))
                .toList();
        Column customer = new TextColumn(
                "customer_id", lines.stream().map(line -> line[0]).toList());
        var type = new TextColumn("type", lines.stream().map(_ -> "purchase").toList());
        var value = new NumberColumn(
                "value",
                ColumnType.DECIMAL,
                lines.stream().mapToDouble(line -> Double.parseDouble(line[3])).toArray());
        var time = new TimeColumn(
                "timestamp",
                ColumnType.TIMESTAMP,
                lines.stream().mapToLong(line -> micros(line[1])).toArray());
        return new Table(List.of(customer, type, value, time));
    }

    private static long micros(String day) {
        return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay() * 86_400_000_000L;
    }

    @Test
    void recencyFrequencyAndMoneyAreThePublishedOnes() throws IOException {
        assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not there");
        try (var engine = DuckDbEngine.open()) {
            var events = engine.fill("events", purchases(), Progress.NONE);
            var profiles = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
            var data = new CustomerData(profiles, List.of(events));
            var plan = FeaturePlan.standard(engine, data, Instant.parse("2026-01-01T00:00:00Z"), Progress.NONE);
            var features = FeatureComputation.run(engine, data, plan, "features", Progress.NONE);

            assertThat(plan.asOf()).isEqualTo(Instant.parse("1998-07-01T00:00:00Z"));
            assertThat(profiles.rows()).isEqualTo(23_570);
            var recency = features.summaries().get(0);
            assertThat(recency.mean()).isCloseTo(368.2216, within(5e-5));
            assertThat(recency.median()).isEqualTo(472);
            assertThat(features.summaries().get(1).mean()).isCloseTo(2.9554, within(5e-5));
            var monetary = features.summaries().get(2);
            assertThat(monetary.mean()).isCloseTo(106.0804, within(5e-5));
            assertThat(monetary.median()).isCloseTo(43.395, within(1e-9));
            assertThat(monetary.maximum()).isCloseTo(13_990.93, within(1e-6));
            assertThat(plan.definitions().get(4)).isEqualTo(new RfmScore(Part.FREQUENCY));
            assertThat(features.summaries().get(4).histogram().bins())
                    .as("half of all customers bought once, so they all have 1 and nobody has 2")
                    .extracting(Histogram.Bin::count)
                    .startsWith(11_908L, 0L);
        }
    }
}
