package org.unroll.core.layer.recurrent;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellRecorder;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.RecordingEngine;
import org.unroll.core.layer.cell.RecurrentEngine;

/** {@link RecurrentCell} at work. Owned by the graph's thread. */
final class RecurrentCellLayer extends BaseRecurrentLayer<RecurrentCell> implements RecordedLayer {
  private static final long serialVersionUID = 1;

  /** A pass in training and what it read. */
  private record Run(CellPass pass, CellInput input) {}

  private final transient EngineChoice engines;
  private final transient InitialStates starts;
  private final transient LayerMask mask = new LayerMask();
  private transient Optional<Run> run = Optional.empty(); // the last one in training
  private transient Optional<CellState> last = Optional.empty(); // of the last pass, if asked for
  private transient Optional<INDArray> memoryGradient = Optional.empty(); // [b, u], of last

  RecurrentCellLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
    this.engines = new EngineChoice(layerConf().cell());
    this.starts = new InitialStates(layerConf(), dataType);
  }

  InitialStates starts() {
    return starts;
  }

  @Override
  public void record(CellRecorder recorder) {
    engines.record(new RecordingEngine(layerConf().cell(), recorder));
  }

  /** The memory after each example's last step, {@code [b, u]}; of the last pass. */
  INDArray lastMemory() {
    return last.orElseThrow().memory();
  }

  /** Of what {@link #lastMemory()} gave; to be told before the backward pass. */
  void addMemoryGradient(INDArray gradient) {
    memoryGradient = Optional.of(gradient);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    boolean memory = layerConf().isMemoryRead();
    return read(Map.of(), new RecurrentEngine.Use(training, memory), workspaces);
  }

  @Override
  public INDArray rnnTimeStep(INDArray steps, LayerWorkspaceMgr workspaces) {
    setInput(steps, workspaces);
    INDArray output = read(stateMap, new RecurrentEngine.Use(false, true), workspaces);
    stateMap.putAll(starts.store(last.orElseThrow()));
    return output;
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray steps, boolean training, boolean store, LayerWorkspaceMgr workspaces) {
    setInput(steps, workspaces);
    boolean memory = layerConf().isMemoryRead();
    RecurrentEngine.Use use = new RecurrentEngine.Use(training, store || memory);
    INDArray output = read(tBpttStateMap, use, workspaces);
    if (store) {
      tBpttStateMap.putAll(starts.store(last.orElseThrow()));
    }
    return output;
  }

  /**
   * @param stored the state to go on from; empty to start anew
   * @return {@code [b, u, t]}
   */
  private INDArray read(
      Map<String, INDArray> stored, RecurrentEngine.Use use, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    applyDropOutIfNecessary(use.training(), workspaces);
    INDArray typed = input.castTo(dataType); // [b, n, t]
    INDArray steps = TimeMajor.steps(workspaces, ArrayType.ACTIVATIONS, typed); // [t, b, n]
    CellState start = starts.choose(stored, params, steps.size(1));
    CellInput in = new CellInput(steps, mask.of(steps, layerId()), start);
    INDArray output = // [t, b, u]
        TimeMajor.create(workspaces, ArrayType.ACTIVATIONS, dataType, outputShape(steps));
    CellPass pass = engines.choose(in).forward(weights(params), in, output, use);
    last = use.last() ? Optional.of(pass.last().detached()) : Optional.empty();
    if (use.training()) {
      run = Optional.of(new Run(pass, in));
    }
    return TimeMajor.sequences(output);
  }

  private long[] outputShape(INDArray steps) {
    return new long[] {steps.size(0), steps.size(1), layerConf().getNOut()};
  }

  private static CellWeights weights(Map<String, INDArray> table) {
    return new CellWeights(
        table.get(CellParameters.INPUT_WEIGHTS),
        table.get(CellParameters.RECURRENT_WEIGHTS),
        table.get(CellParameters.BIAS));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (run.isEmpty()) {
      activate(true, workspaces);
    }
    Run done = run.orElseThrow();
    run = Optional.empty();
    INDArray output = // [t, b, u]
        TimeMajor.steps(workspaces, ArrayType.BP_WORKING_MEM, epsilon.castTo(dataType));
    CellState end = CellState.zeros(dataType, output.size(1), output.size(2));
    memoryGradient.ifPresent(end.memory()::assign);
    memoryGradient = Optional.empty();
    INDArray input = // [t, b, n]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATION_GRAD, dataType, done.input().steps().shape());
    CellState start = done.pass().backward(output, end, weights(gradientViews), input);
    starts.backward(start, gradientViews);
    weightNoiseParams.clear();
    return new Pair<>(gradientOfAll(), backpropDropOutIfPresent(TimeMajor.sequences(input)));
  }

  private Gradient gradientOfAll() {
    Gradient all = new DefaultGradient(gradientsFlattened);
    for (String name : conf.variables()) {
      all.setGradientFor(name, gradientViews.get(name), 'c');
    }
    return all;
  }

  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int backwardSteps, LayerWorkspaceMgr workspaces) {
    if (backwardSteps < epsilon.size(2)) {
      throw new UnsupportedOperationException(
          "Truncated back-propagation over fewer steps than were read: set both lengths alike");
    }
    return backpropGradient(epsilon, workspaces);
  }

  @Override
  public void setMaskArray(INDArray array) {
    super.setMaskArray(array);
    mask.set(Optional.ofNullable(array));
  }

  /**
   * The padding is 0 afterwards, so layers above need not mask their input, as after DL4J's LSTM.
   */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray array, MaskState state, int batch) {
    setMaskArray(array);
    return new Pair<>(array, MaskState.Passthrough);
  }

  /** DL4J's own assumes parameters in F order. */
  @Override
  public void setParams(INDArray parameters) {
    if (parameters != paramsFlattened) {
      setParams(parameters, 'c');
    }
  }

  @Override
  public void clear() {
    super.clear();
    mask.set(Optional.empty());
    run = Optional.empty();
    memoryGradient = Optional.empty();
    starts.forget();
  }

  @Override
  public void close() {
    engines.release();
    super.close();
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
