package corymb.privacy;

/** Why personal data may leave the project. */
public sealed interface Permission {

    /** People who agreed to this purpose; all others are withheld. */
    record ForPurpose(String purpose) implements Permission {
        public ForPurpose {
            if (purpose.isBlank()) {
                throw new IllegalArgumentException("A purpose needs a name");
            }
        }
    }

    /** Everyone, whatever they agreed to, for a reason that the history keeps. */
    record WithoutConsent(String reason) implements Permission {
        /** How many characters a reason has at least. */
        public static final int SHORTEST_REASON = 10;

        public WithoutConsent {
            if (!suffices(reason)) {
                throw new IllegalArgumentException("A reason has at least " + SHORTEST_REASON + " characters");
            }
        }

        /** Whether the reason is long enough to tell anything. */
        public static boolean suffices(String reason) {
            return reason.strip().length() >= SHORTEST_REASON;
        }
    }

    /** Everyone, because the project holds no consents to go by. */
    record NoConsentsHeld() implements Permission {}
}
