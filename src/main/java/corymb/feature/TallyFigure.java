package corymb.feature;

/** What {@link LevelTally} can tell of a customer's events. */
sealed interface TallyFigure permits LevelFigure.Kind, DayFigure {
    /** The figure of the customer whose levels were counted; NaN where there is none. */
    double of(LevelTally tally);
}
