package org.unroll.datasets.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.EpochCache;
import org.unroll.core.data.LengthBuckets;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.image.PictureView;

/**
 * Clips to train on, or whole recordings: in another order each epoch, each clip moved by up to
 * half a step, seen as the augmentation draws. Immutable and thread-safe.
 */
public final class ClipBatches implements Batches {
  private final FrameInput input;
  private final FrameTargets targets;
  private final Augmentation augmentation;
  private final ClipConfig config;
  private final int[] recordings; // frames of each
  private final List<Stretch> clips; // as they lie when they are not moved
  private final LengthBuckets buckets;
  private final EpochCache<int[][]> epochs;

  /**
   * @param augmentation its seed is that of all that is drawn
   * @param batch clips in a batch
   */
  public ClipBatches(
      FrameInput input,
      FrameTargets targets,
      ClipConfig config,
      Augmentation augmentation,
      int batch) {
    this.input = input;
    this.targets = targets;
    this.config = config;
    this.augmentation = augmentation;
    this.recordings = input.lengths();
    this.clips = clips(recordings, config);
    int[] lengths = clips.stream().mapToInt(Stretch::length).toArray();
    this.buckets = new LengthBuckets(lengths, batch, augmentation.seed(), true);
    this.epochs = new EpochCache<>(buckets::epoch);
  }

  private static List<Stretch> clips(int[] recordings, ClipConfig config) {
    List<Stretch> clips = new ArrayList<>();
    for (int recording = 0; recording < recordings.length; recording++) {
      int all = recordings[recording];
      int length = Math.min(all, config.length().orElse(all));
      clips.add(new Stretch(recording, 0, length));
      for (int end = length; end < all; end += config.stride()) {
        int from = Math.min(end - length + config.stride(), all - length); // the last ends with it
        clips.add(new Stretch(recording, from, length));
      }
    }
    return clips;
  }

  @Override
  public int size() {
    return buckets.size();
  }

  @Override
  public int examples() {
    return clips.size();
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] examples = epochs.get(epoch)[n];
    List<Stretch> stretches = new ArrayList<>();
    PictureView[] views = new PictureView[examples.length];
    for (int i = 0; i < views.length; i++) {
      stretches.add(moved(epoch, examples[i]));
      views[i] = augmentation.view(epoch, examples[i]);
    }
    Padded read = input.arrays(stretches, views);
    Padded labels = targets.labels(stretches, views, (int) read.mask().size(1));
    MultiDataSet data =
        new MultiDataSet(
            new INDArray[] {read.numbers()},
            new INDArray[] {labels.numbers()},
            new INDArray[] {read.mask()},
            new INDArray[] {labels.mask()});
    return new Batch(data, Arrays.copyOf(examples, examples.length));
  }

  private Stretch moved(int epoch, int example) {
    Stretch clip = clips.get(example);
    int last = recordings[clip.recording()] - clip.length();
    int half = config.stride() / 2;
    if (last == 0 || half == 0) {
      return clip;
    }
    long seed = (augmentation.seed() * 31 + epoch) * 1_000_003 + example;
    int move = new SplittableRandom(seed).nextInt(-half, half + 1);
    int from = Math.max(0, Math.min(last, clip.from() + move));
    return new Stretch(clip.recording(), from, clip.length());
  }
}
