package org.unroll.apps.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.harness.Unroll;

/** Nets of all apps over HTTP: they say what the command line says. */
@Timeout(120)
class ServiceIT {
  @TempDir private static Path folder;
  private static TinyRuns runs;
  private static TestService service;

  @BeforeAll
  static void serve() throws IOException {
    runs = new TinyRuns(folder);
    service =
        TestService.of(
            Map.of(
                "sentiment", runs.sentiment(),
                "labels", runs.labels(),
                "translate", runs.translate(),
                "charlm", runs.charlm(),
                "forecast", runs.forecast(),
                "video", runs.video(),
                "caption", runs.caption()));
  }

  @AfterAll
  static void end() {
    service.close();
  }

  private static JsonNode answers(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode body = Json.MAPPER.readTree(response.body());
    assertThat(body.path("version").asText()).matches("\\w+@[0-9a-f]{12}");
    return body.path("answers");
  }

  /** What the command line says, less the fields of the inputs. */
  private static List<JsonNode> said(String app, String run, Path in, String... inputs)
      throws IOException {
    Path out = Files.createTempFile(folder, app, ".jsonl");
    Unroll predicted =
        Unroll.run(
            app,
            "predict",
            "--run",
            "" + folder.resolve(run),
            "--in",
            "" + in,
            "--out",
            "" + out,
            "--force",
            "-s",
            "threads=1");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    List<JsonNode> said = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      said.add(Json.MAPPER.readTree(line));
    }
    said.forEach(each -> ((ObjectNode) each).remove(List.of(inputs)));
    return said;
  }

  private static void assertSame(JsonNode answers, List<JsonNode> said) {
    assertThat(answers).hasSameSizeAs(said);
    for (int i = 0; i < said.size(); i++) {
      assertSame(answers.get(i), said.get(i));
    }
  }

  private static void assertSame(JsonNode answer, JsonNode said) {
    if (said.isDouble()) {
      double most = 1e-5 * Math.max(1, Math.abs(said.doubleValue()));
      assertThat(answer.doubleValue())
          .isBetween(said.doubleValue() - most, said.doubleValue() + most);
    } else if (said.isContainerNode()) {
      assertThat(answer.size()).isEqualTo(said.size());
      for (int i = 0; i < said.size() && said.isArray(); i++) {
        assertSame(answer.get(i), said.get(i));
      }
      for (Map.Entry<String, JsonNode> field : said.properties()) {
        assertSame(answer.get(field.getKey()), field.getValue());
      }
    } else {
      assertThat(answer).isEqualTo(said);
    }
  }

  @Test
  void textsOneOrMany() throws Exception {
    List<String> texts = List.of("it is dull", "not bad at all", "é 漢 \uD83D\uDE00", "superb");
    Path in = Files.write(folder.resolve("texts.txt"), texts);
    String many =
        Json.MAPPER.writeValueAsString(texts.stream().map(text -> Map.of("text", text)).toList());

    for (String run : List.of("sentiment", "labels")) {
      List<JsonNode> said = said("sentiment", run, in, "text");
      assertSame(answers(service.ask("/predict/" + run, many)), said);
      assertSame(
          answers(service.ask("/predict/" + run, "{\"text\": \"it is dull\"}")),
          said.subList(0, 1));
    }
  }

  @Test
  void translationsComeWordByWord() throws Exception {
    Path in = Files.writeString(folder.resolve("cats.txt"), "a cat .\nthe dog .\n");
    String both = "[{\"text\": \"a cat .\"}, {\"text\": \"the dog .\"}]";

    JsonNode answers = answers(service.ask("/predict/translate", both));
    assertSame(answers, said("translate", "translate", in, "text"));
    List<String> events = events("/predict/translate", both, answers);
    assertThat(events)
        .containsExactly(
            answers.get(0).path("translation").asText(),
            answers.get(1).path("translation").asText());
  }

  @Test
  void textsComeSymbolBySymbol() throws Exception {
    String prompt = "{\"text\": \"the cat\"}";
    Path in = Files.writeString(folder.resolve("prompts.txt"), "the cat");

    JsonNode first = answers(service.ask("/predict/charlm", prompt));
    assertThat(answers(service.ask("/predict/charlm", prompt))).isEqualTo(first);
    assertThat(first.get(0).path("text"))
        .isEqualTo(said("charlm", "charlm", in).get(0).path("text"));
    List<String> events = events("/predict/charlm", prompt, first);
    String stream = service.ask("/predict/charlm", prompt, "accept", "text/event-stream").body();
    assertThat(stream.split("event: piece")).hasSizeGreaterThan(12);
    assertThat(events).containsExactly("the cat" + first.get(0).path("text").asText());
  }

  /** The pieces of each answer together; the last event is the answer itself. */
  private static List<String> events(String path, String json, JsonNode answers) throws Exception {
    HttpResponse<String> response = service.ask(path, json, "accept", "text/event-stream");
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/event-stream");
    List<String> pieces = new ArrayList<>();
    answers.forEach(each -> pieces.add(""));
    String[] events = response.body().split("\n\n");
    for (String event : events) {
      JsonNode data = Json.MAPPER.readTree(event.substring(event.indexOf("data: ") + 6));
      if (event.startsWith("event: piece\n")) {
        int input = data.path("input").asInt();
        pieces.set(input, pieces.get(input) + data.path("piece").asText());
      } else {
        assertThat(event).startsWith("event: answer\n");
        assertThat(data.path("answers")).isEqualTo(answers);
      }
    }
    return pieces;
  }

  @Test
  void seriesAsTableOrJson() throws Exception {
    Path table = runs.load();
    String[] inputs = {"start", "step", "stamped", "values"};
    List<JsonNode> said = said("forecast", "forecast", table, inputs);

    byte[] csv = Files.readAllBytes(table);
    assertSame(answers(service.post("/predict/forecast", "text/csv", csv)), said);
    assertSame(answers(sent("/predict/forecast", "load.csv", csv)), said);
    String json =
        """
        {"series": "", "start": 1709251200, "step": "1h", "stamped": true,
         "values": {"load": [50, 57, 64, 71, null, 61, 68, 51, 58]}}
        """;
    assertThat(answers(service.ask("/predict/forecast", json)).get(0).path("times")).hasSize(4);
  }

  @Test
  void picturesAsTheyAre() throws Exception {
    Path picture = runs.picture(1);
    byte[] png = Files.readAllBytes(picture);

    JsonNode alone = answers(service.post("/predict/caption", "image/png", png));
    assertThat(alone.get(0).path("caption").isTextual()).isTrue();
    assertThat(answers(sent("/predict/caption", "p.png", png))).isEqualTo(alone);
    assertThat(service.ask("/predict/caption", "{\"image\": \"/etc/passwd\"}").statusCode())
        .isEqualTo(415);
  }

  @Test
  void framesOfATable() throws Exception {
    Path table = runs.recordings();
    List<JsonNode> said = said("video", "video", table, "names", "features");

    assertSame(
        answers(service.post("/predict/video", "text/csv", Files.readAllBytes(table))), said);
  }

  private static HttpResponse<String> sent(String path, String name, byte[] content)
      throws Exception {
    String head =
        "--line\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../%s\"\r\n\r\n"
            .formatted(name);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes());
    body.writeBytes(content);
    body.writeBytes("\r\n--line--\r\n".getBytes());
    return service.post(path, "multipart/form-data; boundary=line", body.toByteArray());
  }

  @Test
  void theDocumentSaysWhatIsAnswered() throws Exception {
    JsonNode document = Json.MAPPER.readTree(service.get("/openapi.json").body());
    JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    Map<String, HttpResponse<String>> asked =
        Map.of(
            "sentiment", service.ask("/predict/sentiment", "{\"text\": \"dull\"}"),
            "labels", service.ask("/predict/labels", "{\"text\": \"dull\"}"),
            "translate", service.ask("/predict/translate", "{\"text\": \"a cat .\"}"),
            "forecast",
                service.post("/predict/forecast", "text/csv", Files.readAllBytes(runs.load())),
            "video",
                service.post("/predict/video", "text/csv", Files.readAllBytes(runs.recordings())),
            "caption",
                service.post("/predict/caption", "image/png", Files.readAllBytes(runs.picture(0))));
    for (Map.Entry<String, HttpResponse<String>> each : asked.entrySet()) {
      JsonNode post = document.path("paths").path("/predict/" + each.getKey()).path("post");
      JsonNode schema = post.at("/responses/200/content/application~1json/schema");
      assertThat(schemas.getSchema(schema).validate(Json.MAPPER.readTree(each.getValue().body())))
          .as(each.getKey())
          .isEmpty();
      List<String> known = names(schema.at("/properties/answers/items/properties"));
      JsonNode answered = Json.MAPPER.readTree(each.getValue().body()).path("answers").get(0);
      assertThat(known).as(each.getKey()).containsAll(names(answered));
    }
    JsonNode text =
        document.at(
            "/paths/~1predict~1sentiment/post/requestBody/content/application~1json/schema");
    assertThat(schemas.getSchema(text).validate(Json.MAPPER.readTree("{\"text\": \"dull\"}")))
        .isEmpty();
    assertThat(schemas.getSchema(text).validate(Json.MAPPER.readTree("{\"text\": 1}")))
        .isNotEmpty();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void machinesAskForItsState() throws Exception {
    assertThat(service.get("/healthz").body()).isEqualTo("ok\n");
    assertThat(service.get("/readyz").body()).isEqualTo("ready\n");
    assertThat(service.get("/runs").body()).contains("\"app\":\"charlm\"", "\"asked\":\"picture\"");
    answers(service.ask("/predict/sentiment", "{\"text\": \"dull\"}"));
    assertThat(service.get("/metrics").body())
        .contains("unroll_requests_seconds_count{run=\"sentiment\",status=\"200\"}")
        .contains("unroll_queue_requests{run=\"translate\"} 0.0")
        .contains("process_resident_memory_bytes");
  }

  @Test
  void thePageAsks() throws Exception {
    assertThat(service.get("/play").body()).contains("Ask a trained net", "OpenAPI");
    assertThat(service.get("/play/form?run=caption").body()).contains("type=\"file\"");
    byte[] text = "it is dull".getBytes();
    HttpResponse<String> answer = service.post("/play/answer?run=sentiment", "text/plain", text);
    assertThat(answer.body()).contains("id=\"said\"", "class=\"sample\"");
    assertThat(service.post("/play/answer?run=none", "text/plain", text).statusCode())
        .isEqualTo(422);
  }
}
