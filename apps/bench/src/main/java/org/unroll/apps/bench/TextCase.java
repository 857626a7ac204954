package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Padded;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;

/**
 * The net of {@code configs/sentiment-sst2.yaml} without its dropout, on phrases of random words
 * that are as long as those of the Stanford Sentiment Treebank and put together by length as the
 * app does.
 */
public record TextCase() implements SentenceCase {
  /** Words there are, with number 0, the padding. */
  public static final int WORDS = 10_000;

  /** Numbers in a word's vector. */
  public static final int VECTOR = 100;

  /** Units of the LSTM in each direction. */
  public static final int UNITS = 128;

  /** Classes of a phrase. */
  public static final int CLASSES = 2;

  private static final int BATCH = 64;
  private static final int BATCHES = 40;
  private static final int EVERY = 2; // of twice as many batches

  /** Of the treebank's 77,616 phrases that are not neutral: mean 9.3, median 7, longest 52. */
  private static final Lengths LENGTHS = new Lengths(6.4, 0.9, 1, 52);

  /**
   * A batch.
   *
   * @param words numbers of words, a row a phrase
   * @param classes one a phrase
   */
  public record Phrases(int[][] words, int[] classes) {}

  /** The batches in their order; pure Java, so that PyTorch's JVM draws the same. */
  public List<Phrases> phrases() {
    int examples = EVERY * BATCHES * BATCH;
    SplittableRandom random = new SplittableRandom(SEED);
    int[][] words = new int[examples][];
    Arrays.setAll(words, i -> LENGTHS.sentence(random, WORDS));
    int[] classes = random.ints(examples, 0, CLASSES).toArray();
    int[] lengths = Arrays.stream(words).mapToInt(phrase -> phrase.length).toArray();
    List<Phrases> batches = new ArrayList<>();
    for (int[] batch : BatchSample.of(lengths, BATCH, EVERY)) {
      batches.add(
          new Phrases(
              Arrays.stream(batch).mapToObj(i -> words[i]).toArray(int[][]::new),
              Arrays.stream(batch).map(i -> classes[i]).toArray()));
    }
    return batches;
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Sizes made() {
    return new Sizes(WORDS, VECTOR, UNITS, BATCH, BATCHES);
  }

  @Override
  public String steps() {
    return LENGTHS.text() + ", both ways";
  }

  @Override
  public GraphSpec graph() {
    return GraphText.read(
        """
        embed:   {layer: embedding, size: VECTOR, input: tokens}
        encoder: {layer: lstm, size: UNITS, bidirectional: true, input: embed}
        summary: {vertex: pool-time, kind: max, input: encoder}
        output:  {layer: softmax, input: summary}
        """
            .replace("VECTOR", String.valueOf(VECTOR))
            .replace("UNITS", String.valueOf(UNITS)));
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of("tokens", new Shape.Tokens(WORDS)), CLASSES);
  }

  @Override
  public List<MultiDataSet> arrays() {
    List<MultiDataSet> arrays = new ArrayList<>();
    for (Phrases batch : phrases()) {
      arrays.add(Padded.of(batch.words()).labelled(batch.classes()));
    }
    return arrays;
  }
}
