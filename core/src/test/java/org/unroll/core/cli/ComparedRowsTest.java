package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.harness.Unroll;
import org.unroll.core.tiny.TinyApp;

/** All mistakes of all rows are told at once, by {@code compare} and by {@code config check}. */
class ComparedRowsTest {
  @TempDir private Path folder;

  private static List<String> mistakes(List<Path> files, List<String> variants, String... set) {
    UserError error =
        catchThrowableOfType(
            UserError.class, () -> ComparedRows.of(new TinyApp(), files, variants, List.of(set)));
    return error.getMessage().lines().toList();
  }

  @Test
  void everyMistakeNamesTheFileOrVariant() {
    String variant = "odd:train.epochs=0,graph.encoder.siz=3";

    List<String> mistakes = mistakes(List.of(), List.of(variant), "seed=x");

    assertThat(mistakes).hasSize(4);
    assertThat(mistakes.get(0)).startsWith("row default: -s seed=x: seed: expected");
    assertThat(mistakes.subList(1, 4))
        .anyMatch(line -> line.startsWith("-v odd: seed=x: seed: expected"))
        .anyMatch(line -> line.startsWith("-v odd: train.epochs=0: train.epochs: expected"))
        .anyMatch(line -> line.startsWith("-v odd: graph.encoder.siz=3: graph.encoder.siz: unk"));
  }

  @Test
  void aMistakeOfARowIsToldOnceForAllItsColumns() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cells.yaml"),
            """
            compare:
              rows: {odd: graph.encoder.siz=3, plain: []}
              columns: {1: train.epoch=1, 2: train.epochs=2}
            """);

    List<String> mistakes = mistakes(List.of(file), List.of());
    Unroll checked = Unroll.run("tiny", "config", "check", "-c", file.toString());

    assertThat(mistakes).hasSize(2);
    assertThat(mistakes.get(0))
        .startsWith("compare: row odd-1, odd-2: graph.encoder.siz=3: graph.encoder.siz: unknown");
    assertThat(mistakes.get(1))
        .startsWith("compare: row odd-1, plain-1: train.epoch=1: train.epoch: unknown key");
    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err().lines().toList()).isEqualTo(mistakes);
  }
}
