package corymb.ui.kit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of the one toolkit for the other. */
final class Pictures {
    private Pictures() {}

    /** The same picture for a screen; it must hold its pixels as whole numbers, transparency multiplied in. */
    static WritableImage converted(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        var pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return image;
    }
}
