package org.unroll.apps.charlm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.core.data.Split;
import org.unroll.datasets.stream.PositionSplit;
import org.unroll.datasets.stream.StreamData;
import org.unroll.datasets.stream.StreamFiles;
import org.unroll.datasets.stream.StreamPlaces;
import org.unroll.datasets.stream.StreamSketch;
import org.unroll.datasets.stream.Units;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.FolderFiles;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.LikelyEncoding;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableDraft;

/** Drafts a config for a text: a file, several, or folders of them. */
final class CharlmDraft {
  /** From so many characters on, a twentieth is enough to choose an epoch on. */
  private static final int LONG = 2_000_000;

  private static final PositionSplit OF_LONG = new PositionSplit(List.of(0.9, 0.05, 0.05));

  /** Characters of a text whose lines are compared at most: all are kept. */
  private static final int COMPARED = 100_000_000;

  /** Of the lines; in code some headers are the same. */
  private static final double REPEATED = 0.5;

  /** Endings told. */
  private static final int KINDS = 4;

  private final Draft draft = new Draft();

  private CharlmDraft() {}

  /**
   * @throws UserError if there is no text in the files
   */
  static Draft of(List<String> names) {
    List<Path> given = FilePattern.files("init", names);
    given.forEach(PlainTextFile::requireThere);
    List<Path> inside = inside(given);
    GivenFiles files = GivenFiles.of(inside);
    CharlmDraft drafted = new CharlmDraft();
    if (files.parts().containsKey(Split.VALIDATION)) {
      drafted.parts(files);
    } else if (files.apart().isPresent()) {
      drafted.whole(List.of(files.source().get(0).toString()));
      new TableDraft(drafted.draft).apart(files.apart().get());
    } else {
      drafted.whole(names);
      drafted.askOfParts(inside);
      drafted.askOfOwnFolder(given);
    }
    return drafted.draft;
  }

  /** What may be parts: of a folder the texts and folders in it. */
  private static List<Path> inside(List<Path> given) {
    if (given.size() != 1 || !Files.isDirectory(given.get(0))) {
      return given;
    }
    return FolderFiles.visible(given.get(0)).stream()
        .filter(place -> GivenFiles.split(place).isEmpty() || isRead(place))
        .toList();
  }

  private static boolean isRead(Path place) {
    return FolderFiles.isFolder(place) || LikelyEncoding.isText(place);
  }

  private void parts(GivenFiles given) {
    Map<Split, StreamPlaces> parts = new EnumMap<>(Split.class);
    given
        .parts()
        .forEach((split, place) -> parts.put(split, StreamPlaces.of(List.of(place.toString()))));
    parts.forEach((split, places) -> draft.set("data", split.key(), one(places.names())));
    StreamFiles files = files(parts.values());
    List<StreamSketch> sketches = new ArrayList<>();
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      List<Path> read = parts.get(split).read();
      StreamSketch sketch = StreamSketch.of(files.text(read));
      told(split.key() + ": " + Draft.told(parts.get(split).names()), read, sketch, files.units());
      sketches.add(sketch);
    }
    set(sketches.get(0), sketches.get(1), files);
  }

  private void whole(List<String> names) {
    StreamPlaces places = StreamPlaces.of(names);
    List<String> named = places.names().stream().map(CharlmDraft::source).toList();
    draft.set("data", "source", one(named));
    StreamFiles files = files(List.of(places));
    CharSequence text = files.text(places.read());
    StreamSketch sketch = StreamSketch.of(text);
    told(Draft.told(named), places.read(), sketch, files.units());
    CharlmText.requireEnough(Draft.told(named), sketch.characters());
    PositionSplit split = sketch.characters() < LONG ? PositionSplit.USUAL : OF_LONG;
    draft.set("data", "split", Map.of("fractions", split.fractions()));
    draft.saw("cut by position: train, validation and test are %s of it", split.fractions());
    StreamSketch training = StreamSketch.of(split.part(text, Split.TRAIN));
    StreamSketch validation = StreamSketch.of(split.part(text, Split.VALIDATION));
    set(training, validation, files);
    if (files.units() == Units.CHARACTER && text.length() < COMPARED) {
      askOfRepeats(text, split);
    }
  }

  /** A folder may hold a text twice: in files, and all of them in one. */
  private void askOfRepeats(CharSequence text, PositionSplit split) {
    double share =
        StreamSketch.repeated(split.part(text, Split.TRAIN), split.part(text, Split.VALIDATION));
    if (share > REPEATED) {
      draft.ask(
          "data",
          "%.0f %% of the longer lines of the validation part stand in train, too: is something in it twice? Scores then say little",
          100 * share);
    }
  }

  /** Configs and runs are written to the folder that one works in. */
  private void askOfOwnFolder(List<Path> given) {
    for (Path place : given) {
      if (holds(place, Path.of(""))) {
        draft.ask(
            "data",
            "%s/ holds the folder that you work in: what is written there, such as runs, is read too; name what is in it, or work elsewhere",
            place);
      }
    }
  }

  static boolean holds(Path folder, Path other) {
    Path place = folder.toAbsolutePath().normalize();
    return Files.isDirectory(place) && other.toAbsolutePath().normalize().startsWith(place);
  }

  /** As data sets are told from files by a slash or an ending. */
  private static String source(String name) {
    return StreamData.isFile(name) ? name : "./" + name;
  }

  private static Object one(List<String> names) {
    return names.size() == 1 ? names.get(0) : names;
  }

  /** How all of them are read; what is left out is told. */
  private StreamFiles files(Collection<StreamPlaces> all) {
    List<Path> hidden = all.stream().flatMap(each -> each.hidden().stream()).toList();
    List<Path> others = all.stream().flatMap(each -> each.others().stream()).toList();
    if (!hidden.isEmpty()) {
      draft.saw("left out, hidden: %s", Draft.told(hidden));
    }
    if (!others.isEmpty()) {
      draft.saw("left out, no text: %s", Draft.told(others));
    }
    if (all.stream().anyMatch(StreamPlaces::isBinary)) {
      draft.set("text", "units", "byte", "no text: bytes are read, whatever they mean");
      return new StreamFiles(StandardCharsets.UTF_8, Units.BYTE);
    }
    List<Path> files = all.stream().flatMap(each -> StreamFiles.in(each.read()).stream()).toList();
    Optional<String> encoding = LikelyEncoding.common(files);
    new TableDraft(draft).encoding(encoding);
    encoding.ifPresent(name -> draft.saw("encoding: %s", name));
    return new StreamFiles(
        encoding.map(Charset::forName).orElse(StandardCharsets.UTF_8), Units.CHARACTER);
  }

  private void told(String name, List<Path> places, StreamSketch sketch, Units units) {
    List<Path> files = StreamFiles.in(places);
    String several = files.size() == 1 ? "" : "%,d files%s, ".formatted(files.size(), kinds(files));
    draft.saw(
        units == Units.BYTE
            ? "%s: %s%,d bytes, which are no text"
            : "%s: %s%,d characters in %,d %s",
        name,
        several,
        sketch.characters(),
        sketch.lines(),
        sketch.lines() == 1 ? "line" : "lines");
  }

  /** How many of each ending, if there are several: not all may be meant. */
  private static String kinds(List<Path> files) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      counts.merge(
          name.contains(".") ? name.substring(name.lastIndexOf('.')) : "no ending",
          1,
          Integer::sum);
    }
    return counts.size() == 1
        ? ""
        : counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(KINDS)
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", ", " (", counts.size() > KINDS ? " and others)" : ")"));
  }

  private void set(StreamSketch training, StreamSketch validation, StreamFiles files) {
    CharlmText text = new CharlmText(training, validation);
    text.set(draft, files.units());
    boolean inBytes = files.units() == Units.CHARACTER && text.units() == Units.BYTE;
    new CharlmSizes(inBytes ? training.bytes() : training.characters()).set(draft);
  }

  /** Several of a part, or others beside them. */
  private void askOfParts(List<Path> inside) {
    List<Split> splits = inside.stream().flatMap(file -> GivenFiles.split(file).stream()).toList();
    if (splits.contains(Split.TRAIN) && splits.stream().distinct().count() > 1) {
      draft.ask(
          "data",
          "files called train, dev or test are read as one text here and cut by position: give one of each to keep them apart");
    }
  }
}
