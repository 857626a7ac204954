package org.unroll.apps.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.recording.RecordingListGuess;
import org.unroll.datasets.recording.RecordingPlaces;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableDraft;

/** Drafts a config for recordings: videos, folders of pictures, or tables with a row a frame. */
final class VideoDraft {
  static final List<Hint> HINTS =
      List.of(
          Hint.column("label", "The column of classes."),
          Hint.columns("targets", "Columns of numbers to predict, in place of classes."),
          Hint.column("group", "The column that tells which recording a frame is of."),
          TableDraft.FOLDS);

  private final VideoApp app;
  private final Draft draft = new Draft();
  private final Hints hints;
  private final DataAccess access;

  VideoDraft(VideoApp app, Hints hints, DataAccess access) {
    this.app = app;
    this.hints = hints;
    this.access = access;
  }

  /**
   * @throws UserError if the files hold no recordings with labels
   */
  Draft of(List<String> names) {
    List<Path> places = FilePattern.files("init", names);
    places.forEach(PlainTextFile::requireThere);
    GivenFiles given = given(places);
    RecordingPlaces found = RecordingPlaces.of(given.training());
    FootageDraft footage = new FootageDraft(draft, hints);
    Optional<Path> list = found.tables().stream().filter(RecordingListGuess::isList).findFirst();
    boolean pictures = true;
    if (!found.footage().isEmpty()) {
      footage.set(given, found.footage());
    } else if (list.isPresent() && found.tables().size() == 1) {
      footage.set(given, RecordingListGuess.of(list.get()));
    } else if (!found.tables().isEmpty()) {
      pictures = false;
      new FrameTableDraft(draft, hints).set(given, found.tables());
    } else {
      throw new UserError(
          Draft.told(places)
              + ": nothing to read; expected a folder of videos or of folders of pictures, each with its labels beside it (a.mp4, a.csv), or a table");
    }
    new VideoGraph(pictures, !hints.all("targets").isEmpty()).set(draft);
    new VideoSizes(RecordingCounts.of(training(pictures)), pictures).set(draft);
    return draft;
  }

  /** A folder with one for each part is its parts; several files of a folder are the folder. */
  private static GivenFiles given(List<Path> places) {
    if (places.size() > 1) {
      GivenFiles given = GivenFiles.of(places);
      return given.isCut() ? given : new GivenFiles(List.of(together(places)), Map.of());
    }
    if (Files.isDirectory(places.get(0))) {
      List<Path> folders =
          FolderFiles.visible(places.get(0)).stream().filter(Files::isDirectory).toList();
      GivenFiles parts = GivenFiles.of(folders);
      return !folders.isEmpty() && parts.isCut() ? parts : new GivenFiles(places, Map.of());
    }
    return new GivenFiles(places, Map.of());
  }

  private static Path together(List<Path> places) {
    Path folder = FolderFiles.folderOf(places.get(0));
    RecordingPlaces inside = RecordingPlaces.of(List.of(folder));
    List<Path> all = new ArrayList<>(inside.footage());
    all.addAll(inside.tables());
    if (!List.copyOf(places).containsAll(all)) {
      throw new UserError(
          "init: several recordings are read as a folder, and %s holds others too (%s); put those to learn from into a folder of their own"
              .formatted(folder, Draft.told(all)));
    }
    return folder;
  }

  /**
   * As the training will read them. What is to be told of tables is told when it is done again;
   * videos are decoded but once.
   */
  private List<Recording> training(boolean pictures) {
    ConfigText text = new ConfigText("the draft", draft.yaml(app.name(), "draft"));
    VideoConfig config = AppConfig.load(app, List.of(text), List.of()).config();
    DataAccess silent = new DataAccess(access.offline(), notice -> {});
    return new Recordings(config, pictures ? access : silent).of(Split.TRAIN);
  }
}
