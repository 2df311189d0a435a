package corymb.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** What a window shows, as pixels and as a picture in a file. */
public final class ScenePicture {
    private ScenePicture() {}

    /** The pixels of a window, row after row; on the JavaFX thread. */
    public static int[] pixels(Scene scene) {
        int width = (int) scene.getWidth();
        int height = (int) scene.getHeight();
        var pixels = new int[width * height];
        scene.snapshot(null)
                .getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Writes a picture of a window; on the JavaFX thread. */
    public static void write(Scene scene, Path file) {
        int width = (int) scene.getWidth();
        var image = new BufferedImage(width, (int) scene.getHeight(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, image.getHeight(), pixels(scene), 0, width);
        try {
            if (!ImageIO.write(image, "png", file.toFile())) {
                throw new IOException("No writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
