package org.unroll.core.layer.image;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.cell.CellType;

/**
 * A recurrent cell whose matrices are convolutions (Shi et al. 2015 without peepholes; Ballas et
 * al. 2016), on frames {@code [b, c h w, t]} to {@code [b, filters h w, t]}: the state is a picture
 * of the size of a frame. At a masked step the state is held and the output is 0. The parameters
 * are {@code W} {@code [kernel, kernel, c, gates * filters]}, {@code RW} {@code [kernel, kernel,
 * filters, gates * filters]} and {@code b} {@code [1, gates * filters]}, the gates as in {@link
 * CellType}.
 */
public final class ConvolutionCell extends OwnLayer {
  private static final long serialVersionUID = 1;

  @JsonProperty private CellType cell;
  @JsonProperty private PictureSize size;
  @JsonProperty private Window window;
  @JsonProperty private double forgetBias;
  @JsonProperty private IWeightInit recurrentInit;

  /** For reading a saved graph. */
  public ConvolutionCell() {}

  private ConvolutionCell(Builder builder) {
    super(builder);
    this.cell = builder.cell;
    this.size = builder.size;
    this.window = builder.window;
    this.forgetBias = builder.forgetBias;
    this.recurrentInit = builder.recurrentInit;
  }

  CellType cell() {
    return cell;
  }

  /** Where the forget gate's bias of an lstm starts. */
  double forgetBias() {
    return forgetBias;
  }

  IWeightInit recurrentInit() {
    return recurrentInit;
  }

  /** Of a state. */
  PictureSize stateSize() {
    return new PictureSize((int) getNOut(), size.height(), size.width());
  }

  /** From a frame to all gates. */
  ConvolutionShape ofInputs() {
    return new ConvolutionShape(size, window, cell.gates() * (int) getNOut(), 1);
  }

  /** From a state to some gates. */
  ConvolutionShape ofState(int gates) {
    return new ConvolutionShape(stateSize(), window, gates * (int) getNOut(), 1);
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new ConvolutionCellLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new ConvolutionCellParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return stateSize().like(input);
  }

  /** The number of channels was told. */
  @Override
  public void setNIn(InputType input, boolean override) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ConvolutionCell that
        && super.equals(other)
        && cell == that.cell
        && size.equals(that.size)
        && window.equals(that.window)
        && forgetBias == that.forgetBias
        && recurrentInit.equals(that.recurrentInit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), cell, size, window, forgetBias, recurrentInit);
  }

  /** Puts a {@link ConvolutionCell} together: {@code nOut} filters of each gate. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final CellType cell;
    private final PictureSize size;
    private final Window window;
    private double forgetBias = 1;
    private IWeightInit recurrentInit;

    /**
     * @param cell one whose bias has a block for each gate
     * @param size of a frame
     * @param kernel height and width of a filter
     */
    public Builder(CellType cell, PictureSize size, int kernel) {
      Span span = new Span(kernel, 1, 1, Span.SAME);
      this.cell = cell;
      this.size = size;
      this.window = new Window(span, span);
      nIn(size.channels());
      activation(new ActivationTanH()); // unused, but DL4J's default is a logistic function
    }

    /** Where the forget gate's bias of an lstm starts, default 1. */
    public Builder forgetBias(double start) {
      this.forgetBias = start;
      return this;
    }

    /** How the weights of the state start. */
    public Builder recurrentInit(IWeightInit start) {
      this.recurrentInit = start;
      return this;
    }

    @Override
    public ConvolutionCell build() {
      return new ConvolutionCell(this);
    }
  }
}
