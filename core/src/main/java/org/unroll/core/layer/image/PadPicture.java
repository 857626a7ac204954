package org.unroll.core.layer.image;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.ParameterlessVertexConfiguration;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.VertexPlace;

/**
 * Zeros around pictures {@code [b, c, h, w]} or each frame {@code [b, c h w, t]}: other numbers of
 * them on each side, and zeros that count where pictures are pooled.
 */
public final class PadPicture extends ParameterlessVertexConfiguration implements Stepwise {
  private static final long serialVersionUID = 1;

  /** Rows above and below, columns left and right. */
  public record Zeros(
      @JsonProperty("top") int top,
      @JsonProperty("bottom") int bottom,
      @JsonProperty("left") int left,
      @JsonProperty("right") int right) {

    /** The picture with them; a side that is not known stays so. */
    public PictureSize around(PictureSize size) {
      return new PictureSize(
          size.channels(),
          size.height() == 0 ? 0 : size.height() + top + bottom,
          size.width() == 0 ? 0 : size.width() + left + right);
    }
  }

  @JsonProperty private final PictureSize size;
  @JsonProperty private final Zeros zeros;

  /**
   * @param size what is read
   */
  public PadPicture(@JsonProperty("size") PictureSize size, @JsonProperty("zeros") Zeros zeros) {
    super(1, 1, size, zeros);
    this.size = size;
    this.zeros = zeros;
  }

  /** Around the picture. */
  public Zeros zeros() {
    return zeros;
  }

  @Override
  protected ParameterlessVertex atWork(VertexPlace place) {
    return new PadPictureVertex(place, size, zeros);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    return zeros.around(size).like(inputs[0]);
  }
}
