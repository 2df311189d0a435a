package corymb.cli;

import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.quality.CheckResult;
import corymb.quality.CheckRun;
import corymb.quality.ProposedChecks.Proposal;
import corymb.quality.StatedCheck;
import corymb.quality.StatedChecks;
import corymb.table.Field;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "checks",
        description = "States what is expected of the sources, and holds them against it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Checks in a file are JSON, as list --json prints them: {\"checks\": [",
            "  {\"source\": \"crm\", \"kind\": \"required\", \"column\": \"email\", \"severity\": \"error\", \"tolerance\": 0.01},",
            "  {\"source\": \"crm\", \"kind\": \"unique\", \"columns\": [\"id\"]},",
            "  {\"source\": \"crm\", \"kind\": \"range\", \"column\": \"age\", \"from\": 18, \"to\": 110},",
            "  {\"source\": \"crm\", \"kind\": \"set\", \"column\": \"country\", \"values\": [\"DE\", \"AT\"]},",
            "  {\"source\": \"crm\", \"kind\": \"pattern\", \"column\": \"postcode\", \"pattern\": \"[0-9]{5}\"},",
            "  {\"source\": \"crm\", \"kind\": \"type\", \"column\": \"points\", \"type\": \"integer\"},",
            "  {\"source\": \"crm\", \"kind\": \"conditional\", \"when\": \"country = \\\"DE\\\"\", \"then\":",
            "    {\"kind\": \"pattern\", \"column\": \"postcode\", \"pattern\": \"[0-9]{5}\"}},",
            "  {\"source\": \"crm\", \"kind\": \"expression\", \"rule\": \"left >= joined or left is missing\"},",
            "  {\"source\": \"shop\", \"kind\": \"reference\", \"column\": \"customer_id\", \"otherSource\": \"crm\", \"otherColumn\": \"id\"},",
            "  {\"source\": \"shop\", \"kind\": \"freshness\", \"column\": \"timestamp\", \"days\": 7},",
            "  {\"source\": \"shop\", \"kind\": \"row_count\", \"from\": 1000, \"to\": 50000},",
            "  {\"source\": \"shop\", \"kind\": \"order\", \"column\": \"timestamp\", \"within\": \"customer_id\"}]}"
        })
final class ChecksCommand extends ProjectCommand {
    @Parameters(index = "1", arity = "0..1", description = "list (the default), propose, add, remove, on or off.")
    private Action action = Action.LIST;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "KIND|ID",
            description = "What kind of check to add, or the numbers of those to remove or switch.")
    private List<String> named = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "The source that a check is about.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--define",
            paramLabel = "FILE",
            description = "State the checks in this file, in place of all others of the sources it names.")
    private Optional<Path> definition = Optional.empty();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private FailOn failOn = new FailOn();

    /** What can be done with checks. */
    enum Action {
        LIST,
        PROPOSE,
        ADD,
        REMOVE,
        ON,
        OFF
    }

    @Override
    Reply run(Progress progress) throws Exception {
        if (action == Action.ADD && (named.size() != 1 || source.isEmpty())) {
            throw wrongUsage(
                    "Which check? It takes one kind and --source; a file of checks goes without the word add: --define FILE.");
        }
        if (List.of(Action.REMOVE, Action.ON, Action.OFF).contains(action)
                && (named.isEmpty() || !named.stream().allMatch(id -> id.matches("\\d{1,9}")))) {
            throw wrongUsage("Which checks? Their numbers are missing; see corymb checks PROJECT.");
        }
        return super.run(progress);
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var project = file.history().present();
        if (action == Action.PROPOSE) {
            return propose(journey, progress);
        }
        if (definition.isPresent()) {
            var read = form(file).read(definition.get());
            state(file, journey, defined(project.stated(), read), "Stated " + read.size() + " checks");
        } else if (action != Action.LIST) {
            change(file, journey);
        }
        return results(file, journey, progress);
    }

    private void change(ProjectFile file, Journey journey) {
        var checks = file.history().present().stated();
        if (action == Action.ADD) {
            var check = form(file).check(options.settings(named.getFirst(), source.orElseThrow()));
            requireFit(file, journey.checks().run(file.history().present()), check);
            state(file, journey, checks.and(check), "Stated that " + check.sentence());
            return;
        }
        var changed = checks;
        for (var id : named) {
            var check = find(checks, Long.parseLong(id));
            changed = action == Action.REMOVE
                    ? changed.without(check.id())
                    : changed.with(check.switched(action == Action.ON));
        }
        var label = switch (action) {
            case REMOVE -> "Removed checks ";
            case ON -> "Switched on checks ";
            case OFF -> "Switched off checks ";
            case LIST, PROPOSE, ADD -> "";
        };
        state(file, journey, changed, label + String.join(", ", named));
    }

    private static void state(ProjectFile file, Journey journey, StatedChecks checks, String label) {
        file.commit(journey.checks().state(checks, label), Progress.NONE);
    }

    private static StatedChecks defined(StatedChecks checks, List<StatedCheck> read) {
        var all = checks;
        for (var check : read) {
            all = all.withoutThoseOf(check.source());
        }
        for (var check : read) {
            all = all.and(check);
        }
        return all;
    }

    private static StatedCheck find(StatedChecks checks, long id) {
        return checks.find(id)
                .orElseThrow(
                        () -> new Problem("There is no check of that number.", "" + id, "See corymb checks PROJECT.")
                                .asFailure());
    }

    private static void requireFit(ProjectFile file, CheckRun run, StatedCheck check) {
        var held = new Named(file.history().present()).source(check.source());
        run.problem(held, check.expectation(), Progress.NONE).ifPresent(problem -> {
            throw problem.asFailure();
        });
    }

    private static CheckFile form(ProjectFile file) {
        return new CheckFile((source, column) -> file.history()
                .present()
                .source(source)
                .flatMap(made -> made.value().data().schema().find(column))
                .map(Field::type));
    }

    /** Says which checks the sources would pass, in the form that --define reads. */
    private Reply propose(Journey journey, Progress progress) {
        var proposals = journey.checks().proposed(progress).stream()
                .filter(proposal ->
                        source.isEmpty() || source.get().equals(proposal.check().source()))
                .toList();
        var reply = new Reply()
                .key("checks", proposals.stream().map(ChecksCommand::json).toList());
        proposals.forEach(proposal -> reply.line(
                "%s: %s. %s", proposal.check().source(), proposal.check().sentence(), proposal.reason()));
        return proposals.isEmpty() ? reply.line("There is nothing to propose.") : reply;
    }

    private static Map<String, Object> json(Proposal proposal) {
        var json = CheckFile.write(proposal.check());
        json.put("reason", proposal.reason());
        return json;
    }

    private Reply results(ProjectFile file, Journey journey, Progress progress) {
        var project = file.history().present();
        var checks = project.stated().all().stream()
                .filter(check -> source.isEmpty() || source.get().equals(check.source()))
                .toList();
        var results = results(
                project.sources(), checks, journey.checks().run(file.history().present()), progress);
        var reply = new Reply()
                .key(
                        "checks",
                        checks.stream().map(check -> json(check, results)).toList());
        checks.forEach(check -> reply.line("%s", line(check, results)));
        if (checks.isEmpty()) {
            reply.line("No checks are stated.");
        }
        return failOn.isMetBy(results) ? reply.failed() : reply;
    }

    private static List<CheckResult> results(
            List<Made<Source>> sources, List<StatedCheck> checks, CheckRun run, Progress progress) {
        var results = new ArrayList<CheckResult>();
        for (var made : sources) {
            var own = new StatedChecks(checks).of(made.value().name());
            if (!own.isEmpty()) {
                results.addAll(run.results(made.value(), own, progress));
            }
        }
        return results;
    }

    private static Map<String, Object> json(StatedCheck check, List<CheckResult> results) {
        return of(check, results).map(FailOn::json).orElseGet(() -> CheckFile.write(check));
    }

    private static String line(StatedCheck check, List<CheckResult> results) {
        return of(check, results)
                .map(FailOn::line)
                .orElseGet(() -> "%d %s: %s: %s"
                        .formatted(
                                check.id(), check.source(), check.isOn() ? "no such source" : "off", check.sentence()));
    }

    private static Optional<CheckResult> of(StatedCheck check, List<CheckResult> results) {
        return results.stream().filter(result -> result.check().equals(check)).findFirst();
    }
}
