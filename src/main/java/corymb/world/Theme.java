package corymb.world;

/** A part of the range with its own season. */
enum Theme {
    CLIMB('A', 200, 0.25),
    HIKE('H', 190, 0.45),
    CAMP('C', 160, 0.85),
    RUN('R', 110, 0.3),
    WINTER('W', 350, 0.92),
    GIFT('G', 345, 0.3);

    private final char letter;
    private final int peakDay;
    private final double swing;

    Theme(char letter, int peakDay, double swing) {
        this.letter = letter;
        this.peakDay = peakDay;
        this.swing = swing;
    }

    /** What the numbers of its items begin with. */
    char letter() {
        return letter;
    }

    /** How much more than on average it is wanted on a day of the year; 1 is the average. */
    double season(int dayOfYear) {
        double christmas = this == GIFT ? 3 * Season.bump(dayOfYear, peakDay, 12) : 0;
        return Season.wave(dayOfYear, peakDay, swing) + christmas;
    }
}
