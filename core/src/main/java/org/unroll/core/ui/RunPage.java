package org.unroll.core.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.report.MainMetrics;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;

/**
 * What the Samples page gets as JSON.
 *
 * @param runs all runs, for the selector
 * @param run the one shown; empty if there is none of that name
 */
record RunPage(List<Entry> runs, List<Contents> run) {
  /**
   * A run in the selector.
   *
   * @param state {@code training} here, {@code elsewhere} (another process trains it), {@code
   *     stored}
   * @param url for {@code elsewhere} that process's page, otherwise empty
   * @param problem why DL4J's charts of it are missing, otherwise empty
   */
  record Entry(String name, String state, String url, String problem) {}

  /**
   * @param samples lines of {@code samples.jsonl}, of whatever kind the app writes
   * @param metrics lines of {@code metrics.jsonl}
   * @param curves the metrics to draw first
   * @param unreadable lines of either that are no JSON object
   */
  record Contents(
      String name,
      List<JsonNode> samples,
      List<JsonNode> metrics,
      List<String> curves,
      int unreadable) {}

  /** The run of that name, or without a name the one to show first. */
  static RunPage of(AttachedRuns runs, Optional<String> name) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (AttachedRun run : runs.list()) {
      entries.add(entry(run));
    }
    Optional<AttachedRun> shown = name.isPresent() ? runs.find(name.get()) : runs.first();
    List<Contents> contents = new ArrayList<>();
    if (shown.isPresent()) {
      contents.add(contents(shown.get()));
    }
    return new RunPage(entries, contents);
  }

  private static Entry entry(AttachedRun run) {
    if (run.live()) {
      return new Entry(run.name(), "training", "", run.problem());
    }
    Optional<URI> elsewhere = RunAddress.elsewhere(run.directory());
    String state = elsewhere.isPresent() ? "elsewhere" : "stored";
    return new Entry(run.name(), state, elsewhere.map(URI::toString).orElse(""), run.problem());
  }

  private static Contents contents(AttachedRun run) throws IOException {
    Path directory = run.directory();
    JsonLines samples = JsonLines.read(directory.resolve(AttachedRun.SAMPLES));
    JsonLines metrics = JsonLines.read(directory.resolve(AttachedRun.METRICS));
    return new Contents(
        run.name(),
        samples.records(),
        metrics.records(),
        MainMetrics.of(config(directory), names(metrics.records())),
        samples.unreadable() + metrics.unreadable());
  }

  private static String config(Path directory) throws IOException {
    Path file = new RunDirectory(directory).config();
    return Files.isRegularFile(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        : "";
  }

  /** Of all metrics, in the order they come: {@code {"validation": {"mae": 1}}}. */
  private static Set<String> names(List<JsonNode> epochs) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode epoch : epochs) {
      for (JsonNode split : epoch) {
        split.fieldNames().forEachRemaining(names::add);
      }
    }
    return names;
  }
}
