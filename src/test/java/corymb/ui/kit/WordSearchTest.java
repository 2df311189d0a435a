package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WordSearchTest {
    private static List<String> find(String text, String... all) {
        return new WordSearch<>(List.of(all), Function.identity()).find(text);
    }

    @Test
    void whatBeginsSoComesBeforeAWordThatDoesAndThatBeforeTheRest() {
        assertThat(find("count", "Discount", "Customer count", "Country", "count", "Account", "Total"))
                .containsExactly("count", "Country", "Customer count", "Discount", "Account");
    }

    @Test
    void capitalsAccentsAndTheMarksBetweenWordsMakeNoDifference() {
        assertThat(find("zurich", "Genève", "Zürich")).containsExactly("Zürich");
        assertThat(find("GENÈVE", "Geneve", "Zürich")).containsExactly("Geneve");
        assertThat(find("strasse", "Straße", "Platz")).containsExactly("Straße");
        assertThat(find("new y", "America/New_York", "America/New-Foo")).containsExactly("America/New_York");
        assertThat(find("america/new_york", "America New York")).containsExactly("America New York");
        assertThat(find("東", "京都", "東京")).containsExactly("東京");
    }

    @Test
    void withoutLettersThereAreAllInTheirOrder() {
        assertThat(find("", "b", "", "a")).containsExactly("b", "", "a");
        assertThat(find(" _ ", "b", "a")).containsExactly("b", "a");
        assertThat(find("c", "b", "a")).isEmpty();
    }
}
