package org.unroll.core.graph.node;

/** The recurrent cells of the YAML. */
public enum Cell {
  /** Elman's network: h = tanh(W x + R h + b). */
  RNN(1),
  /** Long short-term memory (Hochreiter &amp; Schmidhuber 1997; Gers et al. 2000). */
  LSTM(4),
  /** Gated recurrent unit (Cho et al. 2014), as in PyTorch unless {@code reset-after: false}. */
  GRU(3);

  private final int gates;

  Cell(int gates) {
    this.gates = gates;
  }

  /** Blocks of units in a weight matrix: {@code [in, gates * units]}. */
  int gates() {
    return gates;
  }
}
