package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSuggestionsTest {
    private static final RuleSuggestions SUGGESTIONS = new RuleSuggestions(
            new Schema(List.of(
                    new Field("monetary", ColumnType.DECIMAL),
                    new Field("country", ColumnType.TEXT),
                    new Field("Total Spend", ColumnType.DECIMAL),
                    new Field("newsletter", ColumnType.BOOLEAN),
                    new Field("birth_date", ColumnType.DATE))),
            Map.of("country", List.of("DE", "AT", "say \"hi\"")));

    private static List<String> at(String text) {
        return SUGGESTIONS.at(text, text.length()).stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void offersFieldsAtTheStartAndAfterAnd() {
        assertThat(at("")).contains("monetary", "`Total Spend`", "not", "(", "everyone");
        assertThat(at("monetary > 3 and ")).contains("country").doesNotContain("=");
    }

    @Test
    void completesAStartedWordAndSaysWhatItReplaces() {
        assertThat(SUGGESTIONS.at("monetary > 3 and cou", 20))
                .containsExactly(new Suggestion("country", Suggestion.Kind.FIELD, 17, 20));
        assertThat(at("spend")).containsExactly("`Total Spend`");
        assertThat(at("`tot")).containsExactly("`Total Spend`");
    }

    @Test
    void offersOperatorsThatSuitTheField() {
        assertThat(at("country ")).contains("=", "in", "contains", "is missing").doesNotContain("<", "before");
        assertThat(at("monetary ")).contains(">", "between").doesNotContain("contains", "before");
        assertThat(at("birth_date ")).contains("before", ">").doesNotContain("contains");
        assertThat(at("newsletter ")).contains("=").doesNotContain(">");
        assertThat(at("country starts ")).containsExactly("with");
    }

    @Test
    void offersTopValuesReadyToType() {
        assertThat(at("country = ")).startsWith("\"DE\"", "\"AT\"", "\"say \"\"hi\"\"\"");
        assertThat(at("country in (\"DE\", \"a")).startsWith("\"AT\"");
        assertThat(at("newsletter = ")).startsWith("true", "false");
    }

    @Test
    void offersTheNextJoinAfterACompleteTest() {
        assertThat(at("monetary > 3 ")).containsExactly("and", "or");
        assertThat(at("(monetary > 3 ")).containsExactly("and", "or", ")");
    }

    @Test
    void staysSilentAfterAMistake() {
        assertThat(at("monetary > > ")).isEmpty();
        assertThat(SUGGESTIONS.at("mon = 3", 3)).extracting(Suggestion::text).containsExactly("monetary");
    }

    private static List<String> amongEvents(String text) {
        var known = new RuleSuggestions(
                new Terms(
                        SUGGESTIONS.terms().fields(),
                        new Schema(List.of(
                                new Field("timestamp", ColumnType.TIMESTAMP),
                                new Field("type", ColumnType.TEXT),
                                new Field("category", ColumnType.TEXT),
                                new Field("value", ColumnType.DECIMAL))),
                        Set.of("Champions")),
                SUGGESTIONS.topValues(),
                Map.of("type", List.of("view", "purchase"), "category", List.of("Tents")));
        return known.at(text, text.length()).stream().map(Suggestion::text).toList();
    }

    @Test
    void offersWhatCanBeAskedOfEvents() {
        assertThat(amongEvents("d")).contains("did").doesNotContain("country =");
        assertThat(amongEvents("did ")).contains("event", "\"view\"", "\"purchase\"");
        assertThat(amongEvents("did \"pu")).containsExactly("\"purchase\"");
        assertThat(amongEvents("did \"purchase\" "))
                .containsExactly(
                        "and",
                        "or",
                        "where (",
                        "at least",
                        "then",
                        "without",
                        "within",
                        "in the last",
                        "in one session");
        assertThat(amongEvents("did \"purchase\" where (cat")).containsExactly("category");
        assertThat(amongEvents("did \"purchase\" where (category = "))
                .contains("\"Tents\"")
                .doesNotContain("\"DE\"");
        assertThat(amongEvents("did \"purchase\" where (category = \"Tents\") at least 2 "))
                .containsExactly("times");
        assertThat(amongEvents("did \"view\" then \"purchase\" "))
                .containsExactly("within", "where (", "in the same session");
        assertThat(amongEvents("sum of ")).contains("value");
        assertThat(amongEvents("sum of value of \"purchase\" ")).contains(">", "in the last", "where (");
        assertThat(amongEvents("in segment ")).containsExactly("\"Champions\"");
        assertThat(amongEvents("country = \"DE\" and cou")).containsExactly("country", "count of");
    }
}
