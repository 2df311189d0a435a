package corymb.world;

import corymb.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An A/B test of the homepage that ran for four weeks, with a true effect that only the truth knows. */
final class ExperimentFile {
    static final String NAME = "homepage_test.csv";
    static final double CONTROL_CONVERSION = 0.1;
    static final double TREATMENT_CONVERSION = 0.125;
    static final double REVENUE_MEDIAN = 62;
    static final double REVENUE_SIGMA = 1;

    private static final List<String> HEADER =
            List.of("customer", "experiment", "variant", "exposed_at", "converted", "revenue");
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 28;
    private static final double EXPOSED = 0.75;

    private final Setting setting;
    private final Chance chance;

    ExperimentFile(Setting setting) {
        this.setting = setting;
        chance = setting.chance(NAME);
    }

    void write(Path folder, Progress progress) throws IOException {
        var exposures = new ArrayList<Exposure>();
        for (int index = 0; index < setting.people().count(); index++) {
            progress.report((double) index / setting.people().count(), "Writing the homepage test");
            boolean there = setting.people().signup(index).isBefore(START);
            if (there && !setting.register().customerId(index).isEmpty() && chance.happens(EXPOSED)) {
                exposures.add(draw(index));
            }
        }
        exposures.sort(Comparator.comparing(Exposure::time));
        try (var sheet = new Sheet(folder.resolve(NAME), HEADER)) {
            exposures.forEach(exposure -> sheet.row(exposure.row()));
        }
    }

    private Exposure draw(int index) {
        var time = START.atStartOfDay()
                .plusDays(chance.below(DAYS))
                .plusSeconds(chance.between(6 * 3_600, 22 * 3_600))
                .toInstant(ZoneOffset.UTC);
        boolean treated = chance.happens(0.5);
        boolean converted = chance.happens(treated ? TREATMENT_CONVERSION : CONTROL_CONVERSION);
        double euros = REVENUE_MEDIAN * StrictMath.exp(REVENUE_SIGMA * chance.normal());
        var customer = setting.register().onlineId(index, LocalDate.ofInstant(time, ZoneOffset.UTC));
        return new Exposure(customer, treated, time, converted ? Math.max(500, Math.round(euros * 100)) : 0);
    }

    /** Writes down the effect that was planted. */
    static void writeTruth(Path folder) throws IOException {
        var text = """
                {"experiment":"homepage_hero","metric":"conversion","control":%s,"treatment":%s,
                 "absolute_lift":%s,"relative_lift":%s,"share_of_treatment":0.5,
                 "starts":"%s","days":%d,
                 "revenue_of_a_conversion":{"distribution":"lognormal","median_eur":%s,"sigma":%s,"same_in_both":true}}
                """.formatted(
                CONTROL_CONVERSION, TREATMENT_CONVERSION, "0.025", "0.25", START, DAYS, REVENUE_MEDIAN, REVENUE_SIGMA);
        Files.writeString(folder.resolve("experiment.json"), text, StandardCharsets.UTF_8);
    }

    /** One person who saw one of the two homepages; who converted brought revenue. */
    private record Exposure(String customer, boolean treated, Instant time, long cents) {
        List<String> row() {
            return List.of(
                    customer,
                    "homepage_hero",
                    treated ? "treatment" : "control",
                    time.toString(),
                    cents > 0 ? "1" : "0",
                    Money.text(cents));
        }
    }
}
