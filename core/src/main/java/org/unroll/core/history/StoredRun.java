package org.unroll.core.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Metric;
import org.unroll.core.report.MainMetrics;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.TornText;
import org.unroll.core.yaml.PlainConfig;

/**
 * The small files of a run, as far as they can be read: no samples, no charts, no net. A file that
 * is damaged counts as missing.
 */
final class StoredRun {
  private static final int SHOWN = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final RunDirectory run;
  private final PlainConfig config;
  private final JsonNode result;
  private final JsonNode provenance;
  private final JsonNode comparison; // or search
  private final boolean search;
  private final JsonNode lastEpoch;

  StoredRun(RunDirectory run) {
    this.run = run;
    this.config = PlainConfig.of(text(run.config()));
    this.result = json(run.result());
    this.provenance = json(run.provenance());
    this.search = Files.isRegularFile(run.path().resolve(RunDirectory.SEARCH));
    String parts = search ? RunDirectory.SEARCH : RunDirectory.COMPARISON;
    this.comparison = json(run.path().resolve(parts));
    this.lastEpoch = result.isObject() ? MissingNode.getInstance() : lastEpoch(run.metrics());
  }

  PlainConfig config() {
    return config;
  }

  /** Metric to score; empty of a split that was not scored. */
  Map<String, Double> scores(String split) {
    Map<String, Double> scored = numbers(result.path("metrics").path(split));
    return scored.isEmpty() ? numbers(lastEpoch.path(split)) : scored;
  }

  /** Whether it is finished and its own files alone say so. */
  boolean settled() {
    return finished() && (comparison.isObject() || provenance.isObject());
  }

  String command() {
    JsonNode words = comparison.path("command");
    for (JsonNode file : List.of(provenance, json(run.request()))) {
      words = words.isArray() ? words : file.path("command");
    }
    return words.isEmpty() ? "" : "./unroll " + String.join(" ", texts(words));
  }

  String commit() {
    return comparison.path("commit").asText(provenance.path("commit").asText());
  }

  /** Epoch to its line. */
  TreeMap<Integer, JsonNode> epochs() {
    TreeMap<Integer, JsonNode> epochs = new TreeMap<>();
    try {
      for (JsonNode epoch : JsonLines.read(run.metrics()).records()) {
        epochs.put(epoch.path("epoch").asInt(), epoch);
      }
    } catch (IOException e) {
      epochs.clear(); // as if there were none
    }
    return epochs;
  }

  /**
   * @param path as the summary names it
   * @param held whether this or another process is known to train it
   * @param parent whether the one that it is a part of is training
   */
  RunSummary summary(String path, boolean held, boolean parent) {
    String split = scores("test").isEmpty() ? "validation" : "test";
    Map<String, Double> metrics = scores(split);
    String name = path.substring(path.lastIndexOf('/') + 1);
    String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    return new RunSummary(
        config.text("app").orElse(comparison.path("app").asText(result.path("app").asText(first))),
        name,
        path,
        data(),
        GraphWords.of(config),
        rows(),
        search,
        state(held, parent),
        metrics.isEmpty() ? "" : split,
        metrics,
        main(metrics),
        result.path("parameters").asLong(),
        result.path("epochs").asInt(lastEpoch.path("epoch").asInt()),
        number(config.text("train", "epochs").orElse("")),
        result.path("seconds").asDouble(lastEpoch.path("seconds").asDouble()),
        begun(name),
        RunFile.of(run));
  }

  /**
   * What chose the epoch comes first; the loss, which is no score, only if there is nothing else.
   */
  private List<String> main(Map<String, Double> metrics) {
    List<String> names = new ArrayList<>(MainMetrics.of(config, metrics.keySet()));
    if (names.size() > 1) {
      names.remove(Metric.LOSS.key());
    }
    return List.copyOf(names.subList(0, Math.min(SHOWN, names.size())));
  }

  private List<String> rows() {
    List<String> trials = new ArrayList<>();
    comparison.path("trials").forEach(trial -> trials.add(trial.path("name").asText()));
    return search ? List.copyOf(trials) : texts(comparison.path("rows"));
  }

  private String data() {
    return config
        .text("data", "source")
        .or(() -> config.text("data", "train"))
        .or(() -> config.text("data", "task"))
        .orElse("");
  }

  private RunState state(boolean held, boolean parent) {
    if (finished()) {
      return RunState.FINISHED;
    }
    if (held || RunLock.held(run)) {
      return RunState.TRAINING;
    }
    return parent ? RunState.WAITING : RunState.STOPPED;
  }

  /** A run of several has no provenance of its own. */
  private boolean finished() {
    if (comparison.isObject()) {
      boolean open = search && !comparison.path("state").asText().equals("finished");
      return !open && !comparison.path("results").isEmpty();
    }
    if (!result.isObject()) {
      return false;
    }
    if (provenance.isObject()) {
      return !provenance.path("finished").asText().isEmpty();
    }
    try {
      return run.finished();
    } catch (UserError e) {
      return false; // a part of it is damaged
    }
  }

  /** By the provenance, else by the directory's name, else by its oldest file. */
  private String begun(String name) {
    String first = provenance.path("starts").path(0).asText();
    try {
      return Instant.parse(first).toString();
    } catch (DateTimeException e) {
      return named(name);
    }
  }

  private String named(String name) {
    String stamp = name.substring(0, Math.min(15, name.length()));
    try {
      return LocalDateTime.parse(stamp, TIME).atZone(ZoneId.systemDefault()).toInstant().toString();
    } catch (DateTimeException e) {
      return changed();
    }
  }

  private String changed() {
    try {
      Path first = Files.exists(run.config()) ? run.config() : run.path();
      return Files.getLastModifiedTime(first).toInstant().toString();
    } catch (IOException e) {
      return ""; // deleted just now
    }
  }

  private static JsonNode lastEpoch(Path metrics) {
    try {
      List<JsonNode> epochs = JsonLines.read(metrics).records();
      return epochs.isEmpty() ? MissingNode.getInstance() : epochs.get(epochs.size() - 1);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode json(Path file) {
    try {
      JsonNode node = Json.MAPPER.readTree(text(file));
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String text(Path file) {
    try {
      return TornText.of(file);
    } catch (IOException e) {
      return ""; // not ours to read
    }
  }

  private static Map<String, Double> numbers(JsonNode scores) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    scores
        .properties()
        .forEach(
            score -> {
              if (score.getValue().isNumber()) {
                numbers.put(score.getKey(), score.getValue().asDouble());
              }
            });
    return numbers;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
