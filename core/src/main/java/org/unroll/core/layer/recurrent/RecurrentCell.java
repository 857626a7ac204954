package org.unroll.core.layer.recurrent;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.LayerStart;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.cell.CellType;

/**
 * A recurrent layer in one direction, {@code [b, n, t]} to {@code [b, units, t]}: the configuration
 * as DL4J saves it. At a masked step the state is held and the output is 0. The parameters are
 * {@code W}, {@code RW} and {@code b} as {@link CellType} says, and with a learned state {@code h0}
 * and, of an lstm, {@code c0}.
 *
 * <p>DL4J's own LSTM runs a loop of dozens of native calls a step; this one runs on oneDNN where it
 * can ({@link EngineChoice}).
 */
public final class RecurrentCell extends BaseRecurrentLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private CellType cell;
  @JsonProperty private double forgetBias;
  @JsonProperty private boolean learnedState;
  @JsonProperty private boolean memoryRead;

  /** For reading a saved graph. */
  public RecurrentCell() {}

  private RecurrentCell(Builder builder) {
    super(builder);
    this.cell = builder.cell;
    this.forgetBias = builder.forgetBias;
    this.learnedState = builder.learnedState;
    this.memoryRead = builder.memoryRead;
    initializeConstraints(builder);
  }

  /** The cell that is computed. */
  public CellType cell() {
    return cell;
  }

  /** Where the forget gate's bias of an lstm starts. */
  double forgetBias() {
    return forgetBias;
  }

  /** Whether the state before the first step is a parameter. */
  boolean hasLearnedState() {
    return learnedState;
  }

  /** Whether a {@link LastMemory} reads this layer. */
  boolean isMemoryRead() {
    return memoryRead;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    LayerValidation.assertNInNOutSet("RecurrentCell", getLayerName(), index, getNIn(), getNOut());
    return new LayerStart(listeners, index, parameters, initialise)
        .give(new RecurrentCellLayer(configuration, dataType), configuration, initializer());
  }

  @Override
  public ParamInitializer initializer() {
    return new CellParameters();
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType.InputTypeRecurrent input = (InputType.InputTypeRecurrent) inputType;
    InputType output = getOutputType(-1, inputType);
    long parameters = initializer().numParams(this);
    long steps = Math.max(1, input.getTimeSeriesLength());
    long gates = steps * cell.gates() * getNOut(); // an example's activated gates
    long states = 2 * steps * getNOut();
    return new LayerMemoryReport.Builder(getLayerName(), RecurrentCell.class, inputType, output)
        .standardMemory(parameters, (int) getIUpdater().stateSize(parameters))
        .workingMemory(0, gates + states, 0, 2 * gates + 2 * states)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrentCell that
        && super.equals(other)
        && cell == that.cell
        && forgetBias == that.forgetBias
        && learnedState == that.learnedState
        && memoryRead == that.memoryRead;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), cell, forgetBias, learnedState, memoryRead);
  }

  /** Puts a {@link RecurrentCell} together. Sizes and weight starts are DL4J's own settings. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
    private static final double DEFAULT_FORGET_BIAS = 1;

    private final CellType cell;
    private double forgetBias = DEFAULT_FORGET_BIAS;
    private boolean learnedState;
    private boolean memoryRead;

    public Builder(CellType cell) {
      this.cell = cell;
      activation(Activation.TANH); // unused, but DL4J's default is a logistic function
    }

    /** Where the forget gate's bias starts, default 1 (Gers et al. 2000); of an lstm only. */
    public Builder forgetBias(double start) {
      this.forgetBias = start;
      return this;
    }

    /** Makes the state before the first step a parameter, which starts at 0. */
    public Builder learnedState(boolean learned) {
      this.learnedState = learned;
      return this;
    }

    /** Says that a {@link LastMemory} reads the layer. */
    public Builder memoryRead(boolean read) {
      this.memoryRead = read;
      return this;
    }

    @Override
    public RecurrentCell build() {
      return new RecurrentCell(this);
    }
  }
}
