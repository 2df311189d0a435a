package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
class FrameByFrameTest {
    private final FrameByFrame frames = new FrameByFrame();
    private final List<String> done = new ArrayList<>();

    @Test
    void piecesAreDoneInTheirOrderAndNotAllAtOnce() {
        Fx.show(StackPane::new, 200, 200);
        int atOnce = Fx.get(() -> {
            frames.begin(List.of(() -> done.add("first"), () -> done.add("second")));
            return done.size();
        });
        assertThat(atOnce).isZero();
        Fx.waitUntil(() -> done.size() == 2);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void newPiecesTakeThePlaceOfWhatIsLeft() {
        Fx.show(StackPane::new, 200, 200);
        Fx.run(() -> {
            frames.begin(List.of(() -> done.add("old"), () -> done.add("older")));
            frames.begin(List.of(() -> done.add("new")));
        });
        Fx.waitUntil(() -> !done.isEmpty());
        assertThat(done).containsExactly("new");
    }
}
