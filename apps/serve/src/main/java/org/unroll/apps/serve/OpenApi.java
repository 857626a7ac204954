package org.unroll.apps.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.Json;
import org.unroll.core.app.Question;

/**
 * What the service can be asked, as OpenAPI 3.1: made from the records that apps ask and answer.
 */
record OpenApi(ServedRuns runs, boolean token) {
  private static final String JSON = "application/json";
  private static final Map<Integer, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              400, "The body cannot be read",
              404, "No such run",
              408, "The body comes too slowly",
              413, "The body is too large",
              415, "Not a media type that this run is asked with",
              422, "Something in the body is not as it must be",
              503, "Too many requests wait, or the server is ending",
              504, "No answer in time"));

  ObjectNode document() {
    ObjectNode document = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Unroll")
        .put("version", "1")
        .put("description", "Answers of trained recurrent nets");
    ObjectNode paths = document.putObject("paths");
    List<ServedRun> served = List.copyOf(runs.all());
    for (ServedRun run : served) {
      addPath(paths, "/predict/" + run.name(), run);
    }
    if (served.size() == 1) {
      addPath(paths, "/predict", served.get(0));
    }
    addState(paths, "/healthz", "Whether the server lives", "text/plain");
    addState(paths, "/readyz", "Whether it takes requests: 503 once it is ending", "text/plain");
    addState(paths, "/metrics", "For Prometheus", "text/plain");
    addState(paths, "/runs", "The runs that are served", JSON);
    addComponents(document);
    return document;
  }

  private void addPath(ObjectNode paths, String path, ServedRun run) {
    ObjectNode post = paths.putObject(path).putObject("post");
    post.put("summary", "Asks " + run.name() + ", a net of " + run.app());
    post.put("operationId", "predict" + path.substring("/predict".length()).replace("/", "-"));
    if (token) {
      post.putArray("security").addObject().putArray("token");
    }
    ObjectNode body = post.putObject("requestBody").put("required", true);
    addBodies(body.putObject("content"), run);
    ObjectNode responses = post.putObject("responses");
    ObjectNode good = response(responses, 200, "The answers, in the order of the inputs");
    ObjectNode content = good.putObject("content");
    content.putObject(JSON).set("schema", answered(run));
    ObjectNode stream = content.putObject(AnswerStream.MEDIA_TYPE).putObject("schema");
    stream.put("type", "string");
    stream.put(
        "description",
        "With this in Accept: events 'piece' with {input, piece}, then 'answer' or 'problem'");
    PROBLEMS.forEach((status, meaning) -> addProblem(responses, status, meaning));
    if (token) {
      addProblem(responses, 401, "Without the token");
    }
  }

  private static void addBodies(ObjectNode content, ServedRun run) {
    if (JsonInputs.ask(run.question())) {
      ArrayNode oneOrMany = content.putObject(JSON).putObject("schema").putArray("oneOf");
      JsonNode input = schema(run.model().inputType(), true);
      oneOrMany.add(input);
      oneOrMany.addObject().put("type", "array").put("minItems", 1).set("items", input);
    }
    if (run.question() != Question.TEXT) {
      ObjectNode parts = content.putObject("multipart/form-data").putObject("schema");
      ObjectNode file = parts.put("type", "object").putObject("properties").putObject("file");
      file.put("type", "array").putObject("items").put("type", "string").put("format", "binary");
      SentFiles.types(run.question()).keySet().stream()
          .sorted()
          .forEach(type -> content.putObject(type).putObject("schema"));
    }
  }

  private static ObjectNode answered(ServedRun run) {
    ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("run").put("type", "string");
    properties.putObject("version").put("type", "string");
    properties
        .putObject("answers")
        .put("type", "array")
        .set("items", schema(run.model().outputType(), false));
    schema.putArray("required").add("run").add("version").add("answers");
    return schema;
  }

  private static ObjectNode response(ObjectNode responses, int status, String meaning) {
    return responses.putObject(Integer.toString(status)).put("description", meaning);
  }

  private static void addProblem(ObjectNode responses, int status, String meaning) {
    response(responses, status, meaning)
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
  }

  private static void addState(ObjectNode paths, String path, String meaning, String type) {
    ObjectNode get = paths.putObject(path).putObject("get").put("summary", meaning);
    response(get.putObject("responses"), 200, meaning)
        .putObject("content")
        .putObject(type)
        .putObject("schema");
  }

  private void addComponents(ObjectNode document) {
    ObjectNode components = document.putObject("components");
    components.putObject("schemas").set("Problem", schema(Problem.class, false));
    if (token) {
      components
          .putObject("securitySchemes")
          .putObject("token")
          .put("type", "http")
          .put("scheme", "bearer");
    }
  }

  /**
   * Of a record, with its fields in kebab-case.
   *
   * @param required whether each field must be there: of answers empty ones may be left out
   */
  private static ObjectNode schema(Class<?> type, boolean required) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(Option.FLATTENED_OPTIONALS, Option.INLINE_ALL_SCHEMAS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withRequiredCheck(field -> required)
        .withPropertyNameOverrideResolver(
            field -> KebabCaseStrategy.INSTANCE.translate(field.getDeclaredName()));
    return new SchemaGenerator(config.build()).generateSchema(type);
  }
}
