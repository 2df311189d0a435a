package corymb.experiment;

/**
 * How the people who take part come in.
 *
 * @param variants how many groups there are, control among them; at least 2
 * @param daily how many people come in a day, in all groups together; 0 when not known
 */
public record Traffic(int variants, long daily) {
    public static final Traffic TWO_VARIANTS = new Traffic(2, 0);
}
