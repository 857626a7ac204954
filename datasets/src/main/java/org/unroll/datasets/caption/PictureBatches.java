package org.unroll.datasets.caption;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.BucketBatches;
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
   * @param labels for each picture which words its captions hold; as labels {@code [b, words]}
   */
  public Batches training(boolean[][] labels, BatchOrder order, Augmentation augmentation) {
    return new BucketBatches(
        order.of(alike()),
        (epoch, examples) -> {
          PictureView[] views = new PictureView[examples.length];
          Arrays.setAll(views, i -> augmentation.view(epoch, examples[i]));
          return data(examples, views, labels(examples, labels));
        });
  }

  /** To look at as they are. */
  public Batches all(int batch) {
    return new BucketBatches(
        new BatchOrder(batch, 0, true).of(alike()),
        examples -> {
          PictureView[] views = new PictureView[examples.length];
          Arrays.fill(views, PictureView.WHOLE);
          return data(examples, views, new INDArray[0]);
        });
  }

  /** All pictures are of one size. */
  private int[] alike() {
    return new int[pictures.size()];
  }

  /** {@code [b, words]}. */
  private static INDArray[] labels(int[] examples, boolean[][] labels) {
    float[][] rows = new float[examples.length][];
    for (int i = 0; i < rows.length; i++) {
      boolean[] held = labels[examples[i]];
      rows[i] = new float[held.length];
      for (int word = 0; word < held.length; word++) {
        rows[i][word] = held[word] ? 1 : 0;
      }
    }
    return new INDArray[] {Nd4j.createFromArray(rows)};
  }

  private MultiDataSet data(int[] examples, PictureView[] views, INDArray[] labels) {
    List<PictureContent> contents = Arrays.stream(examples).mapToObj(pictures::get).toList();
    return new MultiDataSet(new INDArray[] {input.numbers(contents, views)}, labels);
  }
}
