package corymb.clustering;

import java.util.List;

/**
 * A cluster told by ranges of its columns.
 *
 * @param cluster which cluster
 * @param boxes a row belongs to it where it lies in one of these; none where no question of that depth tells
 *     the cluster.
 * @param fit how well they tell it, on all rows
 * @param heldOut how well boxes that were made without a row tell where the row belongs
 */
public record ClusterBoxes(int cluster, List<Box> boxes, Fit fit, Fit heldOut) {
    public ClusterBoxes {
        boxes = List.copyOf(boxes);
    }
}
