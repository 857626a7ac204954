package org.unroll.apps.video;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hints;
import org.unroll.datasets.recording.LabelGuess;
import org.unroll.datasets.recording.RecordingListGuess;
import org.unroll.datasets.recording.RecordingPlaces;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.video.FootageLook;

/** The keys of a draft for videos and folders of pictures. */
record FootageDraft(Draft draft, TableDraft files, Hints hints) {
  FootageDraft(Draft draft, Hints hints) {
    this(draft, new TableDraft(draft), hints);
  }

  /**
   * Those of folders, of which each has a label file.
   *
   * @throws org.unroll.core.UserError if one has none, or cannot be read
   */
  void set(GivenFiles given, List<Path> footage) {
    RecordingPlaces.requireLabels(footage);
    draft.saw("%s", Draft.told(footage));
    set(given, footage, RecordingPlaces.labels(footage), Optional.empty());
  }

  /** Those that a table lists. */
  void set(GivenFiles given, RecordingListGuess list) {
    draft.saw("%s: %s", list.file(), list.names().table().inWords());
    files.layout(list.names().table(), list.names());
    set(given, list.footage(), list.labelFiles(), Optional.of(list));
  }

  private void set(
      GivenFiles given,
      List<Path> footage,
      List<Path> labelFiles,
      Optional<RecordingListGuess> list) {
    List<FootageLook> looks = RecordingPlaces.looks(footage);
    LabelGuess labels = LabelGuess.of(labelFiles, looks, hints);
    Optional<String> person = list.flatMap(RecordingListGuess::person);
    files.files(given, RecordingCut.of(footage.size(), person, hints));
    if (list.isEmpty()) {
      files.layout(labels.names().table(), labels.names());
    }
    draft.saw("%s; labels: %s", told(looks), labels.form());
    Map<String, Object> columns = new LinkedHashMap<>();
    list.ifPresent(found -> columns.putAll(found.columns()));
    columns.putAll(labels.columns());
    if (!columns.isEmpty()) {
      draft.set("data", "columns", columns);
    }
    labels.doubts().forEach(doubt -> draft.ask("data", "%s", doubt));
    new PictureSizes(looks).set(draft);
  }

  private static String told(List<FootageLook> looks) {
    FootageLook first = looks.get(0);
    return "%d %s, the first of %d × %d pixels%s"
        .formatted(
            looks.size(),
            first.rate() > 0 ? "videos" : "folders of pictures",
            first.picture().width(),
            first.picture().height(),
            first.rate() > 0
                ? ", %s frames a second".formatted(RecordingCounts.number(first.rate()))
                : "");
  }
}
