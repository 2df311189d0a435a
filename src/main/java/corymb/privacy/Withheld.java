package corymb.privacy;

/**
 * People who were kept back because they do not agree to a purpose.
 *
 * @param denied whose latest word is no
 * @param withdrawn whose latest word takes back an earlier yes
 * @param unknown who were never asked, or whose answer is none of the known ones
 */
public record Withheld(long denied, long withdrawn, long unknown) {
    /** Nobody was kept back. */
    public static final Withheld NOBODY = new Withheld(0, 0, 0);

    public long total() {
        return denied + withdrawn + unknown;
    }
}
