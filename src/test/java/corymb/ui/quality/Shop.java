package corymb.ui.quality;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.store.SqliteProjectFiles;
import corymb.ui.session.SampleProject;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of two imported files with known faults. */
final class Shop {
    /** Six rows: one without id and email; two with the same address; one with no country; one address that is none. */
    private static final String CUSTOMERS = """
            id,email,country,age
            1,ann@example.org,DE,31
            2,ben@example.org,DE,42
            3,ANN@example.org,AT,53
            4,not an address,DE,24
            5,eve@example.org,,35
            ,,DE,46
            """;

    /** One order of a customer nobody knows. */
    private static final String ORDERS = """
            customer_id,timestamp,value
            1,2026-01-05 10:00:00,10
            2,2026-01-06 10:00:00,20
            9,2026-01-07 10:00:00,30
            """;

    /** Three rows more, with two countries that are written out and blanks around an address. */
    static final String MISWRITTEN = """
            7,tom@example.org,Germany,46
            8,liz@example.org,Austria,57
            9,kim@example.org,DE,28
            """;

    private Shop() {}

    static ProjectFile create(Path folder) {
        return create(folder, "");
    }

    /** With more lines of customers. */
    static ProjectFile create(Path folder, String lines) {
        var file = new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"));
        add(file, folder, "customers", Role.CUSTOMERS, CUSTOMERS + lines);
        return file;
    }

    static void addOrders(ProjectFile file, Path folder) {
        add(file, folder, "orders", Role.EVENTS, ORDERS);
    }

    private static void add(ProjectFile file, Path folder, String name, Role role, String text) {
        try {
            var csv = Files.writeString(folder.resolve(name + ".csv"), text);
            var detected = FileDetection.detect(csv, Progress.NONE);
            var plan = ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
            new Journey(file, SampleProject.CLOCK)
                    .take((journey, progress) -> journey.importFile(plan, progress), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
