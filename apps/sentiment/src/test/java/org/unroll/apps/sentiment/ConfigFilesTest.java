package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every config that ships with the app is one the app accepts. */
class ConfigFilesTest {
  private static final Path CONFIGS = Path.of("../../configs");

  @TempDir private Path folder;

  static Stream<Path> configs() throws IOException {
    return Files.list(CONFIGS)
        .filter(file -> file.getFileName().toString().startsWith("sentiment"));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void shippedConfigsHaveNoMistake(Path file) {
    Unroll checked = Unroll.run("sentiment", "config", "check", "-c", file.toString());

    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void theResolvedConfigResolvesToItself() throws IOException {
    String shown = Unroll.run("sentiment", "config", "show", "-s", "train.epochs=3").out();
    Path file = Files.writeString(folder.resolve("resolved.yaml"), shown);

    assertThat(shown).startsWith("format: 1\n").contains("epochs: 3");
    assertThat(Unroll.run("sentiment", "config", "show", "-c", file.toString()).out())
        .isEqualTo(shown);
  }

  @Test
  void theSchemaKnowsTheKeys() {
    assertThat(Unroll.run("sentiment", "config", "schema").out())
        .contains("\"max-length\"", "\"final-state\"", "\"early-stop\"");
  }
}
