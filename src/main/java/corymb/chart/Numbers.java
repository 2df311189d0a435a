package corymb.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes numbers and times as a person reads them; what is not a number becomes a dash. */
public record Numbers(Locale locale) {
    /** Stands for a value that is missing. */
    public static final String MISSING = "–";

    private static final double NEARLY_ALL = 99.9;
    private static final double LEAST_PERCENT = 0.1;
    private static final int PROSE_FIGURES = 3;

    /** As this machine's owner writes. */
    public static Numbers local() {
        return new Numbers(Locale.getDefault(Locale.Category.FORMAT));
    }

    /** A count: 1,234,567. */
    public String count(long value) {
        return format(0).format(value);
    }

    /** Three significant figures, for sentences: 0.473, 12.3, 5,910. */
    public String prose(double value) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        var rounded = BigDecimal.valueOf(value).round(new MathContext(PROSE_FIGURES, RoundingMode.HALF_EVEN));
        return format(Math.clamp(rounded.stripTrailingZeros().scale(), 0, 6)).format(rounded);
    }

    /** As exact as it was given, up to ten decimals, for tables and tooltips. */
    public String exact(double value) {
        return Double.isFinite(value) ? format(10).format(value) : MISSING;
    }

    /** With so many decimals, for numbers under each other. */
    public String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        var format = format(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(value);
    }

    /**
     * The numbers along an axis, which are all written alike.
     *
     * @param greatest the one furthest from zero
     * @param step the distance from one to the next
     */
    public record Ticks(double greatest, double step) {
        /** From ten thousand on in thousands, and so on, as no axis has room for long numbers. */
        private double unit() {
            double size = Math.abs(greatest);
            return size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
        }

        private String sign() {
            double unit = unit();
            return unit == 1e9 ? " bn" : unit == 1e6 ? " M" : unit == 1e3 ? " k" : "";
        }

        private int decimals(double unit) {
            var each = BigDecimal.valueOf(step / unit).round(new MathContext(PROSE_FIGURES, RoundingMode.HALF_EVEN));
            return Math.clamp(each.stripTrailingZeros().scale(), 0, 6);
        }
    }

    /** A number beside an axis, in the unit and with the decimals of all of them: 0, 5 k, 10 k. */
    public String tick(double value, Ticks ticks) {
        return value == 0 ? "0" : fixed(value / ticks.unit(), ticks.decimals(ticks.unit())) + ticks.sign();
    }

    /** In four letters at most, where there is no room for more: 1.5 k, 12 k, 3.2 M. */
    public String brief(double value) {
        double size = Math.abs(value);
        double unit = unit(size);
        return inUnits(value, unit, size / unit < 9.95 ? unit / 10 : unit);
    }

    /** In three letters at most, where even four have no room: thousands, millions and more without decimals, 2 k. */
    String briefest(double value) {
        double unit = unit(Math.abs(value));
        return unit == 1 ? brief(value) : inUnits(value, unit, unit);
    }

    private static double unit(double size) {
        return size >= 999.5e6 ? 1e9 : size >= 999.5e3 ? 1e6 : size >= 999.5 ? 1e3 : 1;
    }

    private String inUnits(double value, double unit, double step) {
        return tick(value, new Ticks(unit == 1e3 ? 1e4 : unit, step));
    }

    /** A share beside an axis, as percent with the decimals of all of them: 0 %, 2.5 %, 5.0 %. */
    public String percentTick(double share, Ticks ticks) {
        return (share == 0 ? "0" : fixed(share * 100, ticks.decimals(0.01))) + "\u00A0%";
    }

    /**
     * A share as percent, with one decimal under 10 % and over 99 %: 0.0473 is 4.7 %. What is less than all is never 100 %, and what
     * is more than none never 0 %.
     */
    public String percent(double share) {
        if (!Double.isFinite(share)) {
            return MISSING;
        }
        double percent = share * 100;
        if (percent > 0 && percent < LEAST_PERCENT / 2) {
            return "<\u00A0" + fixed(LEAST_PERCENT, 1) + "\u00A0%";
        }
        boolean isNearlyAll = percent > 99 && percent < 100;
        int decimals = (Math.abs(percent) < 9.95 || isNearlyAll) && percent != Math.rint(percent) ? 1 : 0;
        return format(decimals).format(isNearlyAll ? Math.min(percent, NEARLY_ALL) : percent) + "\u00A0%";
    }

    /** How long something takes: 0.4 s, 12 s, 3 min, 2 h 5 min. */
    public String duration(Duration length) {
        long seconds = Math.round(length.toMillis() / 1000.0);
        if (length.toMillis() < 9_950) {
            return prose(Math.round(length.toMillis() / 100.0) / 10.0) + " s";
        }
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** How long ago, or the day when that was longer ago than yesterday. */
    public String ago(Instant then, Instant now, ZoneId zone) {
        long minutes = Duration.between(then, now).toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return minutes + " min ago";
        }
        return minutes < 24 * 60 ? minutes / 60 + " h ago" : date(LocalDate.ofInstant(then, zone));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    /** A size in bytes: 812 B, 4.2 MB. */
    public String bytes(long size) {
        return size < 1_000 ? size + " B" : size < 1_000_000 ? prose(size / 1e3) + " kB" : prose(size / 1e6) + " MB";
    }

    private NumberFormat format(int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        if (format instanceof DecimalFormat decimal) {
            var symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('−');
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }
}
