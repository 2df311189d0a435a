package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.repair.Repair;
import corymb.repair.RepairStep;
import corymb.repair.TextRepair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Repairs as people write them. */
class RepairFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind': 'dates', 'column': 'd', 'order': 'day_first', 'on': true}",
                "{'kind': 'numbers', 'column': 'n', 'mark': 'comma', 'on': false}",
                "{'kind': 'booleans', 'column': 'b', 'on': true}",
                "{'kind': 'codes', 'column': 'c', 'on': true}",
                "{'kind': 'regions', 'column': 'r', 'country': 'c', 'home': 'CH', 'on': true}",
                "{'kind': 'impute', 'column': 'y', 'method': 'model', 'groups': [], 'alike': ['a', 'b'], 'neighbours': 5, 'on': true}"
            })
    void whatIsReadIsWrittenTheSame(String text) {
        var json = text.replace('\'', '"');
        var step = RepairFile.parse(json, "here").getFirst();
        assertThat(RepairFile.json(step)).isEqualTo(JsonMapper.shared().readTree(json));
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        assertThat(RepairFile.parse(
                        "[{\"kind\": \"dates\", \"column\": \"d\"}, {\"kind\": \"numbers\", \"column\": \"n\"}, "
                                + "{\"kind\": \"regions\", \"column\": \"r\"}]",
                        "here"))
                .extracting(RepairStep::repair)
                .isEqualTo(List.of(
                        new Repair.Dates("d", DayOrder.AS_VALUES_TELL),
                        new Repair.Numbers("n", DecimalMark.AS_VALUES_TELL),
                        new TextRepair.Regions("r", "", "")));
        assertThatThrownBy(() -> RepairFile.parse("{\"kind\": \"dates\"}", "here"))
                .hasMessageContaining("names no column");
    }
}
