package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turkish is told from the languages whose letters have the same bytes by where those stand in words. */
class TurkishLettersTest {
    private static String told(String text, String charset) {
        return CharsetVote.of(text.getBytes(Charset.forName(charset))).value();
    }

    @Test
    void namesFromTurkeyAreReadAlsoAmongOthers() {
        for (var text : List.of(
                "1,Ahmet Yılmaz,İstanbul\n2,Ayşe Kaya,Ankara\n3,Mehmet Çelik,İzmir\n4,Emre Doğan,Muğla\n",
                "1,Anna Meier,Köln\n2,Yusuf Yılmaz,Berlin\n3,José García,Málaga\n4,Ayşe Kaya,Düsseldorf\n",
                "GÖKHAN,YILMAZ\nŞÜKRÜ,ÇAĞLAR\nİBRAHİM,KILIÇ\n")) {
            assertThat(told(text, "windows-1254")).as(text).isEqualTo("windows-1254");
        }
    }

    @Test
    void namesFromElsewhereStayWhatTheyAre() {
        for (var text : List.of(
                "1,Jón Guðmundsson,Reykjavík\n2,Þóra Sigurðardóttir,Akureyri\n3,Guðrún Ýr Eyfjörð,Hafnarfjörður\n",
                "1,Jógvan á Lakjuni,Tórshavn\n2,Eivør Pálsdóttir,Syðrugøta\n3,Rúni Brattaberg,Fuglafjørður\n",
                "1,Jan Novotný,Köln\n2,Eva Pokorný,München\n3,Petr Veselý,Würzburg\n")) {
            assertThat(told(text, "windows-1252")).as(text).isEqualTo("windows-1252");
        }
    }

    @Test
    void aVeryLongWordTakesNoTime() {
        var word = "x".repeat(1_000_000) + "ı";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(TurkishLetters.evidence(word)).isZero());
    }
}
