package corymb.settings;

/**
 * When a project is brought up to date by itself while it is open.
 *
 * @param isAfterSteps whether after each step that leaves something behind, such as an import
 * @param minutes every so many minutes, where something was left behind; 0 for not at all
 */
public record Refreshing(boolean isAfterSteps, int minutes) {
    public static final Refreshing NEVER = new Refreshing(false, 0);

    private static final int MOST_MINUTES = 24 * 60;

    public Refreshing {
        minutes = Math.clamp(minutes, 0, MOST_MINUTES);
    }

    public Refreshing afterSteps(boolean isWanted) {
        return new Refreshing(isWanted, minutes);
    }

    public Refreshing every(int otherMinutes) {
        return new Refreshing(isAfterSteps, otherMinutes);
    }
}
