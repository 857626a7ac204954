package org.unroll.datasets.image;

import java.nio.file.Path;
import java.util.List;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Splits;

/**
 * Handwritten digits, 28 × 28 in grey (LeCun, Bottou, Bengio and Haffner: Gradient-based learning
 * applied to document recognition. Proceedings of the IEEE, 1998): 60,000 to train on, 10,000 to
 * test.
 */
public final class Mnist {
  /** Which tenth validates: runs with other seeds are to be compared on the same pictures. */
  private static final long SPLIT_SEED = 1;

  private Mnist() {}

  /**
   * Labels are {@code 0} to {@code 9}. Validation is a tenth of train, chosen by a hash of the
   * pixels.
   *
   * @param folder with the four idx files, packed as they are published
   */
  public static Splits<LabelledPicture> splits(Path folder) {
    Splits<LabelledPicture> cut =
        new RandomSplit(List.of(0.9, 0.1, 0.0), SPLIT_SEED)
            .cut(read(folder, "train"), picture -> picture.input().key());
    return new Splits<>(cut.train(), cut.validation(), read(folder, "t10k"));
  }

  private static List<LabelledPicture> read(Path folder, String part) {
    return new IdxFiles(
            folder.resolve(part + "-images-idx3-ubyte.gz"),
            folder.resolve(part + "-labels-idx1-ubyte.gz"))
        .read();
  }
}
