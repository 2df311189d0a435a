package corymb.cli;

import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(name = "resolve", description = "Builds one profile for each customer.", mixinStandardHelpOptions = true)
final class ResolveCommand extends ProjectCommand {
    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var change = (Change.CustomersResolved) journey.resolveCustomers(progress.between(0, 0.8));
        file.commit(change, progress.between(0.8, 1));
        var customers = change.customers().value();
        long links = customers.records() - (customers.customers() - customers.withoutProfile());
        return new Reply()
                .key("records", customers.records())
                .key("customers", customers.customers())
                .key("links", links)
                .key("review", 0)
                .key("joinedByEmail", customers.joinedByEmail())
                .key("withoutProfile", customers.withoutProfile())
                .key("model", JsonValues.object("method", "exact key", "keys", java.util.List.of("id", "email")))
                .line(
                        "%s %s; %,d joined by e-mail, %,d known only from events.",
                        customers.records() == 1
                                ? "1 record is"
                                : String.format(Locale.ROOT, "%,d records are", customers.records()),
                        customers.customers() == 1
                                ? "1 customer"
                                : String.format(Locale.ROOT, "%,d customers", customers.customers()),
                        customers.joinedByEmail(),
                        customers.withoutProfile());
    }
}
