package corymb.embedding;

/** A rectangle on a map. */
public record MapRegion(double left, double right, double bottom, double top) {
    public boolean holds(double x, double y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }
}
