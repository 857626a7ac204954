package org.unroll.datasets.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.sample.StreamSample;
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

  private static final PositionSplit USUAL = new PositionSplit(List.of(0.8, 0.1, 0.1));

  /** Data sets, the file of each, and how it is cut. */
  private static final Map<String, Catalogued> CATALOGUED =
      Map.of(
          "tinyshakespeare", new Catalogued("input.txt", TENTH),
          "warandpeace", new Catalogued("warpeace_input.txt", USUAL),
          "linux-1.0-c", new Catalogued("input.txt", TENTH),
          "stacks-tex", new Catalogued("input.txt", TENTH));

  private record Catalogued(String file, PositionSplit split) {}

  /**
   * @throws org.unroll.core.UserError if there is no such source
   */
  public Source<String> open() {
    Sources<String> all = new Sources<>("text", "text to read on and on", ".txt", access);
    all.sample(
        () -> new InMemorySource<>(part -> StreamSample.text(part, SAMPLE_SEED).text(), Map.of()));
    all.generated(HELLO, () -> new InMemorySource<>(part -> HELLO, Map.of()));
    CATALOGUED.forEach((name, set) -> all.catalogued(name, folder -> known(folder, set)));
    return all.open(
        data,
        this::own,
        () ->
            new UserFiles<>(
                data,
                (key, names, opened) -> text(opened.paths(key, names)),
                (key, names, opened) ->
                    opened.paths(key, names).forEach(PlainTextFile::requireThere)));
  }

  private Source<String> known(DataFolder folder, Catalogued set) {
    PositionSplit split = data.split().orElse(set.split());
    String text = text(List.of(folder.path().resolve(set.file())));
    return new InMemorySource<>(part -> split.part(text, part), folder.digests());
  }

  private Source<String> own(List<Path> files) {
    PositionSplit split = data.split().orElse(USUAL);
    String text = text(files);
    return new InMemorySource<>(part -> split.part(text, part), TextSplit.digests(files));
  }

  /** All of some files, one after the other. */
  public String text(List<Path> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(file -> text.append(text(file)));
    return text.toString();
  }

  private String text(Path file) {
    try {
      if (units == Units.BYTE) {
        return new String(PlainTextFile.bytes(file).readAllBytes(), StandardCharsets.ISO_8859_1);
      }
      PlainTextFile.require(file, data.charset());
      return PlainTextFile.text(file, data.charset());
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }
}
