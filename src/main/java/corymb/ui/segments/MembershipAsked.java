package corymb.ui.segments;

import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;

/** Which segment somebody is to be in, or not. */
final class MembershipAsked extends Asked {
    private final ComboBox<String> member = new ComboBox<>();
    private final ComboBox<String> segment = new FindBox<>();

    MembershipAsked(Topic.Membership membership, Runnable whenChanged) {
        member.getItems().setAll(Texts.of("segments.member.is"), Texts.of("segments.member.isNot"));
        member.setAccessibleText(Texts.of("segments.chooseAsk"));
        member.setMinWidth(Region.USE_PREF_SIZE);
        member.getSelectionModel().selectFirst();
        segment.getItems().setAll(membership.segments());
        segment.setPromptText(Texts.of("segments.member.which"));
        segment.setAccessibleText(Texts.of("segments.member.which"));
        segment.setPrefWidth(220);
        nodes().addAll(member, segment);
        member.valueProperty().addListener((_, _, _) -> whenChanged.run());
        segment.valueProperty().addListener((_, _, _) -> whenChanged.run());
    }

    void fill(MembershipCondition condition) {
        member.getSelectionModel().select(condition.isMember() ? 0 : 1);
        segment.setValue(condition.segment());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.ofNullable(segment.getValue())
                .map(chosen ->
                        new MembershipCondition(member.getSelectionModel().getSelectedIndex() == 0, chosen));
    }
}
