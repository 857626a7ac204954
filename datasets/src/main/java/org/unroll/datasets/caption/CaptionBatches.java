package org.unroll.datasets.caption;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.NextWords;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.AugmentConfig;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.image.PictureView;
import org.unroll.datasets.text.Language;

/**
 * Captions and their pictures for a net that reads a picture and writes: {@code image}, as {@link
 * PictureInput} says, and {@code caption}, word numbers shifted right, the start first, {@code [b,
 * t]}; as labels those of the caption with its end, {@code [b, 1, t]}; masks {@code [b, t]}, of the
 * picture only if it is a sequence of regions.
 */
public final class CaptionBatches {
  private CaptionBatches() {}

  /** With pictures as they are. */
  public static BucketBatches of(EncodedCaptions captions, BatchOrder order) {
    return of(captions, order, new Augmentation(AugmentConfig.NONE, order.seed()));
  }

  /** With pictures changed by chance. One is not mirrored if its caption tells left from right. */
  public static BucketBatches of(
      EncodedCaptions captions, BatchOrder order, Augmentation augmentation) {
    return new BucketBatches(
        order.of(captions.lengths()),
        (epoch, examples) ->
            arrays(captions, examples, views(captions, augmentation, epoch, examples)));
  }

  private static PictureView[] views(
      EncodedCaptions captions, Augmentation augmentation, int epoch, int[] examples) {
    PictureView[] views = new PictureView[examples.length];
    for (int row = 0; row < views.length; row++) {
      PictureView view = augmentation.view(epoch, examples[row]);
      views[row] = captions.example(examples[row]).mirrors() ? view : view.unmirrored();
    }
    return views;
  }

  private static MultiDataSet arrays(
      EncodedCaptions captions, int[] examples, PictureView[] views) {
    Language language = captions.encoder().language();
    PictureInput input = captions.encoder().input();
    List<PictureContent> contents = new ArrayList<>();
    int[][] words = new int[examples.length][];
    for (int row = 0; row < examples.length; row++) {
      contents.add(captions.content(examples[row]));
      words[row] = captions.words(examples[row]);
    }
    NextWords next = NextWords.of(words, language.start(), language.end());
    Padded decoder = next.before(); // [b, t]
    return new MultiDataSet(
        new INDArray[] {input.numbers(contents, views), decoder.numbers()},
        new INDArray[] {next.labels()},
        new INDArray[] {input.mask(contents).orElse(null), decoder.mask()},
        new INDArray[] {decoder.mask().dup()});
  }
}
