package corymb.world;

import corymb.work.Progress;
import corymb.world.Draft.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What people have agreed to, and when they changed their mind: the latest row of a purpose counts. */
final class ConsentFile {
    static final String NAME = "consents.csv";

    private static final List<String> HEADER = List.of("customer", "purpose", "status", "time");
    private static final List<Purpose> PURPOSES = List.of(
            new Purpose("email_marketing", 1, 0.64),
            new Purpose("personalisation", 0.6, 0.7),
            new Purpose("analytics", 0.4, 0.76),
            new Purpose("third_party", 0.25, 0.16));
    private static final double NEVER_ASKED = 0.12;
    private static final double UNKNOWN_STATUS = 0.0015;
    private static final Instant END =
            Season.LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final Setting setting;
    private final Chance chance;

    ConsentFile(Setting setting) {
        this.setting = setting;
        chance = setting.chance(NAME);
    }

    void write(Path folder, Truth truth, Progress progress) throws IOException {
        var register = setting.register();
        try (var sheet = new DirtySheet(NAME, new Sheet(folder.resolve(NAME), HEADER), truth, chance, 0)) {
            for (int number = 1; number <= register.size(); number++) {
                progress.report((double) number / register.size(), "Writing consents");
                if (!chance.happens(NEVER_ASKED)) {
                    writeCustomer(number, sheet);
                }
            }
        }
    }

    private void writeCustomer(int number, DirtySheet sheet) {
        var entry = setting.register().entry(number);
        var first = setting.people().signup(entry.person());
        var signup =
                entry.second() ? setting.register().secondSignup(entry.person()).orElse(first) : first;
        for (var purpose : PURPOSES) {
            if (chance.happens(purpose.asked())) {
                writePurpose(Register.id(number), purpose, signup, sheet);
            }
        }
    }

    private void writePurpose(String customer, Purpose purpose, LocalDate signup, DirtySheet sheet) {
        var time = signup.atStartOfDay()
                .plusSeconds(chance.between(6 * 3_600, 22 * 3_600))
                .toInstant(ZoneOffset.UTC);
        boolean granted = chance.happens(purpose.granted());
        writeRow(customer, purpose.name(), granted ? "granted" : "denied", time, sheet);
        while (chance.happens(granted ? 0.13 : 0.07)) {
            time = between(time, END);
            granted = !granted;
            writeRow(customer, purpose.name(), granted ? "granted" : "withdrawn", time, sheet);
        }
    }

    private Instant between(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond() - 2;
        return from.plusSeconds(1 + (long) (seconds * chance.uniform()));
    }

    private void writeRow(String customer, String purpose, String status, Instant time, DirtySheet sheet) {
        var draft = new Draft()
                .set("customer", customer)
                .set("purpose", purpose)
                .set("status", status)
                .set("time", time.toString());
        draft.spoil("status", new Flaw("unknown_status", UNKNOWN_STATUS, ConsentFile::unclear), chance);
        sheet.write(customer, draft);
    }

    private static String unclear(String status, Chance chance) {
        return chance.oneOf(List.of("unknown", "ja", "tbd"));
    }

    /** One use of data: how many were asked, and how many of those agreed at once. */
    private record Purpose(String name, double asked, double granted) {}
}
