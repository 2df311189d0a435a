package corymb.world;

import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** The invented outdoor retailer: writes its files as such a firm would have them, and beside them the truth. */
public final class World {
    private final Setting setting;
    private final Path folder;

    private World(WorldPlan plan, Path folder) {
        setting = Setting.of(plan);
        this.folder = folder;
    }

    /**
     * Writes the files of a world into a folder, which is made when it is not there; files of the same names are replaced when
     * all are written, so that nothing half-done is left by a failure or a cancellation.
     *
     * <p>Cost: linear in people for up to 25,000, and another passage over all people for each further 25,000; memory
     * holds about 600,000 events at a time.
     *
     * @throws corymb.work.Failure when the folder cannot be written
     */
    public static void write(WorldPlan plan, Path folder, Progress progress) {
        try {
            boolean isNew = Files.notExists(folder);
            Files.createDirectories(folder);
            var growing = Files.createTempDirectory(folder, ".world-");
            try {
                new World(plan, growing).writeAll(progress);
                moveAll(growing, folder);
            } finally {
                delete(growing);
                if (isNew) {
                    deleteIfEmpty(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(
                            "The invented world could not be written.",
                            folder + ": " + e.getMessage(),
                            "Check that the folder may be written to and that the disk has room.")
                    .asFailure();
        }
    }

    private static void moveAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(folder);
    }

    private void writeAll(Progress progress) throws IOException {
        var truthFolder = Files.createDirectory(folder.resolve("truth"));
        new ProductFile(setting.catalogue()).write(folder);
        try (var truth = new Truth(truthFolder)) {
            new CustomerFile(setting).write(folder, truth, progress.between(0, 0.1));
            new LoyaltyFile(setting).write(folder, truth, progress.between(0.1, 0.2));
            new NewsletterFile(setting).write(folder, truth, progress.between(0.2, 0.25));
            new BehaviourFiles(setting, BehaviourFiles.PEOPLE_PER_STRETCH)
                    .write(folder, truth, progress.between(0.25, 0.9));
            new ConsentFile(setting).write(folder, truth, progress.between(0.9, 0.95));
        }
        new ExperimentFile(setting).write(folder, progress.between(0.95, 0.97));
        ExperimentFile.writeTruth(truthFolder);
        writeSegments(truthFolder, progress.between(0.97, 1));
        progress.report(1, "Done");
    }

    private void writeSegments(Path truthFolder, Progress progress) throws IOException {
        try (var sheet = new Sheet(truthFolder.resolve("segments.csv"), List.of("person", "customer_id", "segment"))) {
            for (int index = 0; index < setting.people().count(); index++) {
                progress.report((double) index / setting.people().count(), "Writing the truth");
                var person = setting.people().person(index);
                sheet.row(List.of(
                        person.id(),
                        setting.register().customerId(index),
                        person.persona().label()));
            }
        }
    }
}
