package corymb.repair;

import java.util.HashSet;
import java.util.List;

/** A repair that makes of a text another one, the same wherever the text stands beside the same context. */
public sealed interface TextRepair extends Repair {
    /** The columns whose texts are repaired, at least one. */
    List<String> columns();

    /** The column whose text helps to understand the others; empty where none does. */
    default String context() {
        return "";
    }

    /** Blanks around texts are taken away, those between words become one space; nothing but blanks is missing. */
    record Trim(List<String> columns) implements TextRepair {
        public Trim {
            columns = Columns.required(columns);
        }

        @Override
        public String label() {
            return "Trim blanks in " + Columns.words(columns);
        }
    }

    /** Texts are written in small letters, in capitals, or with a capital at the beginning of each word. */
    record Casing(List<String> columns, Letters letters) implements TextRepair {
        public Casing {
            columns = Columns.required(columns);
        }

        @Override
        public String label() {
            return "Write " + Columns.words(columns)
                    + switch (letters) {
                        case LOWER -> " in small letters";
                        case UPPER -> " in capitals";
                        case TITLE -> " with capital initials";
                    };
        }
    }

    /** How letters are written. */
    enum Letters {
        LOWER,
        UPPER,
        TITLE
    }

    /** Texts are written with the same characters where they look the same. */
    record Unicode(List<String> columns, Form form) implements TextRepair {
        public Unicode {
            columns = Columns.required(columns);
        }

        @Override
        public String label() {
            return "Unicode " + form + " in " + Columns.words(columns);
        }
    }

    /** The forms of Unicode Standard Annex 15. */
    enum Form {
        /** Composed: a letter and its accent are one character. */
        NFC,
        /** Composed, and variants such as full-width letters and ligatures become plain ones. */
        NFKC
    }

    /** Each value that stands in the list becomes what was decided about it. */
    record Dictionary(String column, List<Entry> entries) implements TextRepair {
        public Dictionary {
            column = Columns.required(column);
            entries = List.copyOf(entries);
            var values = new HashSet<String>();
            for (var entry : entries) {
                if (!values.add(entry.value())) {
                    throw new IllegalArgumentException("\"" + entry.value() + "\" stands in the dictionary twice");
                }
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String label() {
            return "Dictionary of " + entries.size() + (entries.size() == 1 ? " value for " : " values for ") + column;
        }
    }

    /**
     * What was decided about a value.
     *
     * @param value the value, every character the same
     * @param decision what becomes of it
     * @param replacement what it is replaced by; empty with other decisions
     */
    record Entry(String value, Decision decision, String replacement) {
        public Entry {
            if (decision != Decision.REPLACE && !replacement.isEmpty()) {
                throw new IllegalArgumentException("Only a decision to replace has a replacement");
            }
            if (decision == Decision.REPLACE && replacement.isEmpty()) {
                throw new IllegalArgumentException("Nothing to replace \"" + value + "\" by; exclude it instead");
            }
        }
    }

    /** What becomes of a value. */
    enum Decision {
        /** It becomes another. */
        REPLACE,
        /** It is missing from now on. */
        EXCLUDE,
        /** It stays, and a column beside it says of each row whether it holds such a value. */
        FLAG,
        /** It stays as it is, and is not proposed to be merged again. */
        KEEP
    }

    /** Names and codes of countries become ISO 3166-1 codes. */
    record Countries(String column, CountryCode code) implements TextRepair {
        public Countries {
            column = Columns.required(column);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String label() {
            return "ISO country codes in " + column;
        }
    }

    /** The kinds of ISO 3166-1 codes. */
    enum CountryCode {
        /** Two letters, such as CH. */
        ALPHA2,
        /** Three letters, such as CHE. */
        ALPHA3
    }

    /**
     * Names and codes of states, provinces, cantons and other parts of countries become ISO 3166-2 codes, such as CH-ZH. A name
     * that several countries have stays where the country is not known.
     *
     * @param column where they stand
     * @param country the column with the row's country; may be empty
     * @param home the ISO 3166-1 alpha-2 code of the country where the row has none; may be empty
     */
    record Regions(String column, String country, String home) implements TextRepair {
        public Regions {
            column = Columns.required(column);
            if (!home.isEmpty() && CountryNames.code(home).filter(home::equals).isEmpty()) {
                throw new IllegalArgumentException("\"" + home + "\" is no country code such as CH");
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String context() {
            return country;
        }

        @Override
        public String label() {
            return "ISO region codes in " + column;
        }
    }

    /**
     * Telephone numbers become those of ITU-T E.164, such as +41446681800.
     *
     * @param column where they stand
     * @param country the column with the row's country, for numbers without a country code; may be empty
     * @param region the ISO 3166-1 alpha-2 code of the country where the row has none; may be empty
     */
    record Phones(String column, String country, String region) implements TextRepair {
        public Phones {
            column = Columns.required(column);
            if (!region.isEmpty() && !PhoneNumbers.isRegion(region)) {
                throw new IllegalArgumentException("\"" + region + "\" is no country code such as CH");
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String context() {
            return country;
        }

        @Override
        public String label() {
            return "International phone numbers in " + column;
        }
    }

    /** E-mail addresses are written in small letters, without blanks and what stands around them. */
    record Emails(String column) implements TextRepair {
        public Emails {
            column = Columns.required(column);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String label() {
            return "Plain e-mail addresses in " + column;
        }
    }
}
