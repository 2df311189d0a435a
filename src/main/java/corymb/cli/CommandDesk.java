package corymb.cli;

import corymb.project.ProjectFiles;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: every command, what it works with and where it writes.
 *
 * @param files where projects are kept
 * @param clock the time
 * @param terminal where results and messages go
 * @param window opens the window on a project
 * @param version what {@code --version} says
 */
@Command(
        name = "corymb",
        description = "Customer segmentation and personalisation. Without a command, the window opens.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            CreateCommand.class,
            InfoCommand.class,
            CheckCommand.class,
            CompactCommand.class,
            ImportCommand.class,
            BatchesCommand.class,
            RejectsCommand.class,
            RepairsCommand.class,
            QualityCommand.class,
            ChecksCommand.class,
            ResolveCommand.class,
            FeaturesCommand.class,
            ClusterCommand.class,
            GroupsCommand.class,
            PreparationsCommand.class,
            MapCommand.class,
            SegmentCommand.class,
            FunnelCommand.class,
            CohortsCommand.class,
            PathsCommand.class,
            ZoneCommand.class,
            RecommendCommand.class,
            ExperimentCommand.class,
            ExportCommand.class,
            RefreshCommand.class,
            WorldCommand.class
        })
public record CommandDesk(ProjectFiles files, Clock clock, Terminal terminal, Window window, String version) {
    private static final int WRONG_USAGE = 2;
    private static final Pattern CHOICES = Pattern.compile("expected one of \\[(.*?)] \\(case-insensitive\\)");

    /** Runs one command and gives the status the process should end with. */
    public int run(List<String> arguments) {
        var line = new CommandLine(this)
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.messages()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
        tellVersion(line);
        line.setParameterExceptionHandler((wrong, _) -> {
            var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            terminal.messages().println(sentence(UsageMessage.of(wrong)) + " See " + command + " --help.");
            return WRONG_USAGE;
        });
        return line.execute(arguments.toArray(String[]::new));
    }

    private void tellVersion(CommandLine line) {
        line.getCommandSpec().version("corymb " + version);
        line.getSubcommands().values().forEach(this::tellVersion);
    }

    /** On one line, ended by a full stop where it has no end. */
    private static String sentence(String message) {
        var line = CHOICES.matcher(message.strip().replaceAll("\\s*\\R\\s*", " "))
                .replaceFirst(found -> Matcher.quoteReplacement("expected one of " + publicly(found.group(1))));
        return line.matches(".*[.!?]") ? line : line + ".";
    }

    /** What can be chosen as it is typed: of a constant that goes by another name as well, only that. */
    private static String publicly(String constants) {
        var names = List.of(constants.toLowerCase(Locale.ROOT).split(", "));
        return names.stream()
                .filter(name -> !name.contains("_") || !names.contains(name.replace('_', '-')))
                .collect(Collectors.joining(", "));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
