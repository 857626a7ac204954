package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

/** The server over HTTP: where it listens, what it gives out, starting and stopping. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class UiServerIT {
  private static final String LOOPBACK = "127.0.0.1";

  @TempDir Path temporary;

  private static HttpResponse<String> get(TrainingUi ui, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ui.url() + path)).timeout(Duration.ofSeconds(5)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private Path run(String name) throws Exception {
    return Files.createDirectories(temporary.resolve("runs").resolve(name));
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws Exception {
    List<InetAddress> others = new ArrayList<>();
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      card.inetAddresses().filter(address -> !address.isLoopbackAddress()).forEach(others::add);
    }
    // 127.0.0.2 is this machine too on Linux, and refuses even where there is no network.
    others.add(InetAddress.getByName("127.0.0.2"));
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      assertThat(ui.url().getHost()).isEqualTo(LOOPBACK);
      assertThat(get(ui, "/train/overview").statusCode()).isEqualTo(200);
      for (InetAddress other : others) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(
                  () -> socket.connect(new InetSocketAddress(other, ui.url().getPort()), 2000))
              .as("%s", other)
              .isInstanceOf(ConnectException.class);
        }
      }
    }
    try (TrainingUi open = TrainingUi.start("0.0.0.0", 0);
        Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.2", open.url().getPort()), 2000);
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void takesTheNextFreePort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
        TrainingUi ui = TrainingUi.start(LOOPBACK, taken.getLocalPort())) {
      assertThat(ui.url().getPort())
          .isGreaterThan(taken.getLocalPort())
          .isLessThan(taken.getLocalPort() + 50);
    }
  }

  @Test
  void runsOneAtATimeAndStartsAgain() throws Exception {
    TrainingUi first = TrainingUi.start(LOOPBACK, 0);
    assertThatIllegalStateException()
        .isThrownBy(() -> TrainingUi.start(LOOPBACK, 0))
        .withMessageContaining(first.url().toString());
    first.close();
    first.close();
    assertThatThrownBy(() -> get(first, "/samples")).isInstanceOf(ConnectException.class);
    try (TrainingUi second = TrainingUi.start(LOOPBACK, first.url().getPort())) {
      assertThat(second.url()).isEqualTo(first.url());
      assertThat(get(second, "/samples").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void leavesNoThreadThatKeepsTheProcessAlive() throws Exception {
    Set<Thread> before = lasting();
    Path directory = run("sentiment/threads");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      ui.listen(directory.resolve("stats.dl4j"), "sentiment/threads", 1);
      get(ui, "/samples/run");
      assertThat(lasting()).as("the server's own").isNotEqualTo(before);
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!before.containsAll(lasting()) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(before).containsAll(lasting());
  }

  private static Set<Thread> lasting() {
    Set<Thread> lasting = new HashSet<>(Thread.getAllStackTraces().keySet());
    lasting.removeIf(Thread::isDaemon);
    return lasting;
  }

  @Test
  void rejectsAForeignHost() {
    assertThatThrownBy(() -> TrainingUi.start("192.0.2.1", 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ui.host \"192.0.2.1\"");
  }

  @Test
  void readsNothingButTheAttachedRuns() throws Exception {
    Path shown = run("sentiment/a");
    Files.writeString(
        shown.resolve("metrics.jsonl"),
        "{\"epoch\":1,\"train\":{\"loss\":NaN}}\n{broken}\n{\"epoch\":2,\"tra");
    Path hidden = Files.createDirectories(temporary.resolve("hidden/secret"));
    Files.writeString(hidden.resolve("metrics.jsonl"), "{\"epoch\":1,\"train\":{\"loss\":1}}\n");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      ui.show(shown);
      assertThat(get(ui, "/samples/run?run=sentiment/a").body())
          .contains("of metrics.jsonl left out", "This run wrote no samples.")
          .doesNotContain("NaN");
      for (String name : List.of("hidden/secret", "../../hidden/secret", hidden.toString())) {
        HttpResponse<String> answer = get(ui, "/samples/run?run=" + name.replace("/", "%2F"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("There is no run called " + name).doesNotContain("<svg");
      }
    }
  }

  /** The first versions wrote no {@code point}; a line that lacks more is left out. */
  @Test
  void drawsTheSamplesOfOlderRuns() throws Exception {
    Path run = run("forecast/old");
    Files.writeString(run.resolve("metrics.jsonl"), "{\"epoch\":1}\n");
    Files.writeString(
        run.resolve("samples.jsonl"),
        """
        {"kind":"series","epoch":1,"example":0,"series":"a<b","times":["1","2"],"past":[5],"truth":["NaN"],\
        "forecast":{"0.5":[6]}}
        {"kind":"series","epoch":2,"example":0}
        {"kind":"text","epoch":2,"example":1}
        {"kind":"pair","epoch":2,"example":2,"text":"a","truth":"b","predicted":"c"}
        """);
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      ui.show(run);
      assertThat(get(ui, "/samples/run?run=forecast/old&epoch=0:1&epoch=0:9&epoch=x").body())
          .contains("a&lt;b, from 2", "epoch 1: mae –", "3 lines of samples.jsonl left out")
          .doesNotContain("NaN", "style=");
    }
  }

  @Test
  void drawsWhatANetWroteAndWhatItsUnitsDo() throws Exception {
    Path run = run("charlm/a");
    Files.writeString(
        run.resolve("samples.jsonl"),
        """
        {"kind":"written","epoch":1,"example":0,"step":1,"prompt":"","text":"q<"}
        {"kind":"written","epoch":1,"example":0,"step":9,"prompt":"","text":"a dog"}
        {"kind":"units","epoch":1,"example":1,"symbols":["a"],"traces":[{"node":"cells","unit":7,\
        "follows":"quotes","correlation":0.5,"values":[-1]}]}
        {"kind":"written","epoch":2,"ex""");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      ui.show(run);
      assertThat(get(ui, "/samples/run?run=charlm/a&epoch=0:1").body())
          .containsSubsequence("after 1 iteration", "q&lt;", "after 9 iterations", "a dog")
          .contains("unit 7 of cells follows quotes", "<span class=\"below10\">a</span>")
          .contains("1 line of samples.jsonl left out")
          .doesNotContain("style=");
      assertThat(get(ui, "/runs/figures.css").body()).contains(".below10");
    }
  }

  @Test
  void answersForAssetsThatAreNotThereAndDoesNotLeaveThem() throws Exception {
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      assertThat(get(ui, "/assets/css/style.css").statusCode()).isEqualTo(200);
      assertThat(get(ui, "/assets/webjars/jquery/3.4.1/dist/jquery.min.js").statusCode())
          .isEqualTo(200);
      for (String path :
          List.of(
              "js/none.js",
              "webjars/../../../../../../../../etc/passwd",
              "webjars/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
              "..%2F..%2Fetc/passwd",
              "js/train/",
              "js/train")) {
        assertThat(get(ui, "/assets/" + path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void goesOnWithTheChartsOfAResumedRun() throws Exception {
    Path directory = run("sentiment/b");
    for (int epoch = 1; epoch <= 2; epoch++) {
      try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
        TinyRun training =
            new TinyRun(directory, ui.listen(directory.resolve("stats.dl4j"), "sentiment/b#'<", 1));
        assertThat(RunAddress.elsewhere(directory)).as("this process itself").isEmpty();
        assertThat(directory.resolve("ui.json")).content().contains(ui.url().toString());
        training.epoch(epoch, 5);
        awaitSession(ui, "sentiment/b___");
      }
      assertThat(directory.resolve("ui.json")).doesNotExist();
    }
    Files.copy(directory.resolve("stats.dl4j"), run("sentiment/copy").resolve("stats.dl4j"));
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), LOOPBACK, 0)) {
      assertThat(json(get(ui, "/train/sessions/info"))).as("none was asked for").isEmpty();
      assertThat(get(ui, "/train/sessions/set/sentiment/copy").statusCode()).isEqualTo(200);
      assertThat(get(ui, "/train/sessions/set/sentiment%2Fb").statusCode()).isEqualTo(200);
      JsonNode sessions = json(get(ui, "/train/sessions/info"));
      assertThat(sessions.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("sentiment/b", "sentiment/copy");
      assertThat(sessions.path("sentiment/b").path("numWorkers").asInt()).isEqualTo(1);
      JsonNode overview = json(get(ui, "/train/overview/data"));
      assertThat(overview.path("scores")).hasSizeGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void saysWhenTheChartsAreDamaged() throws Exception {
    Path directory = run("sentiment/c");
    Path stats = Files.writeString(directory.resolve("stats.dl4j"), "this is no database");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      assertThatThrownBy(() -> ui.listen(stats, "sentiment/c", 1))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("stats.dl4j")
          .hasMessageContaining("Delete it");
    }
  }

  @Test
  void findsRunsThatBeginLater() throws Exception {
    Files.writeString(run("sentiment/early").resolve("metrics.jsonl"), "{\"epoch\":1}\n");
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), LOOPBACK, 0)) {
      assertThat(get(ui, "/samples/run").body()).containsOnlyOnce("<option");
      Files.writeString(run("forecast/late").resolve("metrics.jsonl"), "{\"epoch\":1}\n");
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!get(ui, "/samples/run?run=forecast/late").body().contains("stored")) {
        assertThat(System.nanoTime()).as("the late run").isLessThan(deadline);
        Thread.sleep(200);
      }
    }
  }

  @Test
  void saysWhenThereAreNoRuns() {
    assertThatThrownBy(() -> RunBrowser.browse(temporary.resolve("none"), LOOPBACK, 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("No runs in");
  }

  /** DL4J's pages learn of a new session within about half a second. */
  private static void awaitSession(TrainingUi ui, String name) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!json(get(ui, "/train/sessions/info")).has(name)) {
      assertThat(System.nanoTime()).as("session %s", name).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  /** The first line of the answer to a request with any headers, which a HttpClient refuses. */
  private static String answer(TrainingUi ui, String request) throws Exception {
    try (Socket socket = new Socket(LOOPBACK, ui.url().getPort())) {
      socket.setSoTimeout(5000);
      String text = request.replace("PORT", String.valueOf(ui.url().getPort()));
      socket
          .getOutputStream()
          .write((text + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, answer.indexOf('\r'));
    }
  }

  @Test
  void refusesWhatPagesOfOtherSitesAskFor() throws Exception {
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      for (String path : List.of("/runs", "/train/overview", "/assets/css/style.css", "/")) {
        for (String host :
            List.of("evil.example:PORT", "evil.example", "127.0.0.1:1", "10.0.0.1:PORT")) {
          assertThat(answer(ui, "GET " + path + " HTTP/1.1\r\nHost: " + host))
              .as("%s of %s", path, host)
              .contains(" 403 ");
        }
      }
      assertThat(answer(ui, "GET /runs HTTP/1.0\r\nAccept: *")).contains(" 403 ");
      for (String host :
          List.of("127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT")) {
        assertThat(answer(ui, "GET /runs HTTP/1.1\r\nHost: " + host)).as(host).contains(" 200 ");
      }
      String post = "POST /tsne/upload HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0";
      for (String origin :
          List.of("http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1:1")) {
        assertThat(answer(ui, post + "\r\nOrigin: " + origin)).as(origin).contains(" 403 ");
      }
      assertThat(answer(ui, post + "\r\nOrigin: http://localhost:PORT")).doesNotContain(" 403 ");
      assertThat(answer(ui, post)).doesNotContain(" 403 ");
      assertThat(answer(ui, "GET /runs HTTP/1.1\r\nHost: localhost:PORT\r\nOrigin: http://a.b"))
          .as("reading is safe")
          .contains(" 200 ");
    }
  }

  @Test
  void givesOutTheNamedFilesOfRunsAlone() throws Exception {
    Path run = run("sentiment/a");
    Files.writeString(run.resolve("config.yaml"), "app: sentiment");
    Files.writeString(run.resolve("report.html"), "<script>document.title = 'bad'</script>");
    Files.writeString(run.resolve("samples.jsonl"), "{}");
    Path secret = Files.writeString(temporary.resolve("secret"), "secret");
    Files.createSymbolicLink(run.resolve("log.txt"), secret);
    Files.writeString(
        Files.createDirectories(temporary.resolve("hidden/b")).resolve("config.yaml"), "secret");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      ui.show(run);
      HttpResponse<String> config = get(ui, "/runs/files/sentiment/a/config.yaml");
      assertThat(config.body()).isEqualTo("app: sentiment");
      assertThat(config.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
      HttpResponse<String> report = get(ui, "/runs/files/sentiment/a/report.html");
      assertThat(report.headers().firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "style-src 'unsafe-inline'")
          .doesNotContain("script-src");
      for (String path :
          List.of(
              "sentiment/a/samples.jsonl",
              "sentiment/a/stats.dl4j",
              "sentiment/a/log.txt",
              "sentiment/a/result.json",
              "sentiment/a/",
              "sentiment/a",
              "sentiment%2Fa/config.yaml",
              "sentiment/a%2Fconfig.yaml",
              "sentiment/a/%2e%2e/a/config.yaml",
              "sentiment/a/..%2F..%2F..%2Fsecret",
              "%2Fetc/passwd",
              "/etc/passwd",
              "hidden/b/config.yaml",
              secret.toString(),
              "sentiment/a/config.yaml%00")) {
        assertThat(get(ui, "/runs/files/" + path).statusCode()).as(path).isEqualTo(404);
        assertThat(answer(ui, "GET /runs/files/" + path + " HTTP/1.1\r\nHost: localhost:PORT"))
            .as(path)
            .contains(" 404 ");
      }
      assertThat(
              answer(
                  ui,
                  "GET /runs/files/x/../sentiment/a/config.yaml HTTP/1.1\r\nHost: localhost:PORT"))
          .contains(" 404 ");
    }
  }

  /** Whoever looks at stored charts does not lock out who goes on with the run. */
  @Test
  void aRunCanGoOnWhileItsChartsAreShown() throws Exception {
    Path directory = run("sentiment/b");
    Path stats = directory.resolve("stats.dl4j");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      new TinyRun(directory, ui.listen(stats, "sentiment/b", 1)).epoch(1, 5);
    }
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), LOOPBACK, 0)) {
      assertThat(get(ui, "/train/sessions/set/sentiment/b").statusCode()).isEqualTo(200);
      FileStatsStorage opened = new FileStatsStorage(stats.toFile());
      assertThat(opened.listSessionIDs()).containsExactly("sentiment/b");
      opened.close();
    }
  }

  @Test
  void keepsTheChartsOfAFewRunsOpen() throws Exception {
    Path first = run("sentiment/r0");
    try (TrainingUi ui = TrainingUi.start(LOOPBACK, 0)) {
      new TinyRun(first, ui.listen(first.resolve("stats.dl4j"), "sentiment/r0", 1)).epoch(1, 3);
    }
    for (int i = 1; i < 6; i++) {
      Files.copy(first.resolve("stats.dl4j"), run("sentiment/r" + i).resolve("stats.dl4j"));
    }
    try (TrainingUi ui = RunBrowser.browse(temporary.resolve("runs"), LOOPBACK, 0)) {
      for (int i = 0; i < 6; i++) {
        assertThat(get(ui, "/train/sessions/set/sentiment%2Fr" + i).statusCode()).isEqualTo(200);
        assertThat(get(ui, "/train/sessions/current").body()).isEqualTo("sentiment/r" + i);
        assertThat(json(get(ui, "/train/overview/data")).path("scores")).isNotEmpty();
      }
      assertThat(json(get(ui, "/train/sessions/info")).fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder(
              "sentiment/r2", "sentiment/r3", "sentiment/r4", "sentiment/r5");
    }
  }
}
