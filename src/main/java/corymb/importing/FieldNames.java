package corymb.importing;

import corymb.table.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the fields are called in English, German, French, Dutch, Spanish, Italian, Portuguese, Polish, Swedish, Danish and Norwegian files. */
final class FieldNames {
    /** A meaning that is less sure does not tell the field. */
    private static final double LIKELY = 0.6;

    /** What harbours and products have as well as people: "port_name" tells of no person. */
    private static final Set<String> OF_ANYTHING = Set.of("name", "nome", "naam", "namn", "navn");

    private static final Map<String, List<String>> NAMES = names();

    private FieldNames() {}

    private static Map<String, List<String>> names() {
        var names = new HashMap<String, List<String>>();
        for (var line : (SYNONYMS + FURTHER).lines().toList()) {
            var parts = line.split(":", 2);
            names.merge(
                    parts[0],
                    Arrays.stream(parts[1].strip().split(" ")).toList(),
                    (some, others) -> Stream.concat(some.stream(), others.stream())
                            .distinct()
                            .toList());
        }
        return Map.copyOf(names);
    }

    private static final String SYNONYMS = """
            customer: customer_id customerid customer customer_no customer_number cust_id user_id userid user client_id member_id member_no member_number membership_no account_id contact_id person_id visitor_id subscriber_id player_id kunden_id kundennummer kundennr kunden_nr kunde kunden_no mitgliedsnummer mitglied_nr numero_client no_client id_client client klant_id klantnummer klantnr klant id_cliente numero_cliente cliente
            email: email e_mail email_address mail emailadresse e_mail_adresse mailadresse courriel adresse_email adresse_mail e_mailadres correo correo_electronico
            phone: phone phone_number telephone mobile mobile_phone cell tel telefon telefonnummer handy mobil telefoon telefoonnummer numero_de_telephone telefono movil
            given_name: given_name first_name firstname forename vorname prenom voornaam nombre
            family_name: family_name last_name lastname surname nachname familienname nom nom_de_famille achternaam apellido apellidos
            birth_date: birth_date birthdate date_of_birth dob birthday geburtsdatum geburtstag geb_datum date_de_naissance naissance geboortedatum fecha_de_nacimiento fecha_nacimiento
            gender: gender sex geschlecht sexe genre geslacht sexo genero
            street: street street_address address address_1 address_line_1 strasse anschrift adresse rue straat adres calle direccion
            city: city town ort stadt wohnort ville plaats woonplaats stad ciudad suburb
            region: region state province county bundesland provincie provincia departement estado
            postcode: postcode post_code postal_code zip zip_code zipcode plz postleitzahl code_postal codigo_postal cp
            country: country country_code land pays pais nation landcode code_pays
            language: language lang locale sprache langue taal idioma
            created_at: created_at created signup_date sign_up_date registered_at registration_date member_since joined joined_at join_date customer_since angelegt_am kunde_seit registriert_am beitritt beitrittsdatum mitglied_seit eintrittsdatum inscrit_le date_inscription aangemaakt_op lid_sinds fecha_de_alta fecha_alta subscribed_at
            timestamp: timestamp time datetime date_time event_time occurred_at date event_date created_at order_date ordered_at purchase_date transaction_date invoice_date first_seen exposed_at updated_at consented_at changed_at given_at ts datum zeitstempel zeitpunkt zeit bestelldatum kaufdatum horodatage date_heure date_commande tijdstip tijd besteldatum fecha fecha_hora hora fecha_pedido
            type: type event_type event event_name action activity typ ereignis ereignistyp aktion evenement type_evenement actie gebeurtenis evento tipo
            item_id: item_id itemid item product_id productid product sku article_id article_no product_code movie_id artikel_id artikelnummer artikelnr artikel produkt_id produkt produit_id id_produit reference_produit code_article artikelcode productnummer id_producto producto articulo
            value: value amount revenue total price order_value order_total total_amount dollar_value sales spend rating betrag umsatz wert summe gesamtbetrag preis montant valeur total_ttc bedrag waarde omzet importe valor monto
            quantity: quantity qty count units number_of_items menge anzahl stueckzahl stuckzahl quantite nombre_articles aantal hoeveelheid cantidad unidades
            order_id: order_id orderid order order_no order_number invoice_id invoice invoice_no transaction_id bestellnummer bestell_nr auftragsnummer numero_commande commande bestelnummer ordernummer numero_pedido pedido
            session_id: session_id sessionid session visit_id sitzung sitzungs_id sesion sessie
            device: device device_type platform geraet gerat appareil apparaat dispositivo
            channel: channel source medium utm_source kanal canal kanaal
            title: title name item_name product_name item_title titel bezeichnung produktname artikelname titre nom_produit naam productnaam titulo nombre nombre_producto
            category: category categories product_category genres genre department kategorie warengruppe categorie rayon categoria
            brand: brand manufacturer make marke hersteller marque merk marca
            price: price unit_price list_price preis stueckpreis prix prijs precio
            tags: tags keywords labels schlagworte stichworte mots_cles trefwoorden etiquetas
            description: description desc text beschreibung omschrijving beschrijving descripcion
            purpose: purpose consent_purpose consent_type topic channel zweck finalite but doel proposito finalidad
            status: status consent consent_status state granted opt_in value einwilligung statut etat consentement toestemming estado consentimiento
            experiment: experiment experiment_id experiment_name test test_name test_id versuch experience proef experimento prueba
            variant: variant variation version group test_group arm treatment bucket cell variante gruppe versuchsgruppe groupe groep grupo
            """;

    /** In Italian; Portuguese; Polish; Swedish, Danish and Norwegian. */
    private static final String FURTHER = """
            customer: codice_cliente num_cliente codigo_cliente cod_cliente id_klienta numer_klienta nr_klienta kod_klienta identyfikator_klienta klienta kundnummer kund_id kund_nr kundnr kund kundenummer kunde_nummer
            email: posta_elettronica indirizzo_email indirizzo_mail correio_eletronico endereco_de_email adres_email adres_e_mail poczta_elektroniczna epost e_post epostadress e_postadress mejl epostadresse
            phone: cellulare numero_di_telefono telefone telemovel celular numero_de_telefone numer_telefonu nr_telefonu telefon_komorkowy komorka mobilnummer mobiltelefon telefonnr tlf
            given_name: nome primeiro_nome nome_proprio imie fornamn tilltalsnamn fornavn
            family_name: cognome apelido sobrenome ultimo_nome nazwisko efternamn efternavn etternavn
            birth_date: data_di_nascita data_nascita nato_il data_de_nascimento data_nascimento nascimento data_urodzenia urodzony fodelsedatum fodelsedag fodt fodselsdato fodselsdag
            gender: sesso plec kon kjonn
            street: indirizzo rua morada endereco logradouro ulica adres adress gata gatuadress vej gade gateadresse adresse
            city: citta comune localita cidade localidade municipio miasto miejscowosc ort postort stad poststed
            region: regione regiao distrito wojewodztwo powiat landskap lan fylke
            postcode: cap codice_postale codigo_postal cep kod_pocztowy postnummer postnr
            country: paese nazione kraj panstwo
            language: lingua idioma jezyk sprak sprog
            created_at: data_registrazione data_di_registrazione data_iscrizione iscritto_il cliente_dal data_de_registo data_registo data_de_cadastro data_cadastro cliente_desde data_rejestracji data_utworzenia data_dolaczenia utworzono klient_od skapad registrerad registreringsdatum kund_sedan medlem_sedan oprettet opprettet kunde_siden
            timestamp: data_ora data_ordine data_acquisto data_hora data_pedido data_compra data_encomenda data_zamowienia data_zakupu data_i_czas znacznik_czasu orderdatum bestallningsdatum kopdatum tidpunkt tidsstampel ordredato dato tidspunkt data czas ora
            type: tipo_evento azione acao zdarzenie typ_zdarzenia rodzaj handelse handelsetyp haendelse hendelse
            item_id: id_prodotto codice_prodotto prodotto codice_articolo articolo id_produto codigo_produto produto artigo id_produktu kod_produktu towar artikelnr varenummer
            value: importo valore totale prezzo ricavo montante receita preco kwota wartosc wartosc_zamowienia suma cena przychod belopp varde pris belop beloeb
            quantity: quantita pezzi quantidade qtd ilosc liczba_sztuk sztuk antal mangd antall
            order_id: id_ordine numero_ordine ordine id_pedido encomenda numero_encomenda id_zamowienia numer_zamowienia nr_zamowienia zamowienie ordernr bestallningsnummer ordrenummer ordre
            session_id: sessione id_sessione sessao id_sessao sesja id_sesji
            device: urzadzenie enhet enhed
            channel: canale kanal
            title: titolo nome_prodotto titulo nome_produto nazwa nazwa_produktu tytul namn produktnamn benamning navn produktnavn nome
            category: kategoria kategori
            brand: marchio marke varumarke producent maerke
            price: prezzo preco cena pris styckpris stykpris
            tags: parole_chiave etichette palavras_chave slowa_kluczowe nyckelord nokleord
            description: descrizione descricao opis beskrivning beskrivelse
            purpose: scopo finalita finalidade cel syfte andamal formal
            status: stato consenso consentimento zgoda stan samtycke samtykke
            experiment: esperimento experimento eksperyment eksperiment
            variant: variante wariant grupa grupp gruppe
            """;

    /** The letters that are no plain letter with a mark. */
    private static final Map<String, String> LETTERS = Map.of("ł", "l", "ø", "o", "æ", "ae", "œ", "oe", "đ", "d");

    /** A column's name in plain small letters, as the names here are. */
    static String plain(String column) {
        var plain = Names.cleaned(column);
        for (var letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }

    static List<String> of(TargetField field, Role role) {
        boolean isKey = field.name().equals("customer_id");
        var key = isKey ? "customer" : field.name();
        if (role == Role.CUSTOMERS && key.equals("id")) {
            var names = new java.util.ArrayList<>(List.of("id"));
            names.addAll(NAMES.getOrDefault("customer", List.of()));
            names.addAll(List.of(
                    "rec_id",
                    "record_id",
                    "uid",
                    "unique_id",
                    "nr",
                    "nummer",
                    "no",
                    "number",
                    "loyalty_id",
                    "crm_id",
                    "subscription_id"));
            return names;
        }
        return NAMES.getOrDefault(key, List.of(key));
    }

    static boolean isKnown(String column) {
        var name = plain(column);
        return NAMES.values().stream().anyMatch(names -> names.contains(name));
    }

    /** Whether a clean name is that of a field in any language, ends with one, or is the field itself. */
    static boolean isOf(String name, String field) {
        var names = NAMES.getOrDefault(field, List.of(field));
        return name.equals(field)
                || names.contains(name)
                || names.stream()
                        .anyMatch(known ->
                                known.length() > 1 && !OF_ANYTHING.contains(known) && name.endsWith("_" + known));
    }

    /** How early the column's name stands among the names of the field. */
    static int rank(DetectedColumn column, TargetField field, Role role) {
        int index = of(field, role).indexOf(plain(column.name()));
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    static boolean isLike(DetectedColumn column, TargetField field, Role role, Closeness closeness) {
        if (!canHold(column, field)) {
            return false;
        }
        var name = plain(column.name());
        return switch (closeness) {
            case SAME -> of(field, role).contains(name) || isJoined(name, of(field, role));
            case PART ->
                isWritten(column, field)
                        && of(field, role).stream()
                                .filter(known -> known.length() > 3)
                                .anyMatch(known -> name.endsWith("_" + known) || name.startsWith(known + "_"));
            case VALUES -> isMeant(column, field);
        };
    }

    /** Whether any value is written like the field's: "email_opened" and "PhoneService" say yes or no, and are no way to reach anyone. */
    private static boolean isWritten(DetectedColumn column, TargetField field) {
        return column.examples().isEmpty()
                || Stream.of(Meaning.EMAIL, Meaning.PHONE, Meaning.POSTCODE)
                        .filter(meaning -> meaning.fields().contains(field.name()))
                        .allMatch(meaning -> column.examples().stream().anyMatch(meaning::fits));
    }

    private static boolean isJoined(String name, List<String> known) {
        var joined = name.replace("_", "");
        return joined.length() > 3
                && known.stream().anyMatch(other -> other.replace("_", "").equals(joined));
    }

    /** Whether the values tell the field, and the name tells no other; a mail address is one whatever its column is called. */
    private static boolean isMeant(DetectedColumn column, TargetField field) {
        var guess = column.guesses().meaning();
        if (guess.value().isEmpty() || guess.confidence().value() < LIKELY) {
            return false;
        }
        var meaning = Meaning.valueOf(guess.value());
        return meaning.tellsField()
                && meaning.fields().contains(field.name())
                && (meaning == Meaning.EMAIL || !isKnown(column.name()));
    }

    /** Whether values of the column's type can be values of the field. */
    private static boolean canHold(DetectedColumn column, TargetField field) {
        if (column.examples().isEmpty()) {
            return true;
        }
        return switch (field.type()) {
            case TEXT -> true;
            case DATE -> column.type().isTemporal() || isMixed(column, "\\d");
            case TIMESTAMP ->
                column.type().isTemporal() || column.type() == ColumnType.INTEGER || isMixed(column, "\\d");
            case INTEGER, DECIMAL -> column.type().isNumeric() || isMixed(column, "^[-€$£\\d.,' ]+$");
            case BOOLEAN -> column.type() == ColumnType.BOOLEAN || column.type() == ColumnType.INTEGER;
        };
    }

    private static boolean isMixed(DetectedColumn column, String pattern) {
        var part = java.util.regex.Pattern.compile(pattern);
        return column.type() == ColumnType.TEXT
                && column.examples().stream()
                        .anyMatch(value -> part.matcher(value).find());
    }

    /** How a column is told to be a field. */
    enum Closeness {
        SAME,
        PART,
        VALUES
    }
}
