package org.unroll.datasets.caption;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.image.PictureView;

/**
 * Pictures without their captions, an example a picture: {@code [b, channels, height, width]} or
 * features. Immutable and thread-safe.
 */
public record PictureBatches(PictureInput input, List<PictureContent> pictures) {
  public PictureBatches {
    pictures = List.copyOf(pictures);
  }

  /**
   * To train on.
   *
   * @param sets for each picture the numbers of its labels
   * @param labels how many there are; {@code [b, labels]}
   */
  public Batches training(int[][] sets, int labels, BatchOrder order, Augmentation augmentation) {
    return new BucketBatches(
        order.of(alike()),
        (epoch, examples) -> {
          PictureView[] views = new PictureView[examples.length];
          Arrays.setAll(views, i -> augmentation.view(epoch, examples[i]));
          int[][] held = Arrays.stream(examples).mapToObj(i -> sets[i]).toArray(int[][]::new);
          return data(examples, views, Padded.labels(held, labels));
        });
  }

  /** To look at as they are. */
  public Batches all(int batch) {
    return new BucketBatches(
        new BatchOrder(batch, 0, true).of(alike()),
        examples -> {
          PictureView[] views = new PictureView[examples.length];
          Arrays.fill(views, PictureView.WHOLE);
          return data(examples, views);
        });
  }

  /** All pictures are of one size. */
  private int[] alike() {
    return new int[pictures.size()];
  }

  private MultiDataSet data(int[] examples, PictureView[] views, INDArray... labels) {
    List<PictureContent> contents = Arrays.stream(examples).mapToObj(pictures::get).toList();
    return new MultiDataSet(new INDArray[] {input.numbers(contents, views)}, labels);
  }
}
