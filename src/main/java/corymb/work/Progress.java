package corymb.work;

import java.util.concurrent.CancellationException;

/** What a long computation tells its caller, and how the caller stops it. */
public interface Progress {
    /** Listens to nothing and never stops anybody. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String step) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Registration whenCancelled(Runnable action) {
            return () -> {};
        }
    };

    /**
     * Tells how far the work is.
     *
     * @param fraction the part that is done, 0 to 1, never less than before
     * @param step what is being done now, a short phrase
     * @throws CancellationException when the caller asked to stop
     */
    void report(double fraction, String step);

    boolean isCancelled();

    /** Runs {@code action} at once, on the cancelling thread, when the caller asks to stop before the registration is closed. */
    Registration whenCancelled(Runnable action);

    /** Leaves the computation when the caller asked to stop. */
    default void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /** The same listener, for a piece of work that takes this one from {@code from} to {@code to}. */
    default Progress between(double from, double to) {
        var whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String step) {
                whole.report(from + (to - from) * Math.clamp(fraction, 0, 1), step);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }

            @Override
            public Registration whenCancelled(Runnable action) {
                return whole.whenCancelled(action);
            }
        };
    }

    /** The same wish to stop, for one of many pieces of work at the same time, of which only the whole tells how far it is. */
    default Progress untold() {
        var whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String step) {
                whole.check();
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }

            @Override
            public Registration whenCancelled(Runnable action) {
                return whole.whenCancelled(action);
            }
        };
    }

    /** Ends a wish to be told. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
