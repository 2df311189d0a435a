package corymb.chart;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** Charts as images and files. */
public final class ChartFiles {
    private ChartFiles() {}

    /**
     * Draws a chart.
     *
     * @param width in points
     * @param height in points
     * @param scale pixels a point
     * @param info is filled with where each mark is, in points
     */
    public static BufferedImage draw(JFreeChart chart, int width, int height, double scale, ChartRenderingInfo info) {
        var image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.transform(AffineTransform.getScaleInstance(scale, scale));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        graphics.dispose();
        return image;
    }

    /** Writes a picture as PNG at twice the size in pixels. */
    public static void writePng(JFreeChart picture, int width, int height, Path file) throws IOException {
        var image = draw(picture, width, height, 2, new ChartRenderingInfo());
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        if (!ImageIO.write(opaque, "png", file.toFile())) {
            throw new IOException("No writer for PNG");
        }
    }

    /** Writes a picture as SVG. */
    public static void writeSvg(JFreeChart picture, int width, int height, Path file) throws IOException {
        Files.writeString(file, svg(picture, width, height));
    }

    /** A picture as the text of an SVG element. */
    public static String svg(JFreeChart picture, int width, int height) {
        var graphics = new SVGGraphics2D(width, height);
        graphics.setFontFunction(ChartFiles::family);
        picture.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        return graphics.getSVGElement(null, true, new ViewBox(0, 0, width, height), null, null);
    }

    /** The face that is drawn with, or what the reader's machine has in its place, as bold. */
    private static String family(String face) {
        boolean isBold = face.contains("SemiBold");
        return '"' + face + "\", Inter, system-ui, sans-serif" + (isBold ? "; font-weight: 600" : "");
    }
}
