package corymb.world;

import corymb.work.Progress;
import corymb.world.Draft.Flaw;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** The file of the German loyalty card system: semicolons, Windows-1252, decimal commas. */
final class LoyaltyFile {
    static final String NAME = "loyalty_members.csv";

    private static final List<String> HEADER = List.of(
            "Mitgliedsnummer",
            "Kundennummer",
            "Vorname",
            "Nachname",
            "E-Mail",
            "Geburtsdatum",
            "Stufe",
            "Punkte",
            "Umsatz Läden (€)",
            "Beitritt");
    private static final double NOT_LINKED = 0.055;
    private static final double NO_EMAIL = 0.15;

    private final Setting setting;
    private final Chance chance;
    private int members;

    LoyaltyFile(Setting setting) {
        this.setting = setting;
        chance = setting.chance(NAME);
    }

    void write(Path folder, Truth truth, Progress progress) throws IOException {
        var raw = new Sheet(folder.resolve(NAME), HEADER, ';', Charset.forName("windows-1252"));
        try (var sheet = new DirtySheet(NAME, raw, truth, chance, 0)) {
            for (int index = 0; index < setting.people().count(); index++) {
                progress.report((double) index / setting.people().count(), "Writing loyalty members");
                var person = setting.people().person(index);
                if (person.membership().loyal()) {
                    writeMember(person, sheet, truth);
                }
            }
        }
    }

    private void writeMember(Person person, DirtySheet sheet, Truth truth) {
        var number = "M%06d".formatted(++members);
        var draft = member(number, person);
        draft.spoil("Vorname", new Flaw("nickname", 0.02, Slips::nickname), chance);
        draft.spoil("Nachname", new Flaw("typo", 0.015, Slips::typo), chance);
        draft.spoil("Nachname", new Flaw("transliterated", 0.03, Slips::transliterated), chance);
        draft.spoil("E-Mail", new Flaw("upper_case", 0.03, Slips::upperCase), chance);
        draft.spoil("Geburtsdatum", new Flaw("default_date", 0.015, (_, _) -> "01.01.1900"), chance);
        draft.spoil("Stufe", new Flaw("spelling", 0.006, Slips::upperCase), chance);
        draft.spoil("Punkte", new Flaw("sign", 0.004, (right, _) -> "-" + right), chance);
        truth.belongs(person, sheet.write(number, draft));
    }

    private Draft member(String number, Person person) {
        boolean linked = person.isCustomer() && !chance.happens(NOT_LINKED);
        boolean mailed = !linked || !chance.happens(NO_EMAIL);
        long cents = spent(person);
        long points = cents / 100 + chance.below(400);
        return new Draft()
                .set("Mitgliedsnummer", number)
                .set("Kundennummer", linked ? setting.register().customerId(person.index()) : "")
                .set("Vorname", person.traits().firstName())
                .set("Nachname", person.home().familyName())
                .set("E-Mail", mailed ? person.traits().email() : "")
                .set("Geburtsdatum", Slips.DOTTED.format(person.traits().born()))
                .set("Stufe", points > 1200 ? "Gold" : points > 400 ? "Silber" : "Bronze")
                .set("Punkte", Long.toString(points))
                .set("Umsatz Läden (€)", Money.text(cents).replace('.', ','))
                .set("Beitritt", Slips.DOTTED.format(person.membership().signup()));
    }

    private long spent(Person person) {
        return setting.behaviour().live(person).lines().stream()
                .mapToLong(Life.TillLine::cents)
                .sum();
    }
}
