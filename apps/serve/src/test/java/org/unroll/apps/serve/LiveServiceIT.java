package org.unroll.apps.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** A service in a process of its own, under load: it is told to end, and its run is replaced. */
@Timeout(240)
class LiveServiceIT {
  private static final Pattern ADDRESS = Pattern.compile("try it at (http://\\S+)/play");
  private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]+)\"");
  private static final String QUESTION =
      "[{\"text\": \"it is dull\"}, {\"text\": \"the cast is superb\"}]";

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void train() throws IOException {
    Files.createDirectories(folder.resolve("runs/sentiment"));
    Path trained = new TinyRuns(folder).sentiment();
    run = Files.move(trained, folder.resolve("runs/sentiment/20260101-000000-first"));
  }

  private UnrollProcess serve(String... options) {
    List<String> command = new ArrayList<>(List.of("sentiment", "serve", "--port", "0"));
    command.addAll(List.of(options));
    return UnrollProcess.startIn(folder, Map.of(), command.toArray(String[]::new));
  }

  private static URI address(UnrollProcess service) {
    assertThat(service.await(() -> ADDRESS.matcher(service.out()).find()))
        .as(service.out())
        .isTrue();
    Matcher address = ADDRESS.matcher(service.out());
    assertThat(address.find()).isTrue();
    return URI.create(address.group(1) + "/predict");
  }

  /** Asks again and again from several threads until it is told to end. */
  private static final class Load {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Thread> askers = new ArrayList<>();
    private final Set<String> versions = new ConcurrentSkipListSet<>();
    private final List<String> faults = new ArrayList<>();

    Load(URI address) {
      for (int i = 0; i < 8; i++) {
        Thread asker = new Thread(() -> ask(address));
        asker.start();
        askers.add(asker);
      }
    }

    private void ask(URI address) {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(QUESTION))
              .build();
      while (!ended.get()) {
        try {
          take(client.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
          return; // the door is shut: this one was not accepted
        } catch (IOException | InterruptedException e) {
          fault(e.toString());
          return;
        }
      }
    }

    private synchronized void take(HttpResponse<String> response) {
      Matcher version = VERSION.matcher(response.body());
      if (response.statusCode() == 200 && version.find()) {
        versions.add(version.group(1));
        answered.incrementAndGet();
      } else {
        faults.add(response.statusCode() + " " + response.body());
      }
    }

    private synchronized void fault(String what) {
      faults.add(what);
    }

    void awaitEnd() throws InterruptedException {
      for (Thread each : askers) {
        each.join();
      }
    }

    void end() throws InterruptedException {
      ended.set(true);
      awaitEnd();
    }
  }

  @Test
  void whatWasAskedBeforeItEndsIsAnswered() throws Exception {
    try (UnrollProcess service = serve()) {
      Load load = new Load(address(service));
      service.await(() -> load.answered.get() > 100);
      new ProcessBuilder("kill", "-TERM", Long.toString(service.pid())).start().waitFor();
      load.awaitEnd();
      Unroll ended = service.end();

      assertThat(load.faults).isEmpty();
      assertThat(load.answered).hasValueGreaterThan(100);
      assertThat(ended.exitCode()).isEqualTo(143); // 128 + SIGTERM
    }
  }

  @Test
  void aNewerRunIsTakenUnderLoad() throws Exception {
    try (UnrollProcess service = serve("--watch")) {
      Load load = new Load(address(service));
      service.await(() -> load.answered.get() > 100);
      copy(run, folder.resolve("runs/sentiment/20260102-000000-second"));
      service.await(() -> load.versions.size() == 2);
      int answered = load.answered.get();
      service.await(() -> load.answered.get() > answered + 100);
      load.end();

      assertThat(load.faults).isEmpty();
      assertThat(load.versions)
          .hasSize(2)
          .anyMatch(version -> version.startsWith("20260102-000000-second@"));
    }
  }

  /** What makes it a finished run, its result, comes last. */
  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walked = Files.walk(from)) {
      files = walked.toList();
    }
    for (Path file : files) {
      if (!file.endsWith("result.json")) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    Files.copy(from.resolve("result.json"), to.resolve("result.json"));
  }

  @Test
  void whatCannotBeServedIsTold() throws Exception {
    try (UnrollProcess first = serve()) {
      String port = Integer.toString(address(first).getPort());
      try (UnrollProcess second = serve("--port", port)) {
        Unroll ended = second.end();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains("--port");
      }
    }
    for (String[] wrong :
        List.of(
            new String[] {"--run", "none"},
            new String[] {"--host", "192.0.2.1"},
            new String[] {"--token-file", "none"},
            new String[] {"--batch", "0"},
            new String[] {"--run", "runs/sentiment/20260101-000000-first", "--watch"})) {
      try (UnrollProcess service = serve(wrong)) {
        Unroll ended = service.end();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err().lines().count()).as(ended.err()).isBetween(1L, 2L);
      }
    }
  }
}
