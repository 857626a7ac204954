package org.unroll.datasets.stream;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.table.NamedFiles;
import org.unroll.datasets.table.TableLayout;

@Doc("Where the text comes from and how it is cut into batches.")
@Alternatives({"source", "train validation test"})
public record StreamData(
    @Doc(
            "sample (generated), a catalogue name such as tinyshakespeare, or a file of text; several, a pattern such as src/*.c, or a folder such as src/ with all texts below it are read one after the other.")
        Optional<List<String>> source,
    @Doc("File to train on, or several; goes with validation and, for --test, test.")
        Optional<List<String>> train,
    @Doc("File to choose the best epoch on, or several.") Optional<List<String>> validation,
    @Doc("File to score once at the end, or several.") Optional<List<String>> test,
    @Doc(
            "Character set of the files, such as windows-1252; UTF-8 if left out, and what a byte-order mark says.")
        Optional<String> encoding,
    @Doc("How one source is cut, in this order: train, validation, test.")
        Optional<PositionSplit> split,
    @Doc("Places of the text that are read side by side, each a row of a batch.")
        @Range(min = 1, max = 100_000)
        int batch,
    @Doc(
            "Batches of an epoch, after which the net is scored; the next epoch goes on from there. Without it an epoch is the whole text.")
        @Range(min = 1)
        OptionalInt batchesPerEpoch)
    implements Checked, NamedFiles<List<String>> {

  @Override
  public List<String> sources() {
    return source.orElse(List.of());
  }

  /** A stream is a file of any ending. */
  @Override
  public boolean isOwn() {
    return sources().size() > 1 || sources().stream().anyMatch(StreamData::isFile);
  }

  /** Whether a name alone tells that it is a file, and no data set. */
  public static boolean isFile(String name) {
    return NamedFiles.isPath(name) || name.contains(".") && !isKnown(name);
  }

  Charset charset() {
    return TableLayout.in(encoding).charset();
  }

  private static boolean isKnown(String name) {
    return Catalog.bundled().contains(name);
  }

  @Override
  public void check(String path, Problems problems) {
    checkFiles(path, problems);
    TableLayout.in(encoding).check(path, problems);
    if (split.isPresent() && sources().isEmpty()) {
      problems.add(path + ".split", "only one source is cut; remove it, or write source");
    }
  }
}
