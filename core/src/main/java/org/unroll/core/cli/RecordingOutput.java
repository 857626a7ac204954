package org.unroll.core.cli;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.RecordingTask;
import org.unroll.core.app.TimedSegment;
import org.unroll.core.cli.RecordingOptions.Named;
import org.unroll.core.run.AtomicFile;

/**
 * What is written of recordings besides the answers: subtitles, a table of segments, the video with
 * the answers drawn onto it. Not thread-safe.
 *
 * @param <I> what is predicted from
 * @param <O> what is predicted
 */
final class RecordingOutput<I, O extends Prediction> {
  private static final List<String> COLUMNS =
      List.of("video", "start", "end", "label", "start-seconds", "end-seconds");

  private final RecordingTask<I, O> task;
  private final RecordingOptions options;
  private final Optional<Path> out;
  private final List<TimedSegment> segments = new ArrayList<>();
  private I input; // the last one
  private O answer;
  private int inputs;

  /**
   * @param out what {@code --out} names
   * @throws UserError if the net's answers have no segments, which are asked for
   */
  RecordingOutput(RecordingTask<I, O> task, RecordingOptions options, Optional<Path> out) {
    this.task = task;
    this.options = options;
    this.out = out;
    subtitles().ifPresent(file -> task.requireSegments("--out " + file));
    options.segments().ifPresent(file -> task.requireSegments("--segments " + file));
  }

  private Optional<Path> subtitles() {
    return out.filter(Subtitles::isName);
  }

  /**
   * Checks inputs before the net is asked.
   *
   * @throws UserError if there are more than can be shown, or a file of theirs would be written
   *     over
   */
  void require(List<I> next) {
    inputs += next.size();
    for (Named each : written()) {
      boolean onlyOne = options.render().isPresent() || subtitles().isPresent();
      if (onlyOne && inputs > 1 && !options.segments().equals(Optional.of(each.file()))) {
        throw new UserError(each + ": shows one video, but there are more; name one of them");
      }
      for (I about : next) {
        OutputFile.require(each.option(), each.file(), task.files(about));
      }
    }
    if (options.render().isPresent()) {
      next.forEach(task::requireVideo);
    }
  }

  private List<Named> written() {
    List<Named> all = new ArrayList<>(options.named());
    out.ifPresent(file -> all.add(new Named("--out", file)));
    return all;
  }

  void take(List<I> about, List<O> said) {
    for (int i = 0; i < said.size(); i++) {
      input = about.get(i);
      answer = said.get(i);
      if (subtitles().isPresent() || options.segments().isPresent()) {
        segments.addAll(task.segments(answer));
      }
    }
  }

  /** Once all is said. */
  void write() {
    subtitles().ifPresent(file -> AtomicFile.writeSharedText(file, Subtitles.of(segments)));
    options.segments().ifPresent(file -> AtomicFile.writeSharedText(file, table(segments)));
    if (answer != null) {
      options.render().ifPresent(file -> task.render(input, answer, file));
    }
  }

  /** With a header, also if there are none. */
  static String table(List<TimedSegment> segments) {
    CsvSchema.Builder columns = CsvSchema.builder();
    COLUMNS.forEach(columns::addColumn);
    List<Object> rows = new ArrayList<>();
    segments.forEach(segment -> rows.add(Json.MAPPER.valueToTree(segment)));
    try {
      String text = new CsvMapper().writer(columns.build()).writeValueAsString(rows);
      return String.join(",", COLUMNS) + "\n" + text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks the files before there is a net.
   *
   * @throws UserError if two are the same, or one must not be written over
   */
  static void require(
      RecordingOptions options, Optional<Path> out, List<Path> read, boolean force) {
    options.requireNames();
    Set<Path> places = new HashSet<>();
    out.ifPresent(file -> places.add(file.toAbsolutePath().normalize()));
    for (Named each : options.named()) {
      OutputFile.require(each.option(), each.file(), read);
      OutputFile.requireNew(each.option(), each.file(), force);
      if (!places.add(each.file().toAbsolutePath().normalize())) {
        throw new UserError(each + ": is written already; choose another name");
      }
    }
  }

  /**
   * @throws UserError if they are asked of an app that has no recordings
   */
  static void requireNoSubtitles(String app, Optional<Path> out) {
    if (out.filter(Subtitles::isName).isPresent()) {
      throw new UserError(
          "--out %s: '%s' answers about no recording that has a time; expected a .jsonl or .csv file"
              .formatted(out.get(), app));
    }
  }
}
