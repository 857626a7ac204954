package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** What {@code config show} and {@code config schema} print. */
class ConfigCommandsTest {
  @TempDir private Path folder;

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
