package org.unroll.datasets.clip;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.Padded;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.datasets.image.PictureView;

/**
 * What a net should say of each frame: the number of its class, or scaled numbers.
 *
 * @param rows {@code [recording][frame][number]}, NaN where there is none; not to be changed
 * @param mirrored the same of mirrored frames
 */
public record FrameTargets(float[][][] rows, float[][][] mirrored) {

  /**
   * Labels and their mask.
   *
   * @param views how each stretch is seen
   * @param time steps of the batch
   * @return {@code [b, n, t]}, and {@code [b, t]} of 0 where there is no label
   */
  Padded labels(List<Stretch> stretches, PictureView[] views, int time) {
    int batch = stretches.size();
    int size = rows[0][0].length;
    float[] numbers = new float[batch * time * size];
    float[] mask = new float[batch * time];
    for (int b = 0; b < batch; b++) {
      Stretch stretch = stretches.get(b);
      float[][] frames = (views[b].mirrored() ? mirrored : rows)[stretch.recording()];
      for (int t = 0; t < stretch.length(); t++) {
        float[] frame = frames[stretch.from() + t];
        if (!Float.isNaN(frame[0])) {
          System.arraycopy(frame, 0, numbers, (t * batch + b) * size, size);
          mask[b * time + t] = 1;
        }
      }
    }
    INDArray steps = Floats.array(numbers, time, batch, size); // [t, b, n]
    return new Padded(TimeMajor.sequences(steps), Floats.array(mask, batch, time));
  }
}
