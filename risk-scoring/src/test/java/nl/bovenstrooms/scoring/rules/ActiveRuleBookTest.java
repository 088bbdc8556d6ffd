package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook.Look;
import nl.bovenstrooms.scoring.score.Combination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveRuleBookTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNewBookTakesOver() throws IOException {
        write(Books.BOOK);
        var active = ActiveRuleBook.in(folder, false);
        assertThat(active.look()).isEqualTo(Look.UNCHANGED);

        write(Books.BOOK.replace("7.1.0", "7.2.0"));

        assertThat(active.get().version()).startsWith("7.1.0");
        assertThat(active.look()).isEqualTo(Look.ACTIVATED);
        assertThat(active.get().version()).startsWith("7.2.0");
        assertThat(active.look()).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void aRefusedBookLeavesTheOldOneAndSaysWhy() throws IOException {
        write(Books.BOOK);
        var active = ActiveRuleBook.in(folder, false);
        write(Books.BOOK.replace("points: 0.8", "points: 80"));

        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.look()).isEqualTo(Look.UNCHANGED);
        assertThat(active.get().version()).startsWith("7.1.0");
        assertThat(active.refusal()).hasValueSatisfying(why -> assertThat(why).contains("no-seal", "log-odds"));

        write(Books.BOOK.replace("points: 0.8", "points: 0.9"));
        assertThat(active.look()).isEqualTo(Look.ACTIVATED);
        assertThat(active.refusal()).isEmpty();
        assertThat(active.get().rules().get(0).points()).isEqualTo(0.9);
    }

    @Test
    void aBookThatIsGoneLeavesTheOldOne() throws IOException {
        write(Books.BOOK);
        var active = ActiveRuleBook.in(folder, false);
        Files.delete(folder.resolve(RuleBookReader.FILE));

        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.get().version()).startsWith("7.1.0");
    }

    @Test
    void inProductionOnePersonIsNotEnough() throws IOException {
        write(Books.BOOK);
        var active = ActiveRuleBook.in(folder, true);
        write(Books.BOOK.replace("b.bakker", "a.jansen"));

        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.refusal()).hasValueSatisfying(why -> assertThat(why).contains("two people"));
        assertThatThrownBy(() -> ActiveRuleBook.in(folder, true)).isInstanceOf(RuleBookRefused.class);
    }

    @Test
    void withoutAFolderTheShippedBookStays() {
        var active = ActiveRuleBook.shipped(false);

        assertThat(active.look()).isEqualTo(Look.UNCHANGED);
        assertThat(active.get().version()).isEqualTo(RuleBookReader.shipped().version());
    }

    @Test
    void weightsBesideTheBookChangeWithIt() throws IOException {
        write(Books.BOOK);
        var active = ActiveRuleBook.in(folder, true);
        assertThat(active.get().combination()).isEqualTo(Combination.BY_THE_BOOK);

        weigh("no-seal: 1.5", "b.bakker");
        assertThat(active.look()).isEqualTo(Look.ACTIVATED);
        assertThat(active.get().combination().weights()).containsEntry("no-seal", 1.5);
        assertThat(active.get().version()).matches("7\\.1\\.0\\+[0-9a-f]{12}/1\\.0\\.0\\+[0-9a-f]{12}");

        weigh("no-seal: 1.6", "a.jansen");
        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.refusal()).hasValueSatisfying(why -> assertThat(why).contains("two people"));

        weigh("no-seal: 1.6", "\"\"");
        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("combination.yaml", "not signed"));

        weigh("no-sael: 1.6", "b.bakker");
        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.refusal()).hasValueSatisfying(why -> assertThat(why).contains("no-sael"));

        weigh("no-seal: -1.6", "b.bakker");
        assertThat(active.look()).isEqualTo(Look.REFUSED);
        assertThat(active.get().combination().weights()).containsEntry("no-seal", 1.5);
    }

    private void weigh(String weight, String approver) throws IOException {
        Files.writeString(folder.resolve(WeighedRules.FILE), """
                version: 1.0.0
                signed: {author: a.jansen, approver: %s}
                base: -6.5
                image: 0.9
                weights: {%s}
                """.formatted(approver, weight));
    }

    private void write(String book) throws IOException {
        Files.writeString(folder.resolve(RuleBookReader.FILE), book);
    }
}
