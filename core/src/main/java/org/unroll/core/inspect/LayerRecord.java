package org.unroll.core.inspect;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellRecorder;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;

/** What a recurrent layer did in the last pass. Owned by the graph's thread. */
final class LayerRecord implements CellRecorder {
  private final String name;
  private final CellType type;
  private final int units;
  private StepMask mask = StepMask.full(0, 0);
  private float[][] gates = {}; // by step, [b · gates · u]
  private float[][] hidden = {}; // by step, [b · u]
  private GradientNorms norms = GradientNorms.none(mask);
  private GradientNorms normsOfLast = norms;

  /**
   * @param name for readers
   */
  LayerRecord(String name, CellType type, int units) {
    this.name = name;
    this.type = type;
    this.units = units;
  }

  @Override
  public void begin(CellInput input) {
    mask = input.mask();
    gates = new float[input.time()][];
    hidden = new float[input.time()][];
    norms = GradientNorms.none(mask);
    normsOfLast = GradientNorms.none(mask);
  }

  @Override
  public void step(int step, INDArray activated, CellState state) {
    gates[step] = Floats.read(activated);
    hidden[step] = Floats.read(state.hidden());
  }

  @Override
  public void gradient(int step, CellState gradient) {
    norms.take(step, gradient, type.hasMemory());
  }

  @Override
  public void gradientOfLast(int step, CellState gradient) {
    normsOfLast.take(step, gradient, type.hasMemory());
  }

  String name() {
    return name;
  }

  CellType type() {
    return type;
  }

  int units() {
    return units;
  }

  StepMask mask() {
    return mask;
  }

  /** Of the last pass that went back, or of zeros. */
  GradientNorms norms() {
    return norms;
  }

  /** Those of what goes through the recurrence alone. */
  GradientNorms normsOfLast() {
    return normsOfLast;
  }

  float gate(int step, int example, int gate, int unit) {
    return gates[step][(example * type.gates() + gate) * units + unit];
  }

  /** A copy, {@code [u]}. */
  float[] hidden(int step, int example) {
    return Arrays.copyOfRange(hidden[step], example * units, (example + 1) * units);
  }

  float hidden(int step, int example, int unit) {
    return hidden[step][example * units + unit];
  }
}
