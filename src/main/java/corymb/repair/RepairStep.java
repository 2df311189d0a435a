package corymb.repair;

/**
 * A repair in a list of them.
 *
 * @param repair what is done
 * @param isOn whether it is done; one that is off stays in the list and changes nothing
 */
public record RepairStep(Repair repair, boolean isOn) {}
