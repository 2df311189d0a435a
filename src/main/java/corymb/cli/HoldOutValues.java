package corymb.cli;

import corymb.lifetime.HoldOut;
import java.util.Map;

/** What was foretold of purchases beside what came, as values and lines. */
final class HoldOutValues {
    private HoldOutValues() {}

    static void describe(HoldOut held, Reply reply) {
        reply.key("holdOut", values(held));
        reply.line(
                "Held out: %,.0f purchases foretold for the last %.1f weeks, %,d came, of %,d customers (mean error %.3f, correlation %.3f)",
                held.expected(), held.time(), held.actual(), held.customers(), held.meanError(), held.correlation());
        held.groups()
                .forEach(group -> reply.line(
                        "  %d%s before: %.3f foretold a customer, %.3f came",
                        group.repeats(),
                        group.repeats() == HoldOut.MOST_REPEATS ? " or more" : "",
                        group.expected() / group.customers(),
                        (double) group.actual() / group.customers()));
    }

    private static Map<String, Object> values(HoldOut held) {
        var model = held.fit().model();
        return JsonValues.object(
                "model",
                JsonValues.object(
                        "name", "BG/NBD", "r", model.r(), "alpha", model.alpha(), "a", model.a(), "b", model.b()),
                "logLikelihood",
                held.fit().logLikelihood(),
                "weeks",
                held.time(),
                "customers",
                held.customers(),
                "expected",
                held.expected(),
                "actual",
                held.actual(),
                "bias",
                held.bias(),
                "correlation",
                held.correlation(),
                "meanError",
                held.meanError(),
                "groups",
                held.groups().stream().map(HoldOutValues::values).toList());
    }

    private static Map<String, Object> values(HoldOut.Group group) {
        return JsonValues.object(
                "repeats", group.repeats(),
                "customers", group.customers(),
                "expected", group.expected(),
                "actual", group.actual());
    }
}
