package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.labelled.Treebank.Phrase;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;

class TreebankTest {
  private static final Origin ORIGIN = new Origin("train.txt", 3);

  @TempDir private Path folder;

  @Test
  void aTreeGivesAllItsPhrases() {
    Treebank.Tree tree = Treebank.parse("(4 (2 It) (3 (2 's) (4 good)))", ORIGIN);
    assertThat(tree.phrases())
        .containsExactly(
            new Phrase("It", 2),
            new Phrase("'s", 2),
            new Phrase("good", 4),
            new Phrase("'s good", 3),
            new Phrase("It 's good", 4));
    assertThat(tree.sentence()).isEqualTo(new Phrase("It 's good", 4));
  }

  @Test
  void escapesAreUndone() {
    assertThat(
            Treebank.parse(
                    "(2 (2 -LRB-) (2 (2 co-writer\\/director) (2 (2 -RRB-) (2 \\*))))", ORIGIN)
                .sentence()
                .text())
        .isEqualTo("( co-writer/director ) *");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(5 good)", "good", "(3 good", "(3 good))", "(3 (2 a)) b", "(3 )", "("})
  void brokenTreesAreNamedWithTheirLine(String line) {
    assertThatThrownBy(() -> Treebank.parse(line, ORIGIN))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("train.txt:3: not a tree");
  }

  @Test
  void deepTreesAreRead() {
    String deep = "(2 ".repeat(5_000) + "a" + ")".repeat(5_000);
    assertThat(Treebank.parse(deep, ORIGIN).phrases()).hasSize(5_000);
  }

  @Test
  void trainingTakesDistinctPhrasesThatAreNotNeutral() throws IOException {
    Files.writeString(
        folder.resolve("train.txt"),
        """
        (4 (2 It) (4 (2 's) (4 good)))
        (1 (2 It) (1 (2 's) (0 bad)))
        (4 (2 very) (4 good))
        (3 (2 So) (4 good))
        """);
    Files.writeString(folder.resolve("dev.txt"), "(0 (2 so) (0 bad))\n(2 (2 so) (2 so))\n");
    Files.writeString(folder.resolve("test.txt"), "(3 (2 So) (4 good))\n(1 (2 not) (4 good))\n");

    Splits<LabelledText> splits = Treebank.sst2(folder, true);
    assertThat(splits.train())
        .extracting(text -> text.text() + "|" + text.label() + "|" + text.origin().line())
        .containsExactly(
            "good|positive|1",
            "'s good|positive|1",
            "It 's good|positive|1",
            "bad|negative|2",
            "'s bad|negative|2",
            "It 's bad|negative|2",
            "very good|positive|3");
    assertThat(splits.validation()).extracting(LabelledText::text).containsExactly("so bad");
    assertThat(splits.test())
        .extracting(LabelledText::label)
        .isEqualTo(List.of("positive", "negative"));
    assertThat(Treebank.sst2(folder, false).train())
        .extracting(LabelledText::text)
        .containsExactly("It 's good", "It 's bad", "very good");
  }
}
