package org.unroll.apps.bench;

import org.unroll.apps.bench.PictureCase.Net;

/** The nodes of a {@link PictureCase}. */
record PictureNodes(Net net) {
  /** One a line, as {@link GraphText} reads them. */
  String text() {
    return switch (net) {
      case CONV, CONV_BATCH_NORM ->
          levels()
              + """
                  mean:     {vertex: global-pool, input: pool3}
                  output:   {layer: softmax, input: mean}
                  """;
      case CONV_FRAMES_LSTM ->
          levels()
              + """
                  flat:     {vertex: flatten, input: pool2}
                  features: {layer: dense, size: UNITS, activation: relu, input: flat}
                  cell:     {layer: lstm, size: UNITS, input: features}
                  output:   {layer: softmax, input: cell}
                  """
                  .replace("UNITS", String.valueOf(PictureCase.UNITS));
      case CONV_GRU ->
          """
              cell:   {layer: conv-gru, filters: FILTERS, input: in}
              mean:   {vertex: global-pool, input: cell}
              output: {layer: softmax, input: mean}
              """
              .replace("FILTERS", String.valueOf(net.filters().get(0)));
    };
  }

  /** The convolutions, and what stands between them. */
  private String levels() {
    StringBuilder nodes = new StringBuilder();
    String below = "in";
    for (int level = 1; level <= net.filters().size(); level++) {
      String text =
          net == Net.CONV_BATCH_NORM
              ? """
              conv1: {layer: conv, filters: FILTERS, bias: false, input: BELOW}
              norm1: {layer: batch-norm, activation: relu, input: conv1}
              pool1: {vertex: pool, input: norm1}
              """
              : """
              conv1: {layer: conv, filters: FILTERS, activation: relu, input: BELOW}
              pool1: {vertex: pool, input: conv1}
              """;
      nodes.append(
          text.replace("1", String.valueOf(level))
              .replace("FILTERS", String.valueOf(net.filters().get(level - 1)))
              .replace("BELOW", below));
      below = "pool" + level;
    }
    return nodes.toString();
  }
}
