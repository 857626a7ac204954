package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAddressTest {
  private static final URI URL = URI.create("http://127.0.0.1:9000");

  @TempDir Path directory;

  /** A process that lives and is not this one: the one that started it. */
  private static long otherProcess() {
    return ProcessHandle.current().parent().orElseThrow().pid();
  }

  @Test
  void linksToALivingProcess() {
    new RunAddress(URL, otherProcess()).write(directory);
    assertThat(RunAddress.elsewhere(directory)).contains(URL);
    RunAddress.remove(directory);
    assertThat(RunAddress.elsewhere(directory)).isEmpty();
  }

  @Test
  void forgetsAProcessThatEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    new RunAddress(URL, ended.pid()).write(directory);
    assertThat(RunAddress.elsewhere(directory)).isEmpty();
  }

  @Test
  void doesNotLinkToItself() {
    new RunAddress(URL, ProcessHandle.current().pid()).write(directory);
    assertThat(RunAddress.elsewhere(directory)).isEmpty();
  }

  @Test
  void ignoresWhatIsNoAddress() throws IOException {
    for (String json :
        new String[] {
          "",
          "{\"url\": \"http://127",
          "[]",
          "{\"url\":\"javascript:alert(1)\",\"pid\":%d}",
          "{\"url\":\"http://a/ onclick=\",\"pid\":%d}",
          "{\"url\":\"http://127.0.0.1:9000\"}"
        }) {
      Files.writeString(directory.resolve("ui.json"), json.formatted(otherProcess()));
      assertThat(RunAddress.elsewhere(directory)).as(json).isEmpty();
    }
  }
}
