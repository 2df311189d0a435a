package corymb.repair;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that is done to the values of a table's columns. What it does not understand it leaves as it is.
 *
 * <p>Columns are found whatever the case of their names.
 */
public sealed interface Repair
        permits TextRepair,
                Lookup,
                Repair.Dates,
                Repair.Numbers,
                Repair.Booleans,
                Repair.Codes,
                Repair.Impute,
                Repair.Winsorise,
                Repair.Bots,
                Repair.Utc,
                Repair.Convert {
    /** What it does, in words. */
    String label();

    /**
     * A column of texts becomes one of dates, or of times where one of them has a time of day. What cannot be read is missing
     * there, and stays as it was written in a column beside, named like it with {@code _unread} behind, which is made where
     * there is any.
     *
     * @param order which of two numbers is the day where a date can be read both ways
     */
    record Dates(String column, DayOrder order) implements Repair {
        public Dates {
            column = Columns.required(column);
        }

        @Override
        public String label() {
            return "Read " + column + " as dates"
                    + switch (order) {
                        case AS_VALUES_TELL -> "";
                        case DAY_FIRST -> ", the day before the month";
                        case MONTH_FIRST -> ", the month before the day";
                    };
        }
    }

    /**
     * A column of texts becomes one of numbers, without thousands marks, signs of currencies and per cents; a number in brackets
     * is below 0. Where not all have the same sign, a column beside, named like it with {@code _unit} behind, keeps them. What cannot
     * be read is missing there, and stays in a column with {@code _unread} behind.
     *
     * @param mark what stands before the decimals where a number can be read both ways
     */
    record Numbers(String column, DecimalMark mark) implements Repair {
        public Numbers {
            column = Columns.required(column);
        }

        @Override
        public String label() {
            return "Read " + column + " as numbers"
                    + switch (mark) {
                        case AS_VALUES_TELL -> "";
                        case POINT -> " with decimal points";
                        case COMMA -> " with decimal commas";
                    };
        }
    }

    /**
     * A column of texts such as yes and no, in some languages, becomes one of truth values. What cannot be read is missing
     * there, and stays in a column with {@code _unread} behind.
     */
    record Booleans(String column) implements Repair {
        public Booleans {
            column = Columns.required(column);
        }

        @Override
        public String label() {
            return "Read " + column + " as yes or no";
        }
    }

    /** A column of whole numbers that are codes, such as those of channels, becomes one of texts, so that it tells kinds, not amounts. */
    record Codes(String column) implements Repair {
        public Codes {
            column = Columns.required(column);
        }

        @Override
        public String label() {
            return "Treat " + column + " as codes";
        }
    }

    /**
     * Missing values get one that is likely; a column beside, named like it with {@code _imputed} behind, says of each row whether its
     * value was.
     *
     * @param column the column
     * @param method where the value comes from; a mean is of numbers only, a median of numbers and times
     * @param groups the columns whose values must be the same in the rows it comes from; where no row of a group has a value, all
     *     rows count
     * @param alike of the nearest rows: the columns of numbers that say how near two rows are; of a model: the columns of any
     *     kind that it goes by; at least one
     * @param neighbours of the nearest rows: how many, from 1; 0 for the usual 5
     */
    record Impute(String column, Imputation method, List<String> groups, List<String> alike, int neighbours)
            implements Repair {
        private static final int USUAL_NEIGHBOURS = 5;

        public Impute {
            column = Columns.required(column);
            groups = List.copyOf(groups);
            alike = List.copyOf(alike);
            neighbours = neighbours == 0 ? USUAL_NEIGHBOURS : neighbours;
            if (neighbours < 0) {
                throw new IllegalArgumentException("There is at least one neighbour");
            }
            boolean hasGroups = method != Imputation.NEAREST && method != Imputation.MODEL;
            if (!hasGroups && (alike.isEmpty() || !groups.isEmpty())) {
                throw new IllegalArgumentException(
                        "The nearest rows and a model need other columns in \"alike\", and no groups");
            }
        }

        @Override
        public String label() {
            var from = switch (method) {
                case MEDIAN -> "the median";
                case MEAN -> "the mean";
                case MODE -> "the most frequent value";
                case NEAREST -> "the " + neighbours + " nearest rows by " + String.join(", ", alike);
                case MODEL -> "a model of " + String.join(", ", alike);
            };
            return "Fill missing " + column + " with " + from
                    + (groups.isEmpty() ? "" : " of the same " + String.join(", ", groups));
        }
    }

    /** Where a value for a missing one comes from. */
    enum Imputation {
        MEDIAN,
        MEAN,
        MODE,
        /** The mean of the rows that are nearest, or their most frequent value. */
        NEAREST,
        /** What a linear model foretells from other columns: of numbers and times ridge regression, else a discriminant. */
        MODEL
    }

    /**
     * Numbers at the ends become the nearest one that is not cut off.
     *
     * @param low the share of the lowest values that are raised, from 0 to below 0.5
     * @param high the share of the highest values that are lowered, from 0 to below 0.5
     */
    record Winsorise(String column, double low, double high) implements Repair {
        public Winsorise {
            column = Columns.required(column);
            if (!(low >= 0 && low < 0.5 && high >= 0 && high < 0.5 && low + high > 0)) {
                throw new IllegalArgumentException("\"low\" and \"high\" are shares from 0 to below 0.5, not both 0");
            }
        }

        @Override
        public String label() {
            return "Draw in the extremes of " + column + ": lowest " + percent(low) + " %, highest " + percent(high)
                    + " %";
        }

        /** Without what binary fractions add. */
        private static String percent(double share) {
            return new BigDecimal(share * 100)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /**
     * Rows of visitors that are likely no people are marked in a column {@code is_bot}: those of whoever did more in 60 seconds than
     * people do, and those of known agents.
     *
     * @param person the column that tells visitors apart
     * @param time the column of times
     * @param perMinute how many rows of one visitor within 60 seconds are possible; 0 when that does not matter
     * @param agent the column with the name of the program; may be empty
     * @param agents what stands in names of programs that are no people, whatever its case; the usual ones where empty
     */
    record Bots(String person, String time, int perMinute, String agent, List<String> agents) implements Repair {
        static final List<String> USUAL_AGENTS = List.of(
                "bot",
                "crawl",
                "spider",
                "slurp",
                "headless",
                "curl/",
                "wget/",
                "python-",
                "java/",
                "scrapy",
                "facebookexternalhit",
                "phantomjs",
                "selenium",
                "monitor");

        public Bots {
            person = Columns.required(person);
            agents = agents.isEmpty() ? USUAL_AGENTS : List.copyOf(agents);
            if (perMinute < 0 || (perMinute == 0 && agent.isEmpty())) {
                throw new IllegalArgumentException(
                        "Give a rate in \"perMinute\" and a column \"time\", or a column \"agent\"");
            }
            if (perMinute > 0) {
                Columns.required(time);
            }
        }

        @Override
        public String label() {
            return "Mark bots by " + (perMinute > 0 ? "more than " + perMinute + " rows a minute" : "")
                    + (perMinute > 0 && !agent.isEmpty() ? " and " : "") + (agent.isEmpty() ? "" : agent);
        }
    }

    /**
     * Times that were written down on the clock of a place become those of UTC.
     *
     * @param zone the place, such as Europe/Zurich, or an offset such as +02:00
     */
    record Utc(String column, String zone) implements Repair {
        public Utc {
            column = Columns.required(column);
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "\"" + zone + "\" is no time zone such as Europe/Zurich or +02:00", e);
            }
        }

        @Override
        public String label() {
            return "Times in " + column + " from " + zone + " to UTC";
        }
    }

    /**
     * Numbers in several units or currencies become numbers in one.
     *
     * @param column the numbers
     * @param unit the column with the unit of each; empty where all have the same
     * @param target the unit they have then
     * @param rates what one of each other unit is in that one; of one unit without a name where there is no column of units
     */
    record Convert(String column, String unit, String target, List<Rate> rates) implements Repair {
        public Convert {
            column = Columns.required(column);
            rates = List.copyOf(rates);
            if (rates.isEmpty() || (unit.isEmpty() && rates.size() > 1)) {
                throw new IllegalArgumentException(
                        "Give a rate for each unit, or one where there is no column of units");
            }
            if (!unit.isEmpty() && target.isBlank()) {
                throw new IllegalArgumentException("Say in \"target\" which unit the numbers have then");
            }
        }

        @Override
        public String label() {
            return "Convert " + column + (target.isEmpty() ? "" : " to " + target);
        }
    }

    /**
     * What one of a unit is in another.
     *
     * @param unit the unit, whatever its case; empty where it has no name
     * @param factor above 0
     */
    record Rate(String unit, double factor) {
        public Rate {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("A rate is a number above 0");
            }
        }
    }
}
