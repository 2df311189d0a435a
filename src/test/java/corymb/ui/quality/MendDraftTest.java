package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.quality.Check;
import corymb.quality.Expectation;
import corymb.quality.Finding;
import corymb.quality.Severity;
import corymb.quality.Spelling;
import corymb.quality.StatedCheck;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.repair.Lookup;
import corymb.repair.Repair;
import corymb.repair.Repair.Rate;
import corymb.repair.TextRepair;
import corymb.work.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is answered in the sheet, and what findings fill in. */
class MendDraftTest {
    /** What stands in the list can be edited: it comes out of the sheet as it went in. */
    @Test
    void everyKindCanBeEdited() {
        var all = List.<Repair>of(
                new TextRepair.Trim(List.of("city", "a, b")),
                new TextRepair.Casing(List.of("city"), TextRepair.Letters.UPPER),
                new TextRepair.Unicode(List.of("city"), TextRepair.Form.NFKC),
                new TextRepair.Countries("country", TextRepair.CountryCode.ALPHA3),
                new TextRepair.Phones("phone", "country", "CH"),
                new TextRepair.Phones("phone", "", ""),
                new TextRepair.Regions("state", "country", "US"),
                new TextRepair.Emails("email"),
                new Repair.Dates("ordered", DayOrder.MONTH_FIRST),
                new Repair.Numbers("price", DecimalMark.COMMA),
                new Repair.Booleans("opted_in"),
                new Repair.Codes("channel"),
                new Lookup("crm", List.of(new Lookup.Key("email", "")), List.of(), 0, Lookup.Several.NONE, ""),
                new Lookup(
                        "crm",
                        List.of(new Lookup.Key("mail", "email"), new Lookup.Key("zip", "")),
                        List.of(new Lookup.Brought("id", "customer_id"), new Lookup.Brought("tier", "")),
                        0.85,
                        Lookup.Several.NEWEST,
                        "created_at"),
                new Repair.Impute("age", Repair.Imputation.MODEL, List.of(), List.of("income", "city"), 0),
                new Repair.Impute("age", Repair.Imputation.MEDIAN, List.of("country"), List.of(), 0),
                new Repair.Impute("age", Repair.Imputation.NEAREST, List.of(), List.of("income"), 7),
                new Repair.Winsorise("age", 0.015, 0),
                new Repair.Utc("timestamp", "Europe/Zurich"),
                new Repair.Convert("value", "", "", List.of(new Rate("", 0.001))),
                new Repair.Convert("value", "currency", "EUR", List.of(new Rate("CHF", 1.05), new Rate("US $", 0.92))),
                new Repair.Bots("session", "timestamp", 60, "agent", List.of("bot", "curl/")),
                new Repair.Bots("session", "", 0, "agent", List.of("bot")));
        assertThat(all)
                .allSatisfy(repair -> assertThat(MendDraft.of(repair).repair()).isEqualTo(repair));
    }

    @Test
    void whatIsMissingOrCannotBeIsSaid() {
        assertThatThrownBy(() -> MendDraft.empty(MendKind.EMAILS).repair())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Still to be said: Column.");
        var half = MendDraft.empty(MendKind.WINSORISE).with(Ask.COLUMN, "age").with(Ask.LOW, "50");
        assertThatThrownBy(half::repair).isInstanceOf(Failure.class).hasMessageContaining("from 0 to below 0.5");
        assertThatThrownBy(() -> half.with(Ask.LOW, "much").repair())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("This is not a number.");
    }

    @Test
    void keysStandInPairs() {
        var draft = MendDraft.empty(MendKind.LOOKUP)
                .with(Ask.OTHER, "crm")
                .with(Ask.SEVERAL, "NONE")
                .with(Ask.KEYS, List.of("mail", "zip"));
        assertThatThrownBy(() -> draft.with(Ask.OTHER_KEYS, "email").repair())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There must be as many columns there as here.");
        assertThat(((Lookup) draft.repair()).keys())
                .containsExactly(new Lookup.Key("mail", "mail"), new Lookup.Key("zip", "zip"));
    }

    @Test
    void aCountryIsGivenByItsNameToo() {
        var draft = MendDraft.empty(MendKind.PHONES).with(Ask.COLUMN, "phone").with(Ask.REGION, "Switzerland");
        assertThat(draft.repair()).isEqualTo(new TextRepair.Phones("phone", "", "CH"));
    }

    private static Optional<MendDraft> remedy(Check check) {
        var finding = new Finding(check, Severity.WARNING, "", 3, "", "");
        return Remedies.of(finding, Optional.empty()).map(Mending::draft);
    }

    private static MendDraft about(MendKind kind, String column) {
        return MendDraft.empty(kind).with(Ask.COLUMN, column);
    }

    @Test
    void findingsLeadToTheirRepairs() {
        assertThat(remedy(new Check.Missing("age"))).contains(about(MendKind.IMPUTE, "age"));
        assertThat(remedy(new Check.Shape("phone", Check.Pattern.COUNTRY_CODE)))
                .contains(about(MendKind.PHONES, "phone"));
        assertThat(remedy(new Check.Shape("email", Check.Pattern.EMAIL))).contains(about(MendKind.EMAILS, "email"));
        assertThat(remedy(new Check.OddSpelling("country", List.of(new Spelling("Germany", "DE")))))
                .contains(about(MendKind.COUNTRIES, "country"));
        assertThat(remedy(new Check.OddSpelling("gender", List.of(new Spelling("male", "")))))
                .contains(about(MendKind.DICTIONARY, "gender"));
        assertThat(remedy(new Check.Capitals("city")).orElseThrow().repair())
                .isEqualTo(new TextRepair.Casing(List.of("city"), TextRepair.Letters.TITLE));
        assertThat(remedy(new Check.Blanks("city")).orElseThrow().repair())
                .isEqualTo(new TextRepair.Trim(List.of("city")));
        var inSet = new Expectation.InSet("gender", List.of(new corymb.sql.Expression.TextConstant("f")));
        assertThat(remedy(new Check.Stated(StatedCheck.of("crm", inSet), List.of())))
                .contains(about(MendKind.DICTIONARY, "gender"));
    }

    /** A likely address in the place of a missing one would be that of somebody else. */
    @Test
    void whatNoRepairMendsLeadsNowhere() {
        assertThat(remedy(new Check.Missing("email"))).isEmpty();
        assertThat(remedy(new Check.RepeatedKey("id"))).isEmpty();
        assertThat(remedy(new Check.Shape("postcode", Check.Pattern.POSTCODE))).isEmpty();
    }

    /** Times two hours after those of another column were read from a clock two hours ahead of it. */
    @Test
    void theClockThatIsAheadIsMoved() {
        assertThat(remedy(new Check.Skewed("ordered", "paid", 120))
                        .orElseThrow()
                        .repair())
                .isEqualTo(new Repair.Utc("paid", "+02:00"));
        assertThat(remedy(new Check.Skewed("ordered", "paid", -90))
                        .orElseThrow()
                        .repair())
                .isEqualTo(new Repair.Utc("ordered", "+01:30"));
    }
}
