package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.layer.FullyConnected;
import org.unroll.core.layer.attention.AttentionWeights;
import org.unroll.core.layer.attention.DotScores;
import org.unroll.core.layer.attention.PairUnits;
import org.unroll.core.layer.attention.WeightedSum;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;

/**
 * For each query the mean of the values, weighted by how well its keys fit: queries {@code [b, n,
 * tq]}, keys {@code [b, m, tk]} and values {@code [b, v, tk]} to {@code [b, v, tq]}, all queries at
 * once. Masked keys have weight 0. The weights {@code [b, tk, tq]} are the output of DL4J's vertex
 * {@code <name>-weights}.
 */
@Variant(
    key = "vertex",
    names = {"attention"})
@Doc("For each step of a sequence a weighted mean of the steps of another.")
public record Attention(
    @Doc("The sequence that asks, such as the decoder.") String queries,
    @Doc("The sequence that is asked, such as the encoder.") String keys,
    @Doc("What the mean is taken of, with the steps of the keys. Default the keys.")
        Optional<String> values,
    @Doc("How a key's fit is measured.") @Default("dot") Score score,
    @Doc("Hidden units of additive, default as many as a query has.") @Range(min = 1, max = 100_000)
        OptionalInt size)
    implements NodeSpec, Checked {

  /** How well a key fits a query. */
  public enum Score {
    /** Scalar product of both, which must have one size (Luong et al. 2015). */
    DOT,
    /** Scalar product of the query and a linear map of the key (Luong et al. 2015). */
    GENERAL,
    /** v tanh(W q + U k + b) (Bahdanau et al. 2015). */
    ADDITIVE
  }

  @Override
  public void check(String path, Problems problems) {
    if (size.isPresent() && score != Score.ADDITIVE) {
      problems.add(path + ".size", "only score: additive has hidden units; remove the key");
    }
  }

  @Override
  public List<String> input() {
    return List.of(queries);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(List.of(queries, keys));
    values.ifPresent(reads::add);
    return reads;
  }

  @Override
  public String readKey(int index) {
    return List.of("queries", "keys", "values").get(index);
  }

  @Override
  public Shape shape(List<Shape> inputs, GraphPlan graph) {
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).hasSteps() || inputs.get(i).towardsVectors().isPresent()) {
        throw new ShapeException(i, "attention takes sequences of vectors, one a step");
      }
    }
    int query = inputs.get(0).size();
    int key = inputs.get(1).size();
    if (score == Score.DOT && Shapes.differ(query, key)) {
      throw new ShapeException(
          1,
          "score: dot takes queries and keys of one size, but these have %d and %d numbers; use general"
              .formatted(query, key));
    }
    if (values.isPresent() && !graph.mask(keys).equals(graph.mask(values.get()))) {
      throw new ShapeException(
          2,
          "the values have the steps of graph input '%s', the keys those of '%s'"
              .formatted(graph.mask(values.get()), graph.mask(keys)));
    }
    return new Shape.Sequence(inputs.get(inputs.size() - 1).size());
  }

  @Override
  public boolean needsWholeSequence() {
    return true;
  }

  /** A query is answered by itself. */
  @Override
  public List<String> readsWhole() {
    return reads().subList(1, reads().size());
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    String whole = graph.output(keys);
    String weights = Part.WEIGHTS.of(name);
    AttentionWeights softmax =
        new AttentionWeights(graph.maskInput(keys), graph.maskInput(queries));
    graph.add(weights, softmax, scores(graph, name), whole);
    graph.add(name, new WeightedSum(name), weights, graph.output(values.orElse(keys)));
  }

  /** DL4J's name of the vertex that gives the scores. */
  private String scores(GraphAssembly graph, String name) {
    String asking = graph.output(queries);
    String asked = graph.output(keys);
    int query = graph.shape(queries).size();
    int key = graph.shape(keys).size();
    String scores = Part.SCORES.of(name);
    if (score == Score.ADDITIVE) {
      int units = size.orElse(query);
      graph.add(Part.QUERIES.of(name), linear(query, units).bias(true), asking);
      graph.add(Part.KEYS.of(name), linear(key, units), asked);
      graph.add(
          Part.PAIRS.of(name), new PairUnits(name), Part.QUERIES.of(name), Part.KEYS.of(name));
      graph.add(scores, linear(units, 1), Part.PAIRS.of(name));
      return scores;
    }
    if (score == Score.GENERAL) {
      graph.add(Part.KEYS.of(name), linear(key, query), asked);
      asked = Part.KEYS.of(name);
    }
    graph.add(scores, new DotScores(name), asking, asked);
    return scores;
  }

  private static FullyConnected.Builder linear(int inputs, int outputs) {
    return GraphAssembly.connected(inputs, outputs, LayerOptions.DEFAULTS).bias(false);
  }
}
