package org.unroll.core.layer.image;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.array.TimeMajor;

/** Channels, rows and columns of a picture, which lies in memory in this order. */
public record PictureSize(
    @JsonProperty("channels") int channels,
    @JsonProperty("height") int height,
    @JsonProperty("width") int width) {

  /** A vector as a picture of one place. */
  public static PictureSize vector(int size) {
    return new PictureSize(size, 1, 1);
  }

  /** Numbers of one channel. */
  public int plane() {
    return height * width;
  }

  /** Numbers of a picture. */
  public int length() {
    return channels * plane();
  }

  /** For messages, such as {@code 64 × 48 in colour}: height and width. */
  public String described() {
    return "%d × %d in %s".formatted(height, width, channels == 1 ? "grey" : "colour");
  }

  /** DL4J's type of such pictures, as many or as steps of a sequence as the model. */
  InputType like(InputType model) {
    return model instanceof InputType.InputTypeRecurrent steps
        ? InputType.recurrent(length(), steps.getTimeSeriesLength(), RNNFormat.NCW)
        : InputType.convolutional(height, width, channels);
  }

  /**
   * Rows as pictures or frames.
   *
   * @param model {@code [b, n, t]} if they are frames
   * @param rows {@code [r, c h w]}
   * @return {@code [b, c h w, t]} or {@code [r, c, h, w]}
   */
  INDArray like(INDArray model, INDArray rows) {
    return model.rank() == 3 ? TimeMajor.like(model, rows) : pictures(rows);
  }

  /**
   * @param rows dense {@code [r, c h w]}
   * @return {@code [r, c, h, w]}
   */
  INDArray pictures(INDArray rows) {
    return rows.reshape('c', rows.size(0), channels, height, width);
  }
}
