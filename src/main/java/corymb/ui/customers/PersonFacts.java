package corymb.ui.customers;

import corymb.ui.kit.Chip;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What is known of a customer, line by line. */
final class PersonFacts {
    private PersonFacts() {}

    static List<Node> of(Person person) {
        var lines = new ArrayList<Node>();
        person.attributes().forEach(fact -> lines.add(Inspector.fact(fact.name(), fact.value())));
        lines.add(heading("customers.memberOf"));
        lines.add(memberships(person));
        lines.add(heading("customers.origins"));
        if (person.origins().isEmpty()) {
            lines.add(muted("customers.noOrigin"));
        }
        person.origins().forEach(fact -> lines.add(Inspector.fact(fact.name(), records(fact.value()))));
        lines.add(heading("customers.consents"));
        if (person.consents().isEmpty()) {
            lines.add(muted("customers.noConsent"));
        }
        person.consents().forEach(fact -> lines.add(Inspector.fact(fact.name().replace('_', ' '), fact.value())));
        return lines;
    }

    private static Node memberships(Person person) {
        if (person.group().isEmpty() && person.segments().isEmpty()) {
            return muted("customers.noMembership");
        }
        var chips = new FlowPane(8, 8);
        person.group()
                .ifPresent(group ->
                        chips.getChildren().add(new Chip(Texts.of("customers.group", group), Chip.Tone.NEUTRAL)));
        person.segments().forEach(segment -> chips.getChildren().add(new Chip(segment, Chip.Tone.ACCENT)));
        return chips;
    }

    private static String records(String count) {
        return count.equals("1") ? Texts.of("customers.oneRecord") : Texts.of("customers.manyRecords", count);
    }

    private static Label heading(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label muted(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
