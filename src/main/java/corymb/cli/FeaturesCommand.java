package corymb.cli;

import corymb.feature.EventSources;
import corymb.feature.FeaturePlan;
import corymb.feature.FeatureSummary;
import corymb.feature.Gallery;
import corymb.feature.GalleryFeature;
import corymb.lifetime.HoldOut;
import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "features",
        description = "Computes one row of features a customer.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A definition is JSON: {\"asOf\": \"2026-07-01T00:00:00Z\", \"purchaseType\": \"purchase\", \"features\": [",
            "  {\"kind\": \"recency\"}, {\"kind\": \"frequency\"}, {\"kind\": \"monetary\"}, {\"kind\": \"tenure\"},",
            "  {\"kind\": \"score\", \"of\": \"recency\"}, {\"kind\": \"count\", \"type\": \"view\", \"days\": 30},",
            "  {\"kind\": \"sum\", \"type\": \"purchase\"}, {\"kind\": \"age\", \"column\": \"birth_date\"},",
            "  {\"kind\": \"attribute\", \"column\": \"city\", \"name\": \"town\"},",
            "  {\"kind\": \"aggregate\", \"name\": \"evening_share\", \"function\": \"share\", \"where\": \"hour >= 18\",",
            "   \"window\": {\"last\": 3, \"unit\": \"months\"}},",
            "  {\"kind\": \"ratio\", \"name\": \"views_per_order\",",
            "   \"part\": {\"function\": \"count\", \"where\": \"type = \\\"view\\\"\"},",
            "   \"whole\": {\"function\": \"count\", \"where\": \"type = \\\"purchase\\\"\"}}]}",
            "A score with cuts of one's own has a name and \"shares\": [0.5, 0.9] with \"ties\" lowest, highest or parted, or",
            "\"edges\": [10, 100]. {\"kind\": \"rfm_group\"} names the three scores; with a name and",
            "\"recency\", \"frequency\" and \"monetary\", each cut like a score at four places, those. {\"kind\": \"stage\", \"new\": 30, \"active\": 90,",
            "\"churned\": 365} tells new, active, at risk, churned and won back. {\"kind\": \"engagement\", \"name\": \"engaged\",",
            "\"weights\": [{\"weight\": 2, \"of\": {\"function\": \"active_days\"}}]} is the mean place among all, 0 to 100.",
            "Models of lifetime (BG/NBD, Gamma–Gamma) foretell {\"kind\": \"expected_purchases\", \"days\": 90},",
            "{\"kind\": \"probability_active\"}, {\"kind\": \"expected_value\"} and {\"kind\": \"lifetime_value\", \"days\": 365,",
            "\"discount\": 0.01}, the discount being a share a month.",
            "{\"kind\": \"gallery\", \"name\": \"spend_trend\"} takes one that --gallery lists.",
            "An aggregate takes a function of a column of the events, or of the events themselves: count, sum, mean, minimum,",
            "maximum, deviation, distinct, first, last, share, trend, entropy, favourite, active_days, gap_mean, gap_variation,",
            "streak_days, streak_weeks, days_since_first, days_since_last. Its filter is a rule over the events' columns, hour",
            "and weekday (1 for Monday, both by the clock of the project). Its window is {\"last\": 90} with \"unit\" days, weeks or months and \"ago\" for",
            "one that ends earlier, {\"first\": 30} for the first days of each customer, or {\"from\": DAY, \"to\": DAY}. Events at or",
            "after the moment never count.",
            "Defaults: asOf and purchaseType as they fit the data; type any; days and window all before the moment; where all events;",
            "unit days; ago 0; shares [0.2, 0.4, 0.6, 0.8] with ties lowest; discount 0.01; the name of an attribute its column's.",
            "All else a definition says."
        })
final class FeaturesCommand extends ProjectCommand {
    @Option(
            names = "--define",
            paramLabel = "FILE",
            description = "Compute the features that this file defines (default: those that fit the data).")
    private Optional<Path> definition = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "What was so at the end of that day, such as 2026-05-01: later events do not count (default: the day of the newest event).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the features as CSV, for use inside the house.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--gallery",
            description = "List ready-made features and what columns of events and items each needs; compute nothing.")
    private boolean isGallery;

    @Option(
            names = "--compare",
            description = "Tell also which features go together and how they moved since they were computed before.")
    private boolean isCompared;

    @Option(
            names = "--hold-out",
            description =
                    "Tell also how well the model of purchases, learnt from the first half of the time, foretells the second.")
    private boolean isHeldOut;

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        WorkFile.require(file, out);
        journey.ensureCustomers(progress.between(0, 0.2));
        var usual = journey.standardFeatures(progress.between(0.2, 0.3));
        if (isGallery) {
            var events = file.history().present().eventSources();
            return gallery(usual, events, events.hasHours(file.engine(), progress.untold()));
        }
        var defined = definition.map(path -> FeatureFile.read(path, usual)).orElse(usual);
        var plan = asOf.map(day -> defined.asOf(defined.zone().startOf(day.plusDays(1))))
                .orElse(defined)
                .chosenFrom(usual);
        var held = isHeldOut ? Optional.of(journey.holdOut(plan, progress.untold())) : Optional.<HoldOut>empty();
        var change = (Change.FeaturesComputed) journey.computeFeatures(plan, progress.between(0.3, 0.8));
        file.commit(change, progress.between(0.8, 0.95));
        var features = change.features().value();
        out.ifPresent(path -> WorkFile.write(file, features.table(), path, progress.between(0.95, 1)));
        var reply = new Reply()
                .key("customers", features.table().rows())
                .key("asOf", plan.asOf())
                .key(
                        "features",
                        features.summaries().stream()
                                .map(FeaturesCommand::describe)
                                .toList())
                .line(
                        "%d features of %,d customers as of %s",
                        features.summaries().size(), features.table().rows(), plan.asOf());
        features.summaries().forEach(summary -> reply.line("  %-28s %s", summary.name(), summary.description()));
        if (isCompared) {
            FeatureComparisonValues.describe(file, features, reply, progress);
        }
        held.ifPresent(found -> HoldOutValues.describe(found, reply));
        return reply;
    }

    private static Reply gallery(FeaturePlan usual, EventSources events, boolean hasHours) {
        var gallery = Gallery.of(usual.purchaseType());
        var reply = new Reply()
                .key("purchaseType", usual.purchaseType())
                .key(
                        "gallery",
                        gallery.stream()
                                .map(each -> describe(each, each.lacking(events, hasHours)))
                                .toList());
        gallery.forEach(each -> reply.line(
                "  %-10s %-24s %s%s",
                each.group().name().toLowerCase(Locale.ROOT),
                each.definition().name(),
                each.definition().description(),
                needs(each.lacking(events, hasHours))));
        return reply;
    }

    private static String needs(Set<String> lacking) {
        return lacking.isEmpty() ? "" : " (needs " + String.join(", ", lacking) + ")";
    }

    private static Map<String, Object> describe(GalleryFeature feature, Set<String> lacking) {
        return JsonValues.object(
                "name", feature.definition().name(),
                "group", feature.group().name().toLowerCase(Locale.ROOT),
                "description", feature.definition().description(),
                "unit", feature.definition().unit(),
                "columns", List.copyOf(feature.columns()),
                "lacking", List.copyOf(lacking));
    }

    private static Map<String, Object> describe(FeatureSummary summary) {
        return JsonValues.object(
                "name", summary.name(),
                "description", summary.description(),
                "unit", summary.unit(),
                "type", summary.type(),
                "missing", summary.missing(),
                "minimum", summary.minimum(),
                "median", summary.median(),
                "mean", summary.mean(),
                "maximum", summary.maximum());
    }
}
