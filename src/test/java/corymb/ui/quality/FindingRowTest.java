package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.quality.Check;
import corymb.quality.Finding;
import corymb.quality.Severity;
import corymb.quality.SourceFinding;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

@FxTest
class FindingRowTest {
    @Test
    void whatTellsTheSameInAnotherWayOpensItsOwnRows() {
        var whole = finding(new Check.RepeatedRow(), "3 rows are there twice.");
        var byKey = finding(new Check.RepeatedKey("id"), "5 rows share their order_id.");
        var opened = new ArrayList<Finding>();
        var row = Fx.show(
                () -> new FindingRow(
                        new SourceFinding("orders", whole, List.of(byKey)),
                        "orders",
                        found -> opened.add(found.finding()),
                        Optional.empty()),
                600,
                200);
        var also = (Button) row.lookup(".words-link");
        assertThat(also.getText()).isEqualTo("Also: 5 rows share their order_id.");
        Fx.run(also::fire);
        Fx.run(() -> ((Button) row.lookup(".finding-buttons .button")).fire());
        assertThat(opened).containsExactly(byKey, whole);
    }

    private static Finding finding(Check check, String message) {
        return new Finding(check, Severity.WARNING, "", 3, message, "");
    }
}
