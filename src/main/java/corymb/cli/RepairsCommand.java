package corymb.cli;

import corymb.importing.Source;
import corymb.project.Journey;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.repair.RepairList;
import corymb.repair.RepairStep;
import corymb.repair.Repairing;
import corymb.store.RepairFile;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "repairs",
        description = "Shows the repairs of a source and changes them; the rows as they were imported stay.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  corymb repairs shop.corymb --source crm add '{\"kind\": \"trim\", \"columns\": [\"city\"]}'",
            "  corymb repairs shop.corymb --source crm preview '{\"kind\": \"phones\", \"column\": \"phone\", \"region\": \"CH\"}'",
            "  corymb repairs shop.corymb --source crm off 2      (also on, remove; move 2 1; edit 2 REPAIR; preview 2)",
            "  corymb repairs shop.corymb --source crm propose --column city --json > cities.json",
            "  corymb repairs shop.corymb --source crm add --define cities.json",
            "  corymb repairs orders.corymb --source orders unmatched 1 --side left --out unmatched.csv",
            "A lookup brings columns of another source beside the rows with the same keys there; OTHER_match says of each row whether it",
            "was exact, similar, several or none. A column that is there, such as customer_id, is filled where a row is matched. With",
            "\"similar\" texts that differ in letters match from that similarity of Jaro and Winkler, if the next one is 0.02 less alike.",
            "Outcomes and previews have \"matches\": {exact, similar, several, none, unasked}; unmatched --json gives",
            "{source, repair, side, rows, unmatched: [the first --examples rows]}.",
            "list --json and propose --json print what --define reads: a list of",
            "  {\"kind\": \"trim\", \"columns\": […]}, {\"kind\": \"casing\", \"columns\": […], \"letters\": \"lower|upper|title\"},",
            "  {\"kind\": \"unicode\", \"columns\": […], \"form\": \"nfc|nfkc\"}, {\"kind\": \"countries\", \"column\": …, \"code\": \"alpha2|alpha3\"},",
            "  {\"kind\": \"phones\", \"column\": …, \"country\": COLUMN, \"region\": \"CH\"}, {\"kind\": \"emails\", \"column\": …},",
            "  {\"kind\": \"regions\", \"column\": …, \"country\": COLUMN, \"home\": \"CH\"} to ISO 3166-2,",
            "  {\"kind\": \"dictionary\", \"column\": …, \"entries\": [{\"value\": …, \"decision\": \"replace|exclude|flag|keep\", \"replacement\": …}]}",
            "  {\"kind\": \"dates\", \"column\": …, \"order\": \"as_values_tell|day_first|month_first\"}, {\"kind\": \"booleans\", \"column\": …},",
            "  {\"kind\": \"numbers\", \"column\": …, \"mark\": \"as_values_tell|point|comma\"},",
            "  {\"kind\": \"codes\", \"column\": …} of whole numbers that are no amounts,",
            "  {\"kind\": \"impute\", \"column\": …, \"method\": \"median|mean|mode\", \"groups\": […]},",
            "  {\"kind\": \"impute\", \"column\": …, \"method\": \"nearest\", \"alike\": […], \"neighbours\": 5} of at most 5,000 known rows,",
            "  {\"kind\": \"impute\", \"column\": …, \"method\": \"model\", \"alike\": […]} from columns of any kind,",
            "  {\"kind\": \"winsorise\", \"column\": …, \"low\": 0.01, \"high\": 0.01}, {\"kind\": \"utc\", \"column\": …, \"zone\": \"Europe/Zurich\"},",
            "  {\"kind\": \"convert\", \"column\": …, \"unit\": COLUMN, \"target\": \"EUR\", \"rates\": [{\"unit\": \"CHF\", \"factor\": 1.05}]},",
            "  {\"kind\": \"bots\", \"person\": …, \"time\": …, \"perMinute\": 60, \"agent\": …, \"agents\": […]},",
            "  {\"kind\": \"lookup\", \"source\": OTHER, \"keys\": [{\"column\": \"customer_id\", \"other\": \"email\"}],",
            "   \"bring\": [{\"column\": \"id\", \"as\": \"customer_id\"}], \"similar\": 0.92, \"several\": \"none|first|newest\", \"time\": COLUMN}",
            "each with \"on\": false where it is off. They are made again at the next import into the source."
        })
final class RepairsCommand extends ProjectCommand {
    enum Action {
        LIST,
        ADD,
        REMOVE,
        ON,
        OFF,
        MOVE,
        EDIT,
        PREVIEW,
        PROPOSE,
        UNMATCHED
    }

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "ACTION",
            description =
                    "list, add, remove, on, off, move, edit, preview, propose or unmatched (default: ${DEFAULT-VALUE}).")
    private Action action = Action.LIST;

    @Parameters(index = "2..*", paramLabel = "WHAT", description = "Repairs as JSON, or their numbers in the list.")
    private List<String> what = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Whose repairs; not needed when there is one source.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--define",
            paramLabel = "FILE",
            description = "Repairs to add or preview; without an action they take the place of the list.")
    private Optional<Path> definition = Optional.empty();

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many different changes or unmatched rows to show at most (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Mixin
    private SpellingOptions spellings = new SpellingOptions();

    @Mixin
    private UnmatchedOptions unmatched = new UnmatchedOptions();

    /** A list that is to hold, and what is new in it. */
    private record Wanted(RepairList list, String what) {}

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var name = name(file);
        var list = new RepairList(source(file, name).repaired().steps());
        if (action == Action.PREVIEW) {
            return preview(journey, name, list, progress);
        }
        if (action == Action.PROPOSE) {
            return spellings.propose(this, journey, name, progress);
        }
        if (action == Action.UNMATCHED) {
            return unmatched.list(file, journey, new UnmatchedOptions.Asked(name, number(0)), examples, progress);
        }
        wanted(list)
                .ifPresent(wanted -> file.commit(
                        journey.judged(
                                (steps, part) -> steps.repairs().mend(name, wanted.list(), wanted.what(), part),
                                progress.between(0, 0.8)),
                        progress.between(0.8, 1)));
        return told(source(file, name));
    }

    private Optional<Wanted> wanted(RepairList list) {
        return switch (action) {
            case LIST -> definition.map(path -> new Wanted(new RepairList(RepairFile.read(path)), "a new list"));
            case ADD -> Optional.of(added(list));
            case REMOVE -> Optional.of(new Wanted(list.without(numbers()), "removed " + labels(list)));
            case ON -> Optional.of(new Wanted(switched(list, true), "switched on " + labels(list)));
            case OFF -> Optional.of(new Wanted(switched(list, false), "switched off " + labels(list)));
            case MOVE ->
                Optional.of(new Wanted(list.moved(number(0), number(1)), "moved " + label(list.step(number(0)))));
            case EDIT -> {
                var repair = steps(what.subList(Math.min(1, what.size()), what.size()))
                        .getFirst()
                        .repair();
                yield Optional.of(new Wanted(list.edited(number(0), repair), "changed " + repair.label()));
            }
            case PREVIEW, PROPOSE, UNMATCHED -> Optional.empty();
        };
    }

    private Wanted added(RepairList list) {
        var steps = steps(what);
        return new Wanted(
                list.and(steps),
                "added "
                        + String.join(
                                "; ", steps.stream().map(RepairsCommand::label).toList()));
    }

    private List<RepairStep> steps(List<String> texts) {
        var steps = new ArrayList<RepairStep>();
        texts.forEach(text -> steps.addAll(RepairFile.parse(text, text)));
        definition.ifPresent(path -> steps.addAll(RepairFile.read(path)));
        if (steps.isEmpty()) {
            throw wrongUsage("Give a repair as JSON, or a file of them with --define FILE.");
        }
        return steps;
    }

    private RepairList switched(RepairList list, boolean isOn) {
        var switched = list;
        for (int number : numbers()) {
            switched = switched.switched(number, isOn);
        }
        return switched;
    }

    private String labels(RepairList list) {
        return String.join(
                "; ", numbers().stream().map(number -> label(list.step(number))).toList());
    }

    private static String label(RepairStep step) {
        return step.repair().label();
    }

    private List<Integer> numbers() {
        if (what.isEmpty()) {
            throw wrongUsage("Give the numbers of the repairs, as the list counts them.");
        }
        return IntStream.range(0, what.size()).mapToObj(this::number).toList();
    }

    private int number(int position) {
        var text = position < what.size() ? what.get(position) : "";
        if (!text.matches("[0-9]{1,6}")) {
            throw wrongUsage("\"" + text + "\" is no number of a repair in the list.");
        }
        return Integer.parseInt(text);
    }

    private Reply preview(Journey journey, String name, RepairList list, Progress progress) {
        boolean isOfList =
                definition.isEmpty() && what.size() == 1 && what.getFirst().matches("[0-9]+");
        var before = new ArrayList<>(isOfList ? list.before(number(0)) : list.steps());
        var wanted = isOfList ? List.of(list.step(number(0))) : steps(what);
        var reply = new Reply();
        var previews = new ArrayList<Map<String, Object>>();
        for (var step : wanted) {
            var asked = Repairing.Preview.whole(step.repair(), examples);
            var preview = journey.repairs().tried(name, before, asked, progress);
            previews.add(RepairValues.preview(step, preview, reply));
            before.add(step);
        }
        return reply.key("source", name).key("previews", previews);
    }

    private static Reply told(Source source) {
        var outcomes = source.repaired().outcomes();
        var reply = new Reply()
                .key("source", source.name())
                .key(
                        "repairs",
                        outcomes.stream()
                                .map(outcome -> RepairFile.json(outcome.step()))
                                .toList())
                .key("outcomes", RepairValues.outcomes(source))
                .line("%s: %d repairs", source.name(), outcomes.size());
        RepairValues.tell(source, reply);
        return reply;
    }

    private String name(ProjectFile file) {
        var sources = file.history().present().sources();
        if (source.isEmpty() && sources.size() != 1) {
            throw new Problem(
                            "The project has " + sources.size() + " sources.",
                            file.path().toString(),
                            sources.isEmpty() ? "Import a file first." : "Say which with --source NAME.")
                    .asFailure();
        }
        return source.orElseGet(() -> sources.getFirst().value().name());
    }

    private static Source source(ProjectFile file, String name) {
        return new Named(file.history().present()).source(name);
    }
}
