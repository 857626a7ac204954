package org.unroll.apps.video;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hints;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.datasets.recording.FrameGuess;
import org.unroll.datasets.recording.LabelGuess;
import org.unroll.datasets.recording.RecordingPlaces;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.video.FootageLook;

/** The keys of a draft for tables whose rows are frames. */
record FrameTableDraft(Draft draft, TableDraft files, Hints hints) {
  FrameTableDraft(Draft draft, Hints hints) {
    this(draft, new TableDraft(draft), hints);
  }

  /**
   * @param tables a recording each, or one of several
   * @throws org.unroll.core.UserError if they have no features, or no labels
   */
  void set(GivenFiles given, List<Path> tables) {
    TableSketch table = TableSketch.of(tables);
    boolean apart = RecordingPlaces.labels(tables).size() == tables.size();
    FrameGuess guess = FrameGuess.of(table, apart, hints);
    draft.saw("%s: %s", Draft.told(tables), table.inWords());
    int recordings = guess.video().map(column -> column.counts().size()).orElse(tables.size());
    files.files(given, RecordingCut.of(recordings, guess.person().map(guess.names()::of), hints));
    files.layout(table, guess.names());
    Map<String, Object> columns = new LinkedHashMap<>(guess.columns());
    if (apart) {
      List<FootageLook> unknown = Collections.nCopies(tables.size(), FootageLook.UNKNOWN);
      columns.putAll(LabelGuess.of(RecordingPlaces.labels(tables), unknown, hints).columns());
    }
    if (!columns.isEmpty()) {
      draft.set("data", "columns", columns);
    }
    if (guess.rate().isPresent()) {
      Object rate = FlowYaml.parse(RecordingCounts.number(guess.rate().getAsDouble()));
      draft.set("data", "rate", rate, "frames a second, by the times");
    }
    draft.saw(
        "recordings: %s; %s; %d features",
        guess.video().map(column -> "column " + column.name()).orElse("a table each"),
        predicted(guess, apart),
        guess.features().size());
    guess.doubts().forEach(doubt -> draft.ask("data", "%s", doubt));
  }

  private String predicted(FrameGuess guess, boolean apart) {
    if (guess.label().isPresent()) {
      return "labels: column " + guess.label().get().name();
    }
    return apart
        ? "labels in files of their own"
        : "predicted: " + String.join(", ", hints.all("targets"));
  }
}
