package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.Splits;

/**
 * From {@code data} to recordings: generated ones, a catalogued data set, the user's folders and
 * tables.
 *
 * @param pictures opens frames that are pictures
 */
public record RecordingSources(FrameData data, PictureSource pictures, DataAccess access) {
  /**
   * @param sample the generated recordings in the parts they come in; those hold unless the config
   *     says how to cut
   * @throws org.unroll.core.UserError if there is no such source
   */
  public Source<List<Recording>> open(Supplier<Splits<Recording>> sample) {
    Sources<List<Recording>> all =
        new Sources<>(
            "recordings",
            "recordings of frames",
            ".csv, .tsv or .jsonl, or a folder such as videos/",
            access);
    for (CataloguedRecordings set : CataloguedRecordings.values()) {
      all.catalogued(
          set.key(),
          folder -> {
            List<Recording> read = set.read(folder.path(), files());
            Splits<Recording> parts = cut(prepared(read), set.split());
            return InMemorySource.of(parts, folder);
          });
    }
    all.sample(() -> InMemorySource.generated(sample(sample.get())));
    return all.open(data, own -> oneSource(own.get(0)), () -> new Parts(this, files()));
  }

  /**
   * Recordings of a folder that has one for each part.
   *
   * @param folder with {@code train}, {@code validation} and {@code test}
   */
  public Splits<Recording> parts(Path folder) {
    return new Splits<>(
        labelled(folder.resolve(Split.TRAIN.key()), files()),
        labelled(folder.resolve(Split.VALIDATION.key()), files()),
        labelled(folder.resolve(Split.TEST.key()), files()));
  }

  private Splits<Recording> sample(Splits<Recording> parts) {
    if (data.split().isEmpty() && data.folds().isEmpty()) {
      return parts;
    }
    List<Recording> all = new ArrayList<>();
    for (Split part : Split.values()) {
      all.addAll(parts.part(part));
    }
    return cut(all, data.split().orElse(RecordingSplit.random("video")));
  }

  private Source<List<Recording>> oneSource(Path place) {
    FrameFiles files = files();
    List<Recording> read = new RecordingReader(files).read(place, true);
    Splits<Recording> parts = cut(prepared(read), RecordingSplit.random("video"));
    return new InMemorySource<>(parts::part, files.digests());
  }

  private Splits<Recording> cut(List<Recording> all, RecordingSplit usual) {
    return data.folds().isPresent()
        ? data.folds().get().cut(all, data.columns(), data.foldCount())
        : data.split().orElse(usual).cut(all, data.columns());
  }

  /** The labelled recordings of a folder, table or video beside the config's own data. */
  public List<Recording> labelled(Path place) {
    return labelled(place, given());
  }

  private List<Recording> labelled(Path place, FrameFiles files) {
    return prepared(new RecordingReader(files).read(place, true));
  }

  /** Its recordings; labels are not needed, and are not read. */
  public List<Recording> unlabelled(Path place) {
    return new RecordingReader(given()).read(place, false);
  }

  private FrameFiles files() {
    return new FrameFiles(data, pictures, access, Map.of());
  }

  private FrameFiles given() {
    return new FrameFiles(data, pictures, access, access.columns());
  }

  private List<Recording> prepared(List<Recording> recordings) {
    return recordings.stream().map(this::prepared).toList();
  }

  /**
   * As the config wants it: targets averaged or as classes, those without one of the background.
   */
  Recording prepared(Recording recording) {
    Optional<FrameLabels> labels =
        recording
            .labels()
            .map(
                found ->
                    found instanceof FrameLabels.OfNumbers numbers
                        ? asTargets(TargetWindow.averaged(numbers, data.targetsWindow()))
                        : withBackground((FrameLabels.OfClasses) found));
    return new Recording(
        recording.name(),
        recording.about(),
        recording.frames(),
        labels,
        recording.rate(),
        recording.origin());
  }

  private FrameLabels asTargets(FrameLabels.OfNumbers numbers) {
    return data.classes()
        .map(classes -> withBackground(numbers.classes(classes.bands())))
        .orElse(numbers);
  }

  private FrameLabels withBackground(FrameLabels.OfClasses labels) {
    String background = data.background().orElse(FrameLabels.NONE);
    return new FrameLabels.OfClasses(
        labels.names().stream()
            .map(name -> name.equals(FrameLabels.NONE) ? background : name)
            .toList());
  }

  /** The user's own, named for each part; a part is read when it is asked for. */
  private record Parts(RecordingSources sources, FrameFiles files)
      implements Source<List<Recording>> {
    @Override
    public List<Recording> read(Split split) {
      String named = sources.data().of(split);
      Path place = PlainTextFile.path("data." + split.key(), named);
      return sources.prepared(new RecordingReader(files).read(place, true));
    }

    @Override
    public void require(Split split) {
      PlainTextFile.requireThere(
          PlainTextFile.path("data." + split.key(), sources.data().of(split)));
    }

    @Override
    public Map<String, String> digests() {
      return files.digests();
    }
  }
}
