package org.unroll.core.graph.step;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a {@link StepGraph} stands after some output steps: for each row the example it belongs to
 * and the states of all recurrent layers. Immutable, on Java's heap; good until the graph's next
 * {@code start}.
 */
public final class StepState {
  private final Object run; // the start it comes from
  private final int step;
  private final int[] examples;
  private final Map<String, Map<String, float[]>> memories; // by vertex and kind, [rows, units]

  StepState(Object run, int step, int[] examples, Map<String, Map<String, float[]>> memories) {
    this.run = run;
    this.step = step;
    this.examples = examples;
    this.memories = memories;
  }

  Object run() {
    return run;
  }

  /** Output steps done. */
  public int step() {
    return step;
  }

  /** Rows of the next step. */
  public int rows() {
    return examples.length;
  }

  /** For each row the example it belongs to; not to be changed. */
  int[] examples() {
    return examples;
  }

  Map<String, Map<String, float[]>> memories() {
    return memories;
  }

  /**
   * The state with other rows: reordered, repeated or left out, as a beam search needs it.
   *
   * @param rows of this state, one for each new row
   */
  public StepState select(int... rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = examples[rows[i]];
    }
    Map<String, Map<String, float[]>> kept = new LinkedHashMap<>();
    memories.forEach(
        (vertex, memory) -> {
          Map<String, float[]> picked = new LinkedHashMap<>();
          memory.forEach((kind, values) -> picked.put(kind, pick(values, rows)));
          kept.put(vertex, picked);
        });
    return new StepState(run, step, chosen, kept);
  }

  /**
   * The rows of several states of one start, one below the other, such as those of prompts of other
   * lengths; for graphs whose inputs are all step inputs, as the states stand at other steps. Each
   * is of one step at least: before it layers remember nothing, and some begin as they learnt to.
   */
  public static StepState join(List<StepState> states) {
    if (states.stream().anyMatch(each -> each.step == 0)) {
      throw new IllegalArgumentException("a state before its first step has nothing to be joined");
    }
    StepState first = states.get(0);
    int[] examples = states.stream().flatMapToInt(each -> Arrays.stream(each.examples)).toArray();
    Map<String, Map<String, float[]>> joined = new LinkedHashMap<>();
    first.memories.forEach(
        (vertex, memory) -> {
          Map<String, float[]> kinds = new LinkedHashMap<>();
          for (String kind : memory.keySet()) {
            kinds.put(
                kind,
                join(states.stream().map(each -> each.memories.get(vertex).get(kind)).toList()));
          }
          joined.put(vertex, kinds);
        });
    return new StepState(first.run, first.step, examples, joined);
  }

  private static float[] join(Collection<float[]> parts) {
    float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /**
   * What a recurrent layer remembers, row after row: its state, {@code hidden}, and of an lstm its
   * {@code memory}.
   *
   * @param vertex DL4J's name of it
   * @return {@code [rows · units]} by kind, not to be changed
   */
  public Map<String, float[]> memory(String vertex) {
    return memories.get(vertex);
  }

  private float[] pick(float[] values, int[] rows) {
    int units = values.length / examples.length;
    float[] picked = new float[rows.length * units];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * units, picked, i * units, units);
    }
    return picked;
  }
}
