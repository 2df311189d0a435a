package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which field a column fills is told by its name in many languages, and by what its values stand for where the name says nothing. */
class MeaningsTest {
    @TempDir
    Path folder;

    private Map<String, String> mapped(Role role, String header, IntFunction<String> row) {
        var text = IntStream.range(0, 200).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
        var fields = new HashMap<String, String>();
        var detected = FileDetection.detect(Imports.write(folder, "table.csv", text), Progress.NONE);
        for (var plan : MappingProposal.propose(detected, role)) {
            if (plan.target() instanceof Target.ToField(var field)) {
                fields.put(plan.column(), field);
            }
        }
        return fields;
    }

    private static String meaning(String name, List<String> values) {
        return ColumnDetection.of(name, values, java.util.Optional.empty(), true)
                .guesses()
                .meaning()
                .value();
    }

    @Test
    void columnsWithoutANameThatSaysAnythingAreToldByTheirValues() {
        var random = new Seed(1).derive("people").generator();
        var countries = List.of("Germany", "Österreich", "France", "Polska", "Sverige");
        var fields = mapped(
                Role.CUSTOMERS,
                "c1;c2;c3;c4;c5;c6",
                i -> "kunde" + i + "@example.org;+49 30 " + (1_000_000 + random.nextInt(9_000_000)) + ";"
                        + countries.get(i % 5) + ";" + (1000 + random.nextInt(9000)) + " AB;"
                        + LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000)) + ";" + i % 17);
        assertThat(fields)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("c1", "email", "c2", "phone", "c3", "country", "c4", "postcode", "c5", "birth_date"));
    }

    @Test
    void moneyIsTheValueOfAnEventAndThePriceOfAnItem() {
        assertThat(mapped(Role.EVENTS, "customer_id;timestamp;c3", i -> i + ";2025-03-04;" + i + ",50 €"))
                .containsEntry("c3", "value");
        assertThat(mapped(Role.ITEMS, "item_id;c2", i -> "a" + i + ";€ " + i + ".99"))
                .containsEntry("c2", "price");
    }

    @Test
    void aColumnAboutAnAddressOrTelephoneIsNone() {
        var fields = mapped(
                Role.CUSTOMERS,
                "customer_id;email_opened;PhoneService;billing_email;phone_home",
                i -> i + ";" + (i % 3 == 0 ? "no" : "yes") + ";" + (i % 2 == 0 ? "Yes" : "No") + ";a" + i
                        + "@example.org;+49 30 " + (1_000_000 + i));
        assertThat(fields)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("customer_id", "id", "billing_email", "email", "phone_home", "phone"));
    }

    @Test
    void answersAreNoCountriesThoughTheyAreWrittenLikeSome() {
        assertThat(mapped(Role.CUSTOMERS, "id;churn;socio", i -> i + ";" + (i % 10 == 0 ? "Yes" : "No") + ";SI"))
                .containsOnlyKeys("id");
        var nordic = List.of("NO", "SE", "DK", "FI", "NO");
        assertThat(mapped(Role.CUSTOMERS, "id;land", i -> i + ";" + nordic.get(i % 5)))
                .containsEntry("land", "country");
    }

    @Test
    void aNameThatSaysSomethingElseIsBelieved() {
        var fields =
                mapped(Role.CUSTOMERS, "id;product;language", i -> i + ";" + (i % 2 == 0 ? "France" : "Spain") + ";DE");
        assertThat(fields).containsOnlyKeys("id", "language");
    }

    @Test
    void datesAreNoTelephoneNumbersAndOrdersNoBirths() {
        var days = IntStream.range(0, 300)
                .mapToObj(i -> LocalDate.of(2023, 1, 1).plusDays(i * 2L))
                .toList();
        var iso = days.stream().map(LocalDate::toString).toList();
        var slashed = days.stream()
                .map(day -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()))
                .toList();
        assertThat(meaning("c1", iso)).isEmpty();
        assertThat(meaning("c1", slashed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+44 20 7946 0958",
        "0049 30 123456",
        "030/1234567",
        "(030) 123456",
        "(555) 123-4567",
        "555-123-4567",
        "612 345 678"
    })
    void telephoneNumbersOfManyCountriesAreToldByTheirShape(String number) {
        assertThat(meaning("c1", List.of(number, number, number))).isEqualTo("PHONE");
    }

    @Test
    void namesOfHarboursAreNoNamesOfPeople() {
        var harbours = List.of("NANOK", "ESKIMONAES", "KEFLAVIK", "HAFNARFJORDUR");
        assertThat(meaning("Main_port_name", harbours)).isEmpty();
        assertThat(meaning("customer_name", List.of("Ada Lovelace", "Emil Post", "Eve Noether")))
                .isEqualTo("PERSON_NAME");
    }

    @Test
    void statesOfAmericaAreNoCountries() {
        var states = List.of("NY", "TX", "CA", "FL", "OH", "WA", "OR", "NJ", "MI", "WI", "CT", "NH", "GA", "IL");
        assertThat(meaning("c1", states)).isEmpty();
    }

    /** How shops of these countries head the columns of their exports of customers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kundennummer;Vorname;Nachname;Geburtsdatum;Straße;Ort;PLZ;Land;Telefon",
                "Numéro client;Prénom;Nom;Date de naissance;Adresse;Ville;Code postal;Pays;Téléphone",
                "Id cliente;Nombre;Apellidos;Fecha de nacimiento;Dirección;Ciudad;Código postal;País;Teléfono",
                "Codice cliente;Nome;Cognome;Data di nascita;Indirizzo;Città;CAP;Paese;Cellulare",
                "Klantnummer;Voornaam;Achternaam;Geboortedatum;Straat;Woonplaats;Postcode;Land;Telefoonnummer",
                "Código cliente;Nome;Apelido;Data de nascimento;Morada;Cidade;Código postal;País;Telemóvel",
                "Numer klienta;Imię;Nazwisko;Data urodzenia;Ulica;Miasto;Kod pocztowy;Kraj;Numer telefonu",
                "Kundnummer;Förnamn;Efternamn;Födelsedatum;Gatuadress;Ort;Postnummer;Land;Mobilnummer",
                "Kundenummer;Fornavn;Etternavn;Fødselsdato;Gateadresse;Poststed;Postnummer;Land;Tlf"
            })
    void customersAreToldByTheirNamesInManyLanguages(String header) {
        var names = header.split(";", -1);
        var fields = mapped(
                Role.CUSTOMERS,
                header,
                i -> i + ";Ada;Berg;1980-01-0" + (1 + i % 9) + ";Weg " + i + ";Bonn;1234" + i % 10 + ";X;0170 12345"
                        + i);
        var expected = List.of(
                "id", "given_name", "family_name", "birth_date", "street", "city", "postcode", "country", "phone");
        for (int i = 0; i < names.length; i++) {
            assertThat(fields).as(names[i]).containsEntry(names[i], expected.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kundennummer;Bestelldatum;Betrag;Artikelnummer;Menge;Bestellnummer",
                "Id client;Date commande;Montant;Code article;Quantité;Numéro commande",
                "Codice cliente;Data ordine;Importo;Codice prodotto;Quantità;Numero ordine",
                "Código cliente;Data compra;Valor;Código produto;Quantidade;Encomenda",
                "Id klienta;Data zamówienia;Kwota;Kod produktu;Ilość;Numer zamówienia",
                "Kundnummer;Orderdatum;Belopp;Artikelnummer;Antal;Ordernummer"
            })
    void ordersAreToldByTheirNamesInManyLanguages(String header) {
        var names = header.split(";", -1);
        var fields = mapped(
                Role.EVENTS, header, i -> i + ";2025-01-0" + (1 + i % 9) + ";" + i + ";A" + i + ";" + i % 5 + ";B" + i);
        var expected = List.of("customer_id", "timestamp", "value", "item_id", "quantity", "order_id");
        for (int i = 0; i < names.length; i++) {
            assertThat(fields).as(names[i]).containsEntry(names[i], expected.get(i));
        }
    }
}
