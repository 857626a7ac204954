package org.unroll.datasets.caption;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.yaml.Alternatives;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.table.NamedFiles;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.Tables;

@Doc("Where the pictures and their captions come from and how they are cut into batches.")
@Alternatives({"source", "train validation test"})
public record CaptionData(
    @Doc(
            "sample (generated), flickr8k-128, a folder of pictures with their captions (with a slash), or a .csv, .tsv, .jsonl, .json (COCO's or Karpathy's) or .txt (Flickr8k's) file of captions.")
        Optional<String> source,
    @Doc("Folder or .zip of the pictures; without it they are looked for beside the captions.")
        Optional<String> images,
    @Doc("Captions to train on; goes with validation and, for --test, test.")
        Optional<CaptionFiles> train,
    @Doc("Captions to choose the best epoch on.") Optional<CaptionFiles> validation,
    @Doc("Captions to score once at the end.") Optional<CaptionFiles> test,
    @Doc("How one source is cut into train, validation and test.") Optional<CaptionSplit> split,
    @Default("{}") CaptionColumns columns,
    @Doc("DataVec TransformProcess steps, applied to each row of the user's own captions.")
        Optional<RawYaml> transform,
    @Inline TableLayout layout,
    @Doc(
            "Share of unreadable rows, and of unreadable pictures, that is skipped and reported; more is an error.")
        @Default("0.01")
        @Range(min = 0, max = 1)
        double maxBadRows,
    @Doc(
            "In place of pixels, what another net made of each picture: a .npy file [images, n] or [images, regions, n] with the names in a .txt of its name, a line each, or a .csv table with the name in column image and a number in each other.")
        Optional<String> features,
    @Doc("Captions in a batch, each with its picture.") @Range(min = 1, max = 100_000) int batch,
    @Doc("Words that are read and written of a caption, from its start.")
        @Default("40")
        @Range(min = 1, max = 100_000)
        int maxLength,
    @Doc("Put captions of like lengths together, so that little of a batch is padding.")
        @Default("true")
        boolean bucket,
    @Doc(
            "Words that tell left from right: picture.augment.flip mirrors no picture they are said of.")
        @Default("[left, right]")
        List<String> mirrorWords)
    implements Checked, NamedFiles<CaptionFiles> {

  @Override
  public List<String> sources() {
    return source.stream().toList();
  }

  @Override
  public void check(String path, Problems problems) {
    checkFiles(path, problems);
    if (split.isPresent() && !isOwn()) {
      problems.add(path + ".split", "only a source of your own can be split");
    }
    if (images.isPresent() && source.isPresent() && !isOwn()) {
      problems.add(path + ".images", "'" + source.get() + "' has its own; remove the key");
    }
    if (features.isPresent() && source.filter("sample"::equals).isPresent()) {
      problems.add(path + ".features", "the sample has none; remove the key");
    }
    if (features.isPresent() && images.isPresent()) {
      problems.add(path + ".images", "not read beside features; remove one of the two");
    }
  }

  /** A folder or a file of captions. */
  @Override
  public boolean isOwn() {
    return source.filter(CaptionData::isPath).isPresent();
  }

  private static boolean isPath(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return NamedFiles.isPath(name) || name.matches(".*\\.(json|token)(\\.gz)?");
  }

  /** How tables are read. */
  Tables tables() {
    return new Tables(layout, transform, maxBadRows);
  }

  /** How captions are drawn for training. */
  public BatchOrder order(long seed) {
    return new BatchOrder(batch, seed, bucket);
  }
}
