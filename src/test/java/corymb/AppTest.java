package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.ui.kit.Fx;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
class AppTest {
    private final Stage stage = Fx.get(Stage::new);

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private void open(double width, double height, Rectangle2D screen) {
        Fx.run(() -> {
            stage.setScene(new Scene(new StackPane(), width, height));
            stage.show();
            App.fitIn(screen, stage);
        });
    }

    @Test
    void aWindowLargerThanItsScreenTakesAllOfItAndNoMore() {
        open(1440, 900, new Rectangle2D(10, 20, 800, 600));
        assertThat(stage.getX()).isEqualTo(10);
        assertThat(stage.getY()).isEqualTo(20);
        assertThat(stage.getWidth()).isEqualTo(800);
        assertThat(stage.getHeight()).isEqualTo(600);
    }

    @Test
    void aWindowThatFitsKeepsItsSizeButIsNoSmallerThanThePagesNeed() {
        open(900, 700, new Rectangle2D(0, 0, 1920, 1080));
        assertThat(stage.getMinWidth()).isEqualTo(1024);
        assertThat(stage.getHeight()).isEqualTo(700);
    }
}
