package org.unroll.core.graph.node;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.unroll.core.layer.GateWeightInit;

/** How weights start. */
public enum InitialWeights {
  /** Normal, variance 2 / (in + out) (Glorot &amp; Bengio 2010); in a cell those of one gate. */
  XAVIER,
  /** Normal, variance 1 / in (LeCun et al. 1998). */
  LECUN,
  /** Uniform within 1 / sqrt(in), as DL4J; in a cell within 1 / sqrt(units). */
  UNIFORM,
  /** Orthogonal, each gate by itself (Saxe et al. 2014). */
  ORTHOGONAL,
  /** The identity matrix, each gate by itself (Le et al. 2015). */
  IDENTITY,
  /** Normal, variance 2 / in (He et al. 2015). */
  RELU,
  /** Nothing: a head that shall begin as its skip path alone (Goyal et al. 2017, section 5.1). */
  ZERO;

  /** For a layer with one weight matrix. */
  IWeightInit forLayer() {
    return forGates(1);
  }

  /**
   * For a matrix {@code [in, gates * units]}. DL4J's own orthogonal, identity, LeCun and He know
   * nothing of gates: they take the whole matrix, or the number of units as fan-in.
   */
  IWeightInit forGates(int gates) {
    return switch (this) {
      case XAVIER -> WeightInit.XAVIER.getWeightInitFunction();
      case ZERO -> WeightInit.ZERO.getWeightInitFunction();
      case UNIFORM -> WeightInit.UNIFORM.getWeightInitFunction();
      case LECUN -> new GateWeightInit(GateWeightInit.Kind.LECUN, gates);
      case RELU -> new GateWeightInit(GateWeightInit.Kind.RELU, gates);
      case ORTHOGONAL -> new GateWeightInit(GateWeightInit.Kind.ORTHOGONAL, gates);
      case IDENTITY -> new GateWeightInit(GateWeightInit.Kind.IDENTITY, gates);
    };
  }
}
