package corymb.feature;

/** What {@link LevelTally} can tell of a customer's events. */
sealed interface TallyFigure permits LevelFigure.Kind, DayFigure {}
