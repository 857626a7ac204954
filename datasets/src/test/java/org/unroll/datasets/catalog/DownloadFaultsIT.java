package org.unroll.datasets.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.cli.Main;

/** What a user sees of {@code datasets get} when something goes wrong: a process of its own. */
class DownloadFaultsIT {
  private static final String FILE = "/tinyshakespeare/input.txt";

  @TempDir Path folder;
  private FileServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    server.files.put(FILE, new byte[200_000]);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void wrongDigest() throws Exception {
    assertRefused(get(), "is not the file the catalogue knows", "was not kept", "another mirror");
    assertThat(set().resolve(".incoming")).isEmptyDirectory();
  }

  @Test
  void brokenAgainAndAgainThenTakenUp() throws Exception {
    server.breaks.set(4);
    assertRefused(get(), "the connection broke", "4 attempts", "goes on where this one stopped");
    long there = Files.size(set().resolve(".incoming/input.txt.part"));
    assertThat(there).isGreaterThan(100_000);
    assertRefused(get(), "is not the file the catalogue knows"); // whole now
    assertThat(server.requests.get(4)).isEqualTo(FILE + " bytes=" + there + "-");
  }

  @Test
  void killedThenTakenUp() throws Exception {
    server.stalls.set(1);
    Process process = start(server.at("/").toString());
    Path part = set().resolve(".incoming/input.txt.part");
    for (int i = 0; i < 300 && !(Files.exists(part) && Files.size(part) == 100_000); i++) {
      Thread.sleep(100);
    }
    process.destroyForcibly().waitFor();
    assertThat(part).hasSize(100_000);
    assertThat(Files.exists(set().resolve("input.txt"))).isFalse();
    assertRefused(get(), "is not the file the catalogue knows");
    assertThat(server.requests).containsExactly(FILE + " all", FILE + " bytes=100000-");
  }

  /** All connections go to a port where nobody listens. */
  @Test
  void neitherNetworkNorMirror() throws Exception {
    List<String> nowhere = List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=1");
    Process process = start("", nowhere, "get", "tinyshakespeare");
    assertRefused(process, "no connection to the server", "Check the network", "UNROLL_MIRROR");
  }

  @Test
  void offlineWithoutMirror() throws Exception {
    assertRefused(
        start("", List.of(), "get", "--offline", "tinyshakespeare"),
        "--offline forbids",
        "UNROLL_MIRROR");
  }

  @Test
  void mirrorThatIsNoneAndCacheThatIsNone() throws Exception {
    assertRefused(start("/no/such/mirror"), "UNROLL_MIRROR=/no/such/mirror is neither");
    Files.writeString(folder.resolve("cache"), "a file where the folder should be");
    assertRefused(get(), "cannot keep tinyshakespeare in", "set UNROLL_CACHE");
  }

  private Process get() throws IOException {
    return start(server.at("/").toString());
  }

  private Process start(String mirror) throws IOException {
    return start(mirror, List.of(), "get", "tinyshakespeare");
  }

  private Process start(String mirror, List<String> properties, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(properties);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("datasets");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("UNROLL_CACHE", folder.resolve("cache").toString());
    builder.environment().put("UNROLL_MIRROR", mirror);
    return builder.redirectErrorStream(true).start();
  }

  private void assertRefused(Process process, String... message) throws Exception {
    String output = text(process);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains(message).doesNotContain("\tat ", "Exception in");
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.exists(set().resolve("input.txt"))).isFalse();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private Path set() {
    return folder.resolve("cache/tinyshakespeare");
  }
}
