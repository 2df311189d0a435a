package corymb.world;

/** Amounts in euros, written with two decimals. */
final class Money {
    private Money() {}

    static String text(long cents) {
        long rest = Math.abs(cents % 100);
        return (cents < 0 ? "-" : "") + Math.abs(cents / 100) + (rest < 10 ? ".0" : ".") + rest;
    }
}
