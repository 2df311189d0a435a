package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Latest latest = new Latest();
    private final List<Consumer<Outcome<String>>> started = new ArrayList<>();
    private final List<Integer> cancelled = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    private JobRunner.Running start(Consumer<Outcome<String>> whenEnded) {
        int number = started.size();
        started.add(whenEnded);
        return () -> cancelled.add(number);
    }

    private void ask() {
        latest.<String>ask(this::start, outcome -> told.add(((Outcome.Done<String>) outcome).value()), late::add);
    }

    @Test
    void tellsTheAnswerToTheLatestQuestionAlone() {
        ask();
        ask();
        assertThat(cancelled).containsExactly(0);
        started.getLast().accept(new Outcome.Done<>("two"));
        started.getFirst().accept(new Outcome.Done<>("one"));
        assertThat(told).containsExactly("two");
        assertThat(late).as("it ended before it could be cancelled").containsExactly("one");
    }

    @Test
    void tellsNothingOfWhatWasForgotten() {
        ask();
        latest.forget();
        started.getFirst().accept(new Outcome.Cancelled<>());
        assertThat(cancelled).containsExactly(0);
        assertThat(told).isEmpty();
        assertThat(late).isEmpty();
    }
}
