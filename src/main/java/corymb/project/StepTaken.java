package corymb.project;

/** A step that was taken, and how long its work took. */
public record StepTaken(String label, double seconds) {}
