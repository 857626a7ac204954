package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Padded;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;

/**
 * An encoder and a decoder with attention (Luong et al. 2015, score {@code general}), on pairs of
 * random words that are as long as the sentences of Multi30k and put together by length as the app
 * does.
 */
public record AttentionCase() implements SentenceCase {
  /** Words of each language, with number 0, the padding. */
  public static final int WORDS = 8_000;

  /** Numbers in a word's vector, and units of each GRU and direction. */
  public static final int UNITS = 256;

  private static final int BATCH = 64;
  private static final int BATCHES = 10;
  private static final int EVERY = 10; // of ten times as many batches

  /** German: geometric mean 11.8 words and the sentence's end, spread 0.32. */
  private static final Lengths SOURCES = new Lengths(12.8, 0.32, 8, 25);

  /** English words to a German one, and the spread of their logarithm. */
  private static final double RATIO = 1.05;

  private static final double RATIO_SPREAD = 0.17;

  /**
   * A batch; all are numbers of words, a row a sentence.
   *
   * @param given what the decoder reads, a first word and all but the last of {@code wanted}
   */
  public record Pairs(int[][] sources, int[][] given, int[][] wanted) {}

  /** The batches in their order; pure Java, so that PyTorch's JVM draws the same. */
  public List<Pairs> pairs() {
    int examples = EVERY * BATCHES * BATCH;
    SplittableRandom random = new SplittableRandom(SEED);
    int[][] sources = new int[examples][];
    int[][] targets = new int[examples][];
    int[] lengths = new int[examples];
    for (int i = 0; i < examples; i++) {
      sources[i] = SOURCES.sentence(random, WORDS);
      targets[i] = target(sources[i].length).sentence(random, WORDS);
      lengths[i] = order(sources[i].length, targets[i].length);
    }
    List<Pairs> batches = new ArrayList<>();
    for (int[] batch : BatchSample.of(lengths, BATCH, EVERY)) {
      int[][] wanted = taken(targets, batch);
      int[][] given = Arrays.stream(wanted).map(AttentionCase::shifted).toArray(int[][]::new);
      batches.add(new Pairs(taken(sources, batch), given, wanted));
    }
    return batches;
  }

  private static Lengths target(int source) {
    return new Lengths(RATIO * source, RATIO_SPREAD, SOURCES.least(), SOURCES.most());
  }

  /** Sorts by source, those of one source length by target, up and down in turn as the app does. */
  private static int order(int source, int target) {
    int most = SOURCES.most() + 1;
    return source * most + (source % 2 == 0 ? target : most - target);
  }

  private static int[][] taken(int[][] sentences, int[] batch) {
    return Arrays.stream(batch).mapToObj(i -> sentences[i]).toArray(int[][]::new);
  }

  private static int[] shifted(int[] wanted) {
    int[] given = new int[wanted.length];
    given[0] = 1;
    System.arraycopy(wanted, 0, given, 1, wanted.length - 1);
    return given;
  }

  @Override
  public String name() {
    return "attention";
  }

  @Override
  public Sizes made() {
    return new Sizes(WORDS, UNITS, UNITS, BATCH, BATCHES);
  }

  @Override
  public String steps() {
    return SOURCES.text() + ", both ways and a decoder";
  }

  @Override
  public GraphSpec graph() {
    return GraphText.read(
        """
        read:    {layer: embedding, size: UNITS, input: source}
        encoder: {layer: gru, size: UNITS, bidirectional: true, input: read}
        summary: {vertex: final-state, input: encoder}
        start:   {layer: dense, size: UNITS, activation: tanh, input: summary}
        given:   {layer: embedding, size: UNITS, input: target}
        decoder: {layer: gru, size: UNITS, input: given, initial-state: start}
        context: {vertex: attention, queries: decoder, keys: encoder, score: general}
        both:    {vertex: concat, input: [decoder, context]}
        output:  {layer: softmax, input: both}
        """
            .replace("UNITS", String.valueOf(UNITS)));
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put("source", new Shape.Tokens(WORDS));
    inputs.put("target", new Shape.Tokens(WORDS));
    return new GraphPorts(inputs, WORDS);
  }

  @Override
  public List<MultiDataSet> arrays() {
    return pairs().stream().map(AttentionCase::arrays).toList();
  }

  private static MultiDataSet arrays(Pairs pairs) {
    Padded source = Padded.of(pairs.sources()); // [batch, ts]
    Padded given = Padded.of(pairs.given()); // [batch, tt]
    Padded wanted = Padded.of(pairs.wanted()).sequences(); // [batch, 1, tt]
    return new MultiDataSet(
        new INDArray[] {source.numbers(), given.numbers()},
        new INDArray[] {wanted.numbers()},
        new INDArray[] {source.mask(), given.mask()},
        new INDArray[] {wanted.mask()});
  }
}
