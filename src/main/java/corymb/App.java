package corymb;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window. */
public final class App extends Application {
    @Override
    public void start(Stage stage) {
        stage.setTitle("Corymb");
        stage.setScene(new Scene(new StackPane(), 1440, 900));
        stage.show();
    }
}
