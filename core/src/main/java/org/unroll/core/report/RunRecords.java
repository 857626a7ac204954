package org.unroll.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unroll.core.Json;
import org.unroll.core.app.Sample;
import org.unroll.core.inspect.Inspection;
import org.unroll.core.inspect.Spectra;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.run.DataFacts;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;
import org.unroll.core.run.TornText;

/**
 * What can be read of a run, finished or not. A file that is missing is empty here. A line that
 * cannot be read, such as the last one of a killed run, is left out and noted.
 */
final class RunRecords {
  private final Path folder;
  private final List<String> notes = new ArrayList<>();

  /** {@code result.json}; empty while the run is not finished. */
  final Optional<RunResult> scored;

  /** The same with what is there alone; a {@link MissingNode} while the run is not finished. */
  final JsonNode result;

  final JsonNode provenance;

  /** {@code request.json}; a {@link MissingNode} of a run of before there was one. */
  final JsonNode request;

  /** {@code config.yaml} as text, or empty. */
  final String config;

  /** Epoch to its line of {@code metrics.jsonl}; of a repeated epoch the later line. */
  final TreeMap<Integer, JsonNode> epochs = new TreeMap<>();

  /** Example to its samples, the earliest first; of a repeated one the later line. */
  private final TreeMap<Integer, TreeMap<Moment, Sample>> samples = new TreeMap<>();

  /** Split to its tables. */
  final Map<String, List<Table>> tables = new LinkedHashMap<>();

  /** Split to the tables that are for the report alone. */
  final Map<String, List<Table>> details = new LinkedHashMap<>();

  /** What was found in the data; empty of a run of before it was kept. */
  final Optional<DataFacts> data;

  /** What took how long, in seconds, in order. */
  final Map<String, Double> timings = new LinkedHashMap<>();

  /** Split to its charts. */
  final Map<String, List<Chart>> charts = new LinkedHashMap<>();

  /** What the net does inside; empty before the run is concluded. */
  final Optional<Inspection> inspection;

  /** The recurrent weights, an epoch each; those that have none are left out. */
  final List<Spectra> spectra;

  /** When a sample was taken. */
  private record Moment(int epoch, long step) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
        Comparator.comparingInt(Moment::epoch).thenComparingLong(Moment::step);

    static Moment of(Sample sample) {
      return new Moment(sample.epoch(), sample.step());
    }

    @Override
    public int compareTo(Moment other) {
      return ORDER.compare(this, other);
    }
  }

  RunRecords(Path folder) throws IOException {
    this.folder = folder;
    this.scored = read("result.json", new TypeReference<>() {});
    this.result = scored.isPresent() ? tree("result.json") : MissingNode.getInstance();
    this.provenance = tree("provenance.json");
    this.request = tree("request.json");
    this.config = text("config.yaml");
    this.inspection = read("inspection.json", new TypeReference<>() {});
    this.spectra = Spectra.read(new RunDirectory(folder));
    this.data = read("data.json", new TypeReference<>() {});
    readEpochs();
    readSamples();
    read("tables.json", new TypeReference<Map<String, List<Table>>>() {}).ifPresent(tables::putAll);
    read("details.json", new TypeReference<Map<String, List<Table>>>() {})
        .ifPresent(details::putAll);
    read("timings.json", new TypeReference<Map<String, Double>>() {}).ifPresent(timings::putAll);
    read("charts.json", new TypeReference<Map<String, List<Chart>>>() {}).ifPresent(charts::putAll);
  }

  boolean hasSamples() {
    return !samples.isEmpty();
  }

  /** The samples of one kind: those of each example, the earliest first. */
  <S extends Sample> List<List<S>> samplesOf(Class<S> kind) {
    List<List<S>> examples = new ArrayList<>();
    for (TreeMap<Moment, Sample> all : samples.values()) {
      List<S> ofKind = all.values().stream().filter(kind::isInstance).map(kind::cast).toList();
      if (!ofKind.isEmpty()) {
        examples.add(ofKind);
      }
    }
    return examples;
  }

  /** What every table of scores must say of them; empty if nothing. */
  String remark() {
    return result.path("remark").asText(provenance.path("remark").asText(""));
  }

  boolean finished() {
    return scored.isPresent();
  }

  /** What was left out and why, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void readEpochs() throws IOException {
    JsonLines lines = JsonLines.read(folder.resolve("metrics.jsonl"));
    int without = 0;
    for (JsonNode epoch : lines.records()) {
      if (epoch.has("epoch")) {
        epochs.put(epoch.get("epoch").asInt(), epoch);
      } else {
        without++;
      }
    }
    note("metrics.jsonl", lines, without);
  }

  private void readSamples() throws IOException {
    JsonLines lines = JsonLines.read(folder.resolve("samples.jsonl"));
    int unknown = 0;
    for (JsonNode line : lines.records()) {
      try {
        Sample sample = Json.MAPPER.treeToValue(line, Sample.class);
        samples
            .computeIfAbsent(sample.example(), key -> new TreeMap<>())
            .put(Moment.of(sample), sample);
      } catch (JsonProcessingException e) {
        unknown++;
      }
    }
    note("samples.jsonl", lines, unknown);
  }

  /** Empty if the file is missing or cannot be read, the latter with a note. */
  private <T> Optional<T> read(String file, TypeReference<T> type) throws IOException {
    String text = text(file);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(text, type));
    } catch (JsonProcessingException e) {
      notes.add(file + " cannot be read and was left out.");
      return Optional.empty();
    }
  }

  private JsonNode tree(String file) throws IOException {
    return read(file, new TypeReference<JsonNode>() {}).orElse(MissingNode.getInstance());
  }

  private void note(String file, JsonLines read, int others) {
    int unreadable = read.unreadable() + (read.torn() ? 1 : 0) + others;
    if (unreadable > 0) {
      String lines = unreadable == 1 ? "1 line" : unreadable + " lines";
      notes.add(lines + " of " + file + " left out: not readable, torn when the run stopped.");
    }
  }

  private String text(String file) throws IOException {
    return TornText.of(folder.resolve(file));
  }
}
