package org.unroll.apps.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.Json;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.model.Sharing;

/** What cannot be answered is refused by a problem document, and the service goes on. */
@Timeout(120)
class RefusalsIT {
  private static final String GOOD = "{\"text\": \"it is dull\"}";

  @TempDir private static Path folder;
  private static Path sentiment;
  private static Path forecast;
  private static TestService service;

  @BeforeAll
  static void serve() throws IOException {
    TinyRuns runs = new TinyRuns(folder);
    sentiment = runs.sentiment();
    forecast = runs.forecast();
    service = TestService.of(Map.of("sentiment", sentiment, "forecast", forecast));
  }

  @AfterAll
  static void end() {
    service.close();
  }

  private static JsonNode problem(HttpResponse<String> response) throws IOException {
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(problem.path("title").asText()).isNotEmpty();
    assertThat(problem.path("detail").asText()).isNotEmpty();
    return problem;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"text": 1}                            | 422 | /text     | expected a text
          {"text": null}                         | 422 | /text     | expected a text
          {"text": ["a"]}                        | 422 | /text     | expected a text
          {}                                     | 422 | /text     | missing
          {"txt": "a"}                           | 422 | /txt      | did you mean 'text'
          {"text": "a", "more": 1}               | 422 | /more     | no such field
          [{"text": "a"}, {"text": {}}]          | 422 | /1/text   | expected a text
          [{"text": "a"}, 3]                     | 422 | /1        | expected an object with text
          []                                     | 422 | ``        | empty list
          "a"                                    | 422 | ``        | expected an object with text
          null                                   | 422 | ``        | expected an object with text
          {"text": "a"                           | 400 | ``        | line 1
          {"text": "a"} {"text": "b"}            | 400 | ``        | no JSON
          {"text": "a", "text": "b"}             | 400 | ``        | no JSON
          {'text': 'a'}                          | 400 | ``        | no JSON
          ``                                     | 400 | ``        | empty
          """)
  void jsonThatIsNoInput(String json, int status, String pointer, String detail) throws Exception {
    JsonNode problem = problem(service.ask("/predict/sentiment", json));
    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(status);
    assertThat(problem.path("pointer").asText()).isEqualTo(pointer);
    assertThat(problem.path("detail").asText()).contains(detail).doesNotContain("org.unroll");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": [1e999]}}    | /values/load/0
          {"start": 1e30, "step": "1h", "stamped": true, "values": {"load": [1]}}     | /start
          {"start": 0.5, "step": "1h", "stamped": true, "values": {"load": [1]}}      | /start
          {"start": 0, "step": "1h", "stamped": "yes", "values": {"load": [1]}}       | /stamped
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": ["x"]}}      | /values/load/0
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": 1}}          | /values/load
          {"start": 0, "step": "1h", "stamped": true, "values": []}                   | /values
          {"start": 0, "step": "1h", "stamped": true, "values": {}}                   | ``
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": []}}         | ``
          {"start": 0, "step": "1h", "stamped": true, "values": {"other": [1, 2]}}    | ``
          {"start": 0, "step": "day", "stamped": true, "values": {"load": [1, 2]}}    | ``
          {"start": 9223372036854775807, "step": "1h", "stamped": true, "values": {"load": [1, 2]}} | ``
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": [null, null]}} | ``
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": null}} | /values/load
          {"start": 1000000000000000000, "step": "1h", "stamped": true, "values": {"load": [1, 2, 3, 4, 5, 6, 7, 8, 9]}} | ``
          {"start": 0, "step": "1h", "stamped": true, "values": {"load": [1, 2, 3, 4, 5, 6, 7, 8, 1e300]}} | ``
          """)
  void jsonThatIsNoSeries(String json, String pointer) throws Exception {
    String whole = json.replaceFirst("\\{", "{\"series\": \"\", ");
    JsonNode problem = problem(service.ask("/predict/forecast", whole));
    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(422);
    assertThat(problem.path("pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void limitsAreTold() throws Exception {
    String text = "{\"text\": \"%s\"}";
    assertThat(
            problem(service.ask("/predict/sentiment", text.formatted("a".repeat(1001)))).toString())
        .contains("422", "/text", "1,001 characters");
    String many = "[" + (GOOD + ",").repeat(16) + GOOD + "]";
    assertThat(problem(service.ask("/predict/sentiment", many)).toString())
        .contains("422", "17 inputs");
    assertThat(
            problem(service.ask("/predict/sentiment", text.formatted("a".repeat(1 << 20))))
                .toString())
        .contains("413");
    String millions = "[" + "{},".repeat(300_000) + "{}]";
    assertThat(problem(service.ask("/predict/sentiment", millions)).toString())
        .contains("422", "more than 16 inputs");
    String deep = "[".repeat(5000) + "]".repeat(5000);
    assertThat(problem(service.ask("/predict/sentiment", deep)).toString()).contains("400");
    String digits = "{\"text\": " + "9".repeat(5000) + "}";
    assertThat(problem(service.ask("/predict/sentiment", digits)).toString()).contains("400");
  }

  @Test
  void addressesAndTypesThatAreNone() throws Exception {
    assertThat(problem(service.ask("/predict", GOOD)).toString())
        .contains("404", "forecast, sentiment");
    assertThat(problem(service.ask("/predict/sentimnt", GOOD)).toString()).contains("404");
    assertThat(problem(service.get("/predict/sentiment")).toString()).contains("405");
    assertThat(problem(service.get("/none")).toString()).contains("404");
    assertThat(
            problem(service.post("/predict/sentiment", "text/plain", GOOD.getBytes())).toString())
        .contains("415", "application/json");
    assertThat(
            problem(
                    service.post(
                        "/predict/sentiment", "multipart/form-data; boundary=x", GOOD.getBytes()))
                .toString())
        .contains("415");
    assertThat(
            service
                .post("/predict/forecast", "multipart/form-data; boundary=x", GOOD.getBytes())
                .statusCode())
        .isBetween(400, 422);
    assertThat(
            problem(
                    service.post(
                        "/predict/sentiment",
                        "application/json; charset=iso-8859-1",
                        GOOD.getBytes()))
                .toString())
        .contains("415");
    byte[] latin = "{\"text\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problem(service.post("/predict/sentiment", "application/json", latin)).toString())
        .contains("400");
    assertThat(
            problem(service.ask("/predict/sentiment", GOOD, "content-encoding", "gzip")).toString())
        .contains("415");
  }

  @Test
  void whatIsRefusedIsCountedAndWrittenInUtf8() throws Exception {
    byte[] table = "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(service.post("/predict/forecast", "text/csv", table).statusCode()).isEqualTo(422);
    assertThat(service.get("/metrics").body())
        .contains("unroll_requests_seconds_count{run=\"forecast\",status=\"422\"}");
    assertThat(problem(service.ask("/predict/%C3%BCber", GOOD)).path("detail").asText())
        .contains("'\u00fcber'");
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws Exception {
    assertThat(
            problem(service.ask("/predict/sentiment", GOOD, "origin", "http://evil.example"))
                .toString())
        .contains("403");
    assertThat(raw("GET /runs HTTP/1.1\r\nhost: evil.example:80\r\n\r\n")).contains(" 403 ");
  }

  /** What comes back until the connection is closed. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.url().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void slowAndBrokenSendersAreTold() throws Exception {
    String head =
        "POST /predict/sentiment HTTP/1.1\r\nhost: 127.0.0.1:%d\r\ncontent-type: application/json\r\n"
            .formatted(service.url().getPort());
    assertThat(raw(head + "content-length: 100\r\n\r\n{")).contains(" 408 ", "problem+json");
    assertThat(raw(head + "content-length: many\r\n\r\n{")).contains(" 400 ", "problem+json");
    assertThat(raw(head + "transfer-encoding: chunked\r\n\r\nxyz\r\n{")).contains(" 400 ");
    assertThat(raw("nothing\r\n\r\n")).contains(" 400 ", "problem+json");
    assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n")).contains(" 414 ");
  }

  @Test
  void aTokenIsAskedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef0123\n");
    Optional<BearerToken> token = Optional.of(BearerToken.read(file));
    try (TestService guarded =
        TestService.of(Map.of("s", sentiment), TestService.LIMITS, Sharing.DEFAULT, token)) {
      for (String wrong :
          List.of("Bearer 0123456789abcdef012", "Basic 0123456789abcdef0123", "Bearer", "x")) {
        HttpResponse<String> refused = guarded.ask("/predict", GOOD, "authorization", wrong);
        assertThat(problem(refused).path("status").asInt()).isEqualTo(401);
        assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer");
      }
      assertThat(
              guarded
                  .ask("/predict", GOOD, "authorization", "bearer 0123456789abcdef0123")
                  .statusCode())
          .isEqualTo(200);
      for (String closed : List.of("/runs", "/metrics", "/openapi.json", "/play/form", "/none")) {
        assertThat(guarded.get(closed).statusCode()).as(closed).isEqualTo(401);
      }
      for (String open :
          List.of("/healthz", "/readyz", "/play", "/play/play.js", "/runs/pages.css")) {
        assertThat(guarded.get(open).statusCode()).as(open).isEqualTo(200);
      }
    }
  }

  @Test
  void whoWouldWaitTooLongIsTold() throws Exception {
    ServiceLimits hasty = new ServiceLimits(1 << 20, 1000, 16, Duration.ofMillis(50));
    Sharing slow = Sharing.DEFAULT.withLongestWait(Duration.ofSeconds(1));
    try (TestService late = TestService.of(Map.of("s", sentiment), hasty, slow, Optional.empty())) {
      assertThat(problem(late.ask("/predict", GOOD)).toString()).contains("504");
    }
    Sharing narrow = Sharing.DEFAULT.withInputs(1).withQueue(1);
    try (TestService full =
        TestService.of(Map.of("s", sentiment), TestService.LIMITS, narrow, Optional.empty())) {
      Map<Integer, Integer> statuses = statuses(full, 64);
      assertThat(statuses).containsOnlyKeys(200, 503);
      assertThat(full.ask("/predict", GOOD).statusCode()).isEqualTo(200);
    }
  }

  private static Map<Integer, Integer> statuses(TestService asked, int requests) {
    ExecutorService askers = Executors.newFixedThreadPool(requests);
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      responses.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return asked.ask("/predict", GOOD);
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              },
              askers));
    }
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (CompletableFuture<HttpResponse<String>> each : responses) {
      HttpResponse<String> response = each.join();
      statuses.merge(response.statusCode(), 1, Integer::sum);
      boolean again = response.headers().firstValue("retry-after").isPresent();
      assertThat(again).isEqualTo(response.statusCode() == 503);
    }
    askers.shutdown();
    return statuses;
  }

  @Test
  void aThousandBrokenRequestsLeaveItAsItWas() throws Exception {
    BrokenRequests broken = new BrokenRequests(service.url().getPort(), 42);
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      BrokenRequests.Sent sent = broken.next();
      String answer = sent.answer();
      assertThat(answer).as(sent.what()).doesNotContain("\tat ", "Exception", "org.unroll");
      statuses.merge(sent.status(), 1, Integer::sum);
      assertThat(sent.status()).as(sent.what() + "\n" + answer).isLessThan(500);
    }
    assertThat(statuses.keySet()).contains(400, 404, 405, 413, 415, 422);
    assertThat(service.ask("/predict/sentiment", GOOD).statusCode()).isEqualTo(200);
  }
}
