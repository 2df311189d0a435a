package corymb.cli;

import corymb.project.EventValues;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.Template;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Segments that many teams use, as a project can tell them. */
final class TemplateValues {
    private TemplateValues() {}

    static Reply of(ProjectFile file, Journey journey, Progress progress) {
        var offers = offers(file, journey, progress);
        var reply = new Reply()
                .key("templates", offers.stream().map(TemplateValues::values).toList());
        offers.forEach(offer -> reply.line(
                "%-24s %s",
                offer.template().name(),
                offer.rule()
                        .map(RuleText::of)
                        .orElseGet(() -> "(" + offer.lacks().getFirst().what() + ")")));
        return reply;
    }

    private static List<Template.Offer> offers(ProjectFile file, Journey journey, Progress progress) {
        journey.ensureFeatures(progress);
        return Template.offers(
                journey.population().terms(), EventValues.types(file.history().present()));
    }

    private static Map<String, Object> values(Template.Offer offer) {
        var template = offer.template();
        return JsonValues.object(
                "name", template.name(),
                "kind", template.kind().name().toLowerCase(Locale.ROOT),
                "meaning", template.meaning(),
                "rule", offer.rule().map(RuleText::of),
                "lacks", offer.lacks().stream().map(Problem::line).toList());
    }

    /**
     * The rule of a template.
     *
     * @throws corymb.work.Failure when there is none of that name, or the project cannot tell it
     */
    static Rule rule(String name, ProjectFile file, Journey journey, Progress progress) {
        var offers = offers(file, journey, progress);
        var names = offers.stream().map(one -> one.template().name()).toList();
        var offer = offers.stream()
                .filter(one -> one.template().name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "There is no template of that name.",
                                name,
                                NearName.remedy(name, names, "See corymb segment PROJECT templates."))
                        .asFailure());
        return offer.rule().orElseThrow(() -> offer.lacks().getFirst().asFailure());
    }
}
