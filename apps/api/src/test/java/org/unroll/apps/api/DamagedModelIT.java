package org.unroll.apps.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.model.Sharing;

/** Whatever a model file holds, it is a message or answers as before; nothing of it is run. */
@Timeout(120)
class DamagedModelIT {
  private static final int DAMAGES = 300;
  private static final List<String> TEXTS = List.of("not bad at all", "it is dull");

  @TempDir private static Path folder;
  private static Path run;
  private static byte[] whole;

  @BeforeAll
  static void train() throws IOException {
    run = new TinyRuns(folder).sentiment();
    whole = Files.readAllBytes(run.resolve("model.zip"));
  }

  private static List<?> answers() {
    try (Sentiment sentiment = Sentiment.load(run, Sharing.DEFAULT, "threads=1")) {
      return sentiment.predictTexts(TEXTS);
    }
  }

  /** Of the test's folder, of where it runs, and what damage would leave beside temporary files. */
  private static TreeSet<String> files() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (Path place : List.of(folder, Path.of(""))) {
      try (Stream<Path> files = Files.list(place)) {
        files.map(Path::toString).forEach(names::add);
      }
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    for (Path place : List.of(temporary, temporary.getParent())) {
      try (Stream<Path> files = Files.list(place)) {
        files.map(Path::toString).filter(name -> name.contains("escaped")).forEach(names::add);
      }
    }
    return names;
  }

  @Test
  void everyDamageIsAMessageOrChangesNothing() throws IOException {
    List<?> before = answers();
    TreeSet<String> files = files();
    List<String> messages = new ArrayList<>();
    for (int seed = 0; seed < DAMAGES; seed++) {
      Files.write(run.resolve("model.zip"), new Damage(whole, seed).done());
      try {
        assertThat(answers()).as("seed %d", seed).isEqualTo(before);
      } catch (UserError e) {
        assertThat(e).as("seed %d", seed).hasMessageContaining("model.zip");
        messages.add(e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    Files.write(run.resolve("model.zip"), whole);

    assertThat(messages.size()).isBetween(DAMAGES / 2, DAMAGES - 1);
    assertThat(String.join("\n", messages))
        .contains(
            "its entry preprocessor.bin is none that this project writes",
            "names \"java.lang.Runtime\", which is no layer",
            "its entry fitted-bomb.json would unpack");
    assertThat(System.getProperty(Trap.SPRUNG)).isNull();
    assertThat(files()).isEqualTo(files);
    assertThat(answers()).isEqualTo(before);
  }
}
