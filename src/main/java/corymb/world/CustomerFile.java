package corymb.world;

import corymb.work.Progress;
import corymb.world.Draft.Fault;
import corymb.world.Draft.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The customer file of the shop system: one record per account, with all the dirt of real ones. */
final class CustomerFile {
    static final String NAME = "crm_customers.csv";

    private static final List<String> HEADER = List.of(
            "customer_id",
            "first_name",
            "last_name",
            "email",
            "phone",
            "date_of_birth",
            "gender",
            "street",
            "city",
            "postcode",
            "country",
            "signup_date",
            "marketing_channel");
    private static final double REPEATED = 0.004;
    private static final double NO_PHONE = 0.2;
    private static final double NO_GENDER = 0.12;

    private final Setting setting;
    private final Chance chance;

    CustomerFile(Setting setting) {
        this.setting = setting;
        chance = setting.chance(NAME);
    }

    void write(Path folder, Truth truth, Progress progress) throws IOException {
        var register = setting.register();
        try (var sheet = new DirtySheet(
                NAME, new Sheet(folder.resolve(NAME), HEADER), truth, setting.chance("repeats"), REPEATED)) {
            for (int number = 1; number <= register.size(); number++) {
                progress.report((double) number / register.size(), "Writing customers");
                writeRecord(number, sheet, truth);
            }
        }
    }

    private void writeRecord(int number, DirtySheet sheet, Truth truth) {
        var entry = setting.register().entry(number);
        var person = setting.people().person(entry.person());
        var draft = entry.second() ? secondRecord(number, person) : record(number, person);
        soil(draft);
        var place = sheet.write(Register.id(number), draft);
        truth.belongs(person, place);
        if (entry.second()) {
            var first = setting.register().customerId(person.index());
            truth.planted(place, new Fault("", "duplicate_person", Register.id(number), first));
        }
    }

    private Draft record(int number, Person person) {
        var traits = person.traits();
        var draft = new Draft()
                .set("customer_id", Register.id(number))
                .set("first_name", traits.firstName())
                .set("last_name", person.home().familyName())
                .set("email", traits.email())
                .set("phone", chance.happens(NO_PHONE) ? "" : traits.phone())
                .set("date_of_birth", traits.born().toString())
                .set("gender", chance.happens(NO_GENDER) ? "" : traits.gender());
        setAddress(draft, person.home().address());
        return draft.set("signup_date", person.membership().signup().toString())
                .set("marketing_channel", person.membership().channel());
    }

    private static void setAddress(Draft draft, Country.Address address) {
        draft.set("street", address.street())
                .set("city", address.city())
                .set("postcode", address.postcode())
                .set("country", address.country().name());
    }

    /** The record of someone who signed up again: other spellings, perhaps another address. */
    private Draft secondRecord(int number, Person person) {
        var draft = record(number, person);
        var signup = setting.register().secondSignup(person.index());
        draft.set("signup_date", signup.map(LocalDate::toString).orElse(draft.get("signup_date")));
        if (chance.happens(0.4)) {
            var home = person.home();
            setAddress(draft, home.country().drawAddress(home.language(), chance));
        }
        draft.spoil("first_name", new Flaw("nickname", 0.5, Slips::nickname), chance);
        draft.spoil("first_name", new Flaw("typo", 0.15, Slips::typo), chance);
        draft.spoil("last_name", new Flaw("transliterated", 0.4, Slips::transliterated), chance);
        draft.spoil("last_name", new Flaw("typo", 0.35, Slips::typo), chance);
        draft.spoil("email", new Flaw("email_variant", 0.6, Slips::otherEmail), chance);
        draft.spoil("phone", new Flaw("phone_format", 0.4, Slips::otherPhoneFormat), chance);
        draft.spoil("date_of_birth", new Flaw("day_month_swapped", 0.12, Slips::dayAndMonthSwapped), chance);
        return draft;
    }

    private void soil(Draft draft) {
        soilNames(draft);
        soilContact(draft);
        soilPlace(draft);
        draft.spoil("customer_id", new Flaw("missing_id", 0.002, Slips::missing), chance);
        draft.spoil("date_of_birth", new Flaw("missing", 0.05, Slips::missing), chance);
        draft.spoil("date_of_birth", new Flaw("impossible", 0.008, Slips::impossibleBirth), chance);
        draft.spoil("date_of_birth", new Flaw("date_format", 0.18, Slips::otherDateFormat), chance);
        draft.spoil("signup_date", new Flaw("impossible", 0.003, Slips::inTheFuture), chance);
        draft.spoil("signup_date", new Flaw("date_format", 0.07, Slips::otherDateFormat), chance);
        draft.spoil("gender", new Flaw("code", 0.03, Slips::genderWord), chance);
    }

    private void soilNames(Draft draft) {
        for (var column : List.of("first_name", "last_name")) {
            draft.spoil(column, new Flaw("misread_charset", 0.01, Slips::misread), chance);
            draft.spoil(column, new Flaw("stray_blanks", 0.012, Slips::strayBlanks), chance);
            draft.spoil(column, new Flaw("upper_case", 0.015, Slips::upperCase), chance);
            draft.spoil(column, new Flaw("missing", 0.003, Slips::missing), chance);
        }
    }

    private void soilContact(Draft draft) {
        draft.spoil("email", new Flaw("missing", 0.02, Slips::missing), chance);
        draft.spoil("email", new Flaw("impossible", 0.006, Slips::brokenEmail), chance);
        draft.spoil("email", new Flaw("upper_case", 0.015, Slips::upperCase), chance);
        draft.spoil("email", new Flaw("stray_blanks", 0.008, Slips::strayBlanks), chance);
        draft.spoil("phone", new Flaw("phone_format", 0.08, Slips::otherPhoneFormat), chance);
    }

    private void soilPlace(Draft draft) {
        draft.spoil("city", new Flaw("misread_charset", 0.008, Slips::misread), chance);
        draft.spoil("city", new Flaw("upper_case", 0.015, Slips::upperCase), chance);
        draft.spoil("city", new Flaw("stray_blanks", 0.01, Slips::strayBlanks), chance);
        draft.spoil("street", new Flaw("missing", 0.015, Slips::missing), chance);
        draft.spoil("postcode", new Flaw("missing", 0.01, Slips::missing), chance);
        draft.spoil("postcode", new Flaw("impossible", 0.006, Slips::impossiblePostcode), chance);
        draft.spoil("country", new Flaw("country_spelling", 0.03, Slips::countryName), chance);
    }
}
