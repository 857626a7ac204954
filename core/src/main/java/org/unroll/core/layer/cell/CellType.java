package org.unroll.core.layer.cell;

import java.util.List;

/**
 * The recurrent cells, and how their parameters lie. With n inputs and u units the input weights
 * are {@code [n, gates, u]}, the recurrent weights {@code [u, gates, u]} and the bias {@code
 * [biases, u]}, each in C order. The order of the gates is oneDNN's, so that nothing is copied.
 */
public enum CellType {
  /** Elman's network (1990): h' = tanh(W x + R h + b). */
  TANH(1, 1),
  /** As {@link #TANH} with max(0, .), of Le et al. (2015). */
  RELU(1, 1),
  /**
   * Long short-term memory (Hochreiter &amp; Schmidhuber 1997, Gers et al. 2000). Gates: input i,
   * forget f, candidate g, output o; c' = f c + i g, h' = o tanh(c').
   */
  LSTM(4, 4),
  /**
   * Gated recurrent unit (Cho et al. 2014). Gates: update z, reset r, candidate g; g = tanh(W x + R
   * (r h) + b), h' = z h + (1 - z) g.
   */
  GRU(3, 3),
  /**
   * The GRU of PyTorch and cuDNN, reset applied after the recurrent product: g = tanh(W x + b + r
   * (R h + d)). Its bias has four blocks: z, r, g and d.
   */
  GRU_RESET_AFTER(3, 4);

  /** The block of what may go into the state; a tanh, no gate. */
  public static final String CANDIDATE = "candidate";

  private final int gates;
  private final int biases;

  CellType(int gates, int biases) {
    this.gates = gates;
    this.biases = biases;
  }

  /** Blocks of units in a weight matrix. */
  public int gates() {
    return gates;
  }

  /** What the blocks are called, in their order; of a plain cell the one is its state. */
  public List<String> gateNames() {
    return switch (this) {
      case TANH, RELU -> List.of("state");
      case LSTM -> List.of("input", "forget", CANDIDATE, "output");
      case GRU, GRU_RESET_AFTER -> List.of("update", "reset", CANDIDATE);
    };
  }

  /** Blocks of units in the bias. */
  public int biases() {
    return biases;
  }

  /** Whether the state has a memory c beside the output h. */
  public boolean hasMemory() {
    return this == LSTM;
  }
}
