package org.unroll.apps.video;

import org.unroll.core.app.Draft;
import org.unroll.core.yaml.FlowYaml;

/**
 * A net for frames: the default one where it fits, else one that did well on data of the kind.
 *
 * @param pictures whether frames are pictures, not numbers
 * @param numbers whether numbers are predicted, not classes
 */
record VideoGraph(boolean pictures, boolean numbers) {
  void set(Draft draft) {
    if (pictures && !numbers) {
      draft.set("train", "updater", FlowYaml.parse("{adam: 0.003}"));
      return;
    }
    if (pictures) {
      seen(draft);
    } else {
      felt(draft);
    }
    if (numbers) {
      draft.set("train", "early-stop", FlowYaml.parse("{metric: mae, patience: 10}"));
    }
  }

  /** Frames of a camera, as in a car. */
  private static void seen(Draft draft) {
    draft.node(
        "look1", "layer: conv, filters: 16, kernel: 5, stride: 2, activation: relu, input: frames");
    draft.node("look2", "layer: conv, filters: 32, stride: 2, activation: relu, input: look1");
    draft.node("look3", "layer: conv, filters: 32, stride: 2, activation: relu, input: look2");
    draft.node("flat", "vertex: flatten, input: look3");
    draft.node("frame", "layer: dense, size: 64, activation: relu, dropout: 0.3, input: flat");
    draft.node("memory", "layer: lstm, size: 64, input: frame");
    draft.node("output", "layer: regression, loss: absolute, input: memory");
    draft.set("train", "updater", FlowYaml.parse("{adam: 0.001}"));
  }

  /** Numbers of sensors or joints. */
  private void felt(Draft draft) {
    String convolution = "layer: conv1d, filters: 64, kernel: 9, activation: relu, dropout: ";
    draft.node("enter", convolution + "0.2, input: features");
    draft.node("wider", convolution + "0.3, input: enter");
    draft.node("memory", "layer: lstm, size: 64, bidirectional: true, dropout: 0.4, input: wider");
    draft.node(
        "output",
        numbers
            ? "layer: regression, loss: absolute, dropout: 0.2, input: memory"
            : "layer: softmax, dropout: 0.4, smooth: 0.3, label-smoothing: 0.05, input: memory");
    draft.set("train", "updater", FlowYaml.parse("{adam: 0.002}"));
  }
}
