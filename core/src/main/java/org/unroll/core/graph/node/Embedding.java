package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.unroll.core.layer.TokenEmbedding;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * A vector for each word number, {@code [b, t]} to {@code [b, size, t]}; masked steps give zeros.
 *
 * @param vectors pre-trained vectors; the app puts them into the built graph
 */
@Variant(
    key = "layer",
    names = {"embedding"})
@Doc("A trained vector for each word number.")
public record Embedding(
    @Doc("The word numbers.") List<String> input,
    @Doc("Numbers in a word's vector.") @Range(min = 1, max = 100_000) int size,
    @Doc("Pre-trained word vectors to start from, a file such as GloVe's.")
        Optional<String> vectors,
    @Doc(
            "Share of the words that are read as the unknown word while training (as Iyyer et al."
                + " 2015 leave them out); what is unknown later has then been trained, too.")
        @Default("0")
        @Range(min = 0, below = 1)
        double wordDropout,
    @Inline LayerOptions options)
    implements LayerNode, Checked {

  /** The number of every unknown word, in all vocabularies. */
  public static final int UNKNOWN = 1;

  @Override
  public void check(String path, Problems problems) {
    options.refuseActivation(path, "an embedding has no activation; remove the key", problems);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape words = Shapes.only("embedding", inputs);
    if (!words.isWords()) {
      throw new ShapeException(0, "embedding takes word numbers, but this input gives vectors");
    }
    if (options.weightInit() == InitialWeights.IDENTITY && Shapes.differ(words.size(), size)) {
      throw new ShapeException(
          0,
          "an embedding that starts as identity (one-hot) is as large as its vocabulary: size: %d"
              .formatted(words.size()));
    }
    return new Shape.Sequence(size);
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    TokenEmbedding.Builder layer =
        new TokenEmbedding.Builder()
            .nIn(graph.shape(input.get(0)).size())
            .nOut(size)
            .wordDropout(wordDropout, UNKNOWN)
            .weightInit(options.weightInit().forLayer());
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.output(input.get(0)));
    // Word numbers cannot be dropped, so the vectors are.
    graph.rename(name, graph.drop(name, name, options.dropout()));
  }
}
