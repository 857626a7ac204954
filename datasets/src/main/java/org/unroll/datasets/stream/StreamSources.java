package org.unroll.datasets.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.sample.StreamSample;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserFiles;

/**
 * From {@code data} to the text of each part: a generated one, a catalogued one, the user's files.
 */
public record StreamSources(StreamData data, Units units, DataAccess access) {
  /** The sample's own seed: runs with other seeds are to be compared on the same text. */
  private static final long SAMPLE_SEED = 1;

  /** A word to learn by heart, in all parts. */
  private static final String HELLO = "hello";

  /** Published results are of the last tenth as validation, without a test part. */
  private static final PositionSplit TENTH = new PositionSplit(List.of(0.9, 0.1, 0.0));

  private static final List<Catalogued> CATALOGUED =
      List.of(
          new Catalogued("tinyshakespeare", "input.txt", TENTH),
          new Catalogued("warandpeace", "warpeace_input.txt", PositionSplit.USUAL),
          new Catalogued("linux-1.0-c", "input.txt", TENTH),
          new Catalogued("stacks-tex", "input.txt", TENTH));

  /** A data set, its file, and how that is cut. */
  private record Catalogued(String name, String file, PositionSplit split) {}

  /**
   * @throws org.unroll.core.UserError if there is no such source
   */
  public Source<CharSequence> open() {
    Sources<CharSequence> all =
        new Sources<>(
            "text",
            "text to read on and on",
            ".txt or anything else, or a folder with a slash behind, such as src/",
            access);
    all.sample(
        () -> new InMemorySource<>(part -> StreamSample.text(part, SAMPLE_SEED).text(), Map.of()));
    all.generated(HELLO, () -> new InMemorySource<>(part -> HELLO, Map.of()));
    CATALOGUED.forEach(set -> all.catalogued(set.name(), folder -> known(folder, set)));
    return all.open(
        data,
        this::own,
        () ->
            new UserFiles<>(
                data,
                this::part,
                (key, names, opened) ->
                    opened.paths(key, names).forEach(PlainTextFile::requireThere)));
  }

  private Source<CharSequence> known(DataFolder folder, Catalogued set) {
    PositionSplit split = data.split().orElse(set.split());
    Path file = folder.path().resolve(set.file());
    CharSequence text = Files.exists(file) ? text(List.of(file)) : LinuxArchive.text(folder.path());
    return new InMemorySource<>(part -> split.part(text, part), folder.digests());
  }

  private Source<CharSequence> own(List<Path> places) {
    PositionSplit split = data.split().orElse(PositionSplit.USUAL);
    List<Path> files = StreamFiles.in(places);
    CharSequence text = text(places);
    return new InMemorySource<>(part -> split.part(text, part), TextSplit.digests(files));
  }

  /** A part of its own; each file of a folder is opened by itself. */
  private CharSequence part(String key, List<String> names, UserFiles.Opened opened) {
    List<Path> places = FilePattern.files(key, names);
    StreamFiles.in(places).forEach(file -> opened.path(key, file.toString()));
    return text(places);
  }

  /** All of some files and folders, one after the other. */
  public CharSequence text(List<Path> places) {
    return new StreamFiles(data.charset(), units).text(places);
  }
}
