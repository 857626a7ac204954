package org.unroll.datasets.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.app.Net;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.LengthBuckets;
import org.unroll.core.data.Padded;
import org.unroll.datasets.image.PictureView;

/**
 * What a net says of every frame of whole recordings. Long ones are read in windows that overlap by
 * two margins; what it says of a margin is not used.
 */
public final class RecordingWindows implements Batches {
  private static final long MOST = 1L << 23; // numbers of a batch

  private final FrameInput input;
  private final int[] lengths;
  private final List<Stretch> windows = new ArrayList<>();
  private final int margin;
  private final int[][] batches;

  /** Of all recordings of the input. */
  public RecordingWindows(FrameInput input, ClipConfig config) {
    this.input = input;
    this.lengths = input.lengths();
    this.margin = config.margin();
    int window = config.windowOf(input.size());
    for (int recording = 0; recording < lengths.length; recording++) {
      cut(recording, window);
    }
    int[] sizes = windows.stream().mapToInt(Stretch::length).toArray();
    int longest = Arrays.stream(sizes).max().orElse(1);
    long fit = MOST / ((long) longest * input.size());
    int batch = (int) Math.max(1, Math.min(32, fit));
    this.batches = new LengthBuckets(sizes, batch, 0, true).epoch(0);
  }

  private void cut(int recording, int window) {
    int all = lengths[recording];
    int from = 0;
    windows.add(new Stretch(recording, 0, Math.min(all, window)));
    while (from + window < all) {
      from = Math.min(from + window - 2 * margin, all - window);
      windows.add(new Stretch(recording, from, window));
    }
  }

  @Override
  public int size() {
    return batches.length;
  }

  @Override
  public int examples() {
    return windows.size();
  }

  @Override
  public Batch get(int epoch, int n) {
    List<Stretch> stretches = Arrays.stream(batches[n]).mapToObj(windows::get).toList();
    PictureView[] views = new PictureView[stretches.size()];
    Arrays.fill(views, PictureView.WHOLE);
    Padded read = input.arrays(stretches, views);
    MultiDataSet data =
        new MultiDataSet(new INDArray[] {read.numbers()}, null, new INDArray[] {read.mask()}, null);
    return new Batch(data, batches[n].clone());
  }

  /**
   * @return {@code [recording][frame][number]}
   */
  public float[][][] outputs(Net net, int numbers) {
    float[][][] answers = new float[lengths.length][][];
    Arrays.setAll(answers, recording -> new float[lengths[recording]][numbers]);
    net.outputs(this, (example, output) -> take(windows.get(example), output, answers));
    return answers;
  }

  /**
   * @param output {@code [number · time]}
   */
  private void take(Stretch window, float[] output, float[][][] answers) {
    float[][] frames = answers[window.recording()];
    int numbers = frames[0].length;
    int time = output.length / numbers;
    int first = window.from() == 0 ? 0 : margin;
    boolean last = window.from() + window.length() == frames.length;
    int end = last ? window.length() : window.length() - margin;
    for (int t = first; t < end; t++) {
      for (int i = 0; i < numbers; i++) {
        frames[window.from() + t][i] = output[i * time + t];
      }
    }
  }
}
