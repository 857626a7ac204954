package org.unroll.apps.charlm;

import java.util.List;
import java.util.Map;
import org.unroll.core.app.Draft;
import org.unroll.core.yaml.FlowYaml;

/**
 * Sizes that suit the text of a draft.
 *
 * @param symbols about as many to train on
 */
record CharlmSizes(long symbols) {

  /**
   * A net, and how it reads.
   *
   * @param below so many symbols
   * @param units of each layer
   * @param dropout of what each layer but the first reads, and of what the head reads
   * @param batch rows
   */
  private record Net(long below, int layers, int units, double dropout, int batch) {}

  /** Fewer are learnt by heart, whatever the net. */
  private static final int FEW = 10_000;

  private static final long LONG = 20_000_000;

  private static final List<Net> NETS =
      List.of(
          new Net(5_000, 1, 64, 0.5, 2),
          new Net(50_000, 1, 128, 0.5, 8),
          new Net(400_000, 1, 256, 0.5, 16),
          new Net(2_000_000, 1, 512, 0.4, 32),
          new Net(LONG, 2, 320, 0.2, 32),
          new Net(Long.MAX_VALUE, 1, 512, 0, 64));

  private static final int EMBEDDING = 64;
  private static final int STEPS = 64;
  private static final int FEWEST_STEPS = 8;

  /** Batches that a short text should give an epoch. */
  private static final int BATCHES = 8;

  /** Symbols of an epoch of a long text. */
  private static final int EPOCH = 1_000_000;

  /** Symbols a second that a core trains a layer of {@link #UNITS} on; small nets reach no more. */
  private static final double SPEED = 20_000;

  private static final double HIGHEST_SPEED = 100_000;
  private static final double UNITS = 512;

  /** A quarter of an hour on two cores. */
  private static final double CORE_SECONDS = 2 * 15 * 60;

  private static final int FEWEST_EPOCHS = 3;
  private static final int MOST_EPOCHS = 30;

  void set(Draft draft) {
    Net net = net();
    int steps = steps(net);
    draft.set("data", "batch", net.batch);
    if (symbols >= LONG) {
      draft.set(
          "data",
          "batches-per-epoch",
          EPOCH / (net.batch * steps),
          "about a million symbols; the next epoch goes on from there");
    }
    graph(draft, net);
    int epochs = epochs(net);
    draft.set("train", "epochs", epochs, "the best on the validation part is kept");
    draft.set("train", "tbptt", steps);
    draft.set("train", "updater", Map.of("adam", 0.003));
    draft.set("train", "schedule", FlowYaml.parse("{kind: cosine, factor: 0.02}"));
    draft.set("train", "early-stop", FlowYaml.parse("{metric: nats, patience: 5}"));
    draft.saw(
        "net: LSTM, %s of %d units, %s; an epoch takes about %s on one core, and there are %d at most",
        net.layers == 1 ? "one layer" : net.layers + " layers",
        net.units,
        net.dropout == 0 ? "no dropout" : "dropout " + net.dropout,
        time(perEpoch() / speed(net)),
        epochs);
    if (symbols < FEW) {
      draft.ask(
          "train",
          "%,d symbols to learn from are few: a net learns them by heart, and writes little else",
          symbols);
    }
  }

  private Net net() {
    return NETS.stream().filter(each -> symbols < each.below).findFirst().orElseThrow();
  }

  private int steps(Net net) {
    long fitting = symbols / ((long) net.batch * BATCHES);
    return (int) Math.max(FEWEST_STEPS, Math.min(STEPS, fitting));
  }

  private static void graph(Draft draft, Net net) {
    draft.node("embed", "layer: embedding, size: %d, input: symbols".formatted(EMBEDDING));
    String dropout = net.dropout == 0 ? "" : ", dropout: " + net.dropout;
    String below = "embed";
    for (int layer = 1; layer <= net.layers; layer++) {
      String name = layer == 1 ? "cells" : "cells" + layer;
      draft.node(
          name,
          "layer: lstm, size: %d, input: %s%s"
              .formatted(net.units, below, layer == 1 ? "" : dropout));
      below = name;
    }
    draft.node("output", "layer: softmax, input: " + below + dropout);
  }

  private long perEpoch() {
    return symbols >= LONG ? EPOCH : symbols;
  }

  private static double speed(Net net) {
    double work = net.layers * Math.pow(net.units / UNITS, 2);
    return Math.min(HIGHEST_SPEED, SPEED / work);
  }

  private int epochs(Net net) {
    double epochs = CORE_SECONDS * speed(net) / perEpoch();
    return (int) Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, epochs));
  }

  private static String time(double seconds) {
    return seconds < 1
        ? "a second"
        : seconds < 100
            ? "%.0f seconds".formatted(seconds)
            : "%.0f minutes".formatted(seconds / 60);
  }
}
