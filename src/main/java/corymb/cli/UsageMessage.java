package corymb.cli;

import corymb.work.NearName;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a call of a command, in words for the person who made it. */
final class UsageMessage {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class);

    private UsageMessage() {}

    static String of(ParameterException wrong) {
        var argument = wrong.getArgSpec();
        var value = wrong.getValue();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return argument == null || value == null || wrong.getCause() == null
                ? String.valueOf(wrong.getMessage())
                : misread(argument, value, String.valueOf(wrong.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        var word = unmatched.getUnmatched().getFirst();
        var command = unmatched.getCommandLine();
        if (unmatched.isUnknownOption()) {
            var options = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return "There is no option " + word + "." + meant(word, options);
        }
        var commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "There is one argument too many: “" + word + "”."
                : "There is no command “" + word + "”." + meant(word, List.copyOf(commands));
    }

    private static String meant(String word, List<String> names) {
        return NearName.of(word, names)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
    }

    private static String misread(ArgSpec argument, String value, String otherwise) {
        var name = argument instanceof OptionSpec option
                ? option.longestName()
                : argument.paramLabel().replaceAll("[<>]", "");
        var type = argument.typeInfo().getAuxiliaryTypes().length == 0
                ? argument.type()
                : argument.typeInfo().getAuxiliaryTypes()[0];
        if (type.isEnum()) {
            var choices = choices(type);
            return name + " is one of " + String.join(", ", choices) + "; not “" + value + "”." + meant(value, choices);
        }
        if (WHOLE.contains(type) || DECIMAL.contains(type)) {
            var kind = WHOLE.contains(type) ? "a whole number" : "a number with a decimal point, such as 0.5";
            return name + " is " + kind + "; not “" + value + "”.";
        }
        return type == LocalDate.class ? name + " is a date such as 2026-05-01; not “" + value + "”." : otherwise;
    }

    private static List<String> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
