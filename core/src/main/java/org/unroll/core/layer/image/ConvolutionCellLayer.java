package org.unroll.core.layer.image;

import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.GateMaps;
import org.unroll.core.layer.cell.PlainCell;
import org.unroll.core.layer.cell.PlainTape;
import org.unroll.core.layer.onednn.OneDnnFilters;

/**
 * {@link ConvolutionCell} at work: the plain cells over convolutions, those of the inputs for all
 * steps at once. Owned by the graph's thread.
 */
final class ConvolutionCellLayer extends PictureLayer<ConvolutionCell> {
  private static final long serialVersionUID = 1;

  /** A pass in training, for its backward pass. */
  private record Run(CellInput in, PlainTape tape) {}

  private final transient OneDnnFilters library = new OneDnnFilters();
  private transient Optional<Run> run = Optional.empty(); // the last one in training

  ConvolutionCellLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  private GateMaps maps(Map<String, INDArray> gradients) {
    return new ConvolutionMaps(layerConf(), counted(), params, gradients, library);
  }

  private PlainTape tape(CellInput in) {
    return new PlainTape(PlainCell.of(layerConf().cell()), maps(Map.of()), in);
  }

  private CellInput in(ArrayType where, LayerWorkspaceMgr workspaces) {
    CountedRows frames = counted();
    INDArray rows = rows(input, where, workspaces); // [t b, n]
    if (!frames.areAll()) {
      rows = workspaces.dup(where, rows, 'c');
      frames.clearOthers(rows);
    }
    INDArray steps = rows.reshape('c', input.size(2), input.size(0), rows.size(1)); // [t, b, n]
    StepMask mask = StepMask.of(Optional.ofNullable(maskArray), input.size(0), input.size(2));
    return new CellInput(steps, mask, start());
  }

  private CellState start() {
    return CellState.zeros(dataType, input.size(0), layerConf().stateSize().length());
  }

  @Override
  @SuppressWarnings("try") // the scope is closed, not read
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    CellInput in = in(training ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM, workspaces);
    INDArray output = // [t, b, u]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATIONS,
            dataType,
            in.time(),
            in.batch(),
            layerConf().stateSize().length());
    if (training) {
      try (MemoryWorkspace kept = workspaces.notifyScopeBorrowed(ArrayType.ACTIVATIONS)) {
        PlainTape tape = tape(in);
        tape.read(output);
        run = Optional.of(new Run(in, tape));
      }
    } else {
      tape(in).read(output);
    }
    return TimeMajor.sequences(output);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (run.isEmpty()) {
      activate(true, workspaces);
    }
    Run done = run.orElseThrow();
    run = Optional.empty();
    INDArray above = // [t, b, u]
        TimeMajor.steps(workspaces, ArrayType.BP_WORKING_MEM, epsilon.castTo(dataType));
    INDArray below = // [t, b, n]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATION_GRAD, dataType, done.in().steps().shape());
    done.tape().backward(maps(gradientViews), above, start(), below);
    return new Pair<>(gradientOfAll(), TimeMajor.sequences(below));
  }

  @Override
  public void clear() {
    super.clear();
    run = Optional.empty();
  }

  @Override
  public void close() {
    library.close();
    super.close();
  }
}
