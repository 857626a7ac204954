package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.data.Batches;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.core.decode.SequenceWriter.Taker;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;

/**
 * Translates encoded sentences with a trained net: the encoder once a batch, the decoder once a
 * word. A sentence's translation does not hang on those beside it. Not thread-safe.
 */
final class NetTranslator {
  private final NetWriter net;
  private final Languages languages;
  private final SequenceWriter writer;

  NetTranslator(Net net, Languages languages, DecodeConfig decode, long seed) {
    this.net = languages.writer(net.doing("translating"));
    this.languages = languages;
    this.writer = new SequenceWriter(decode, languages.target().boundaries(), seed);
  }

  /** For each sentence its translations, the best first, at least one. */
  List<List<Hypothesis>> translate(EncodedPairs sentences) {
    return translate(sentences, IntUnaryOperator.identity(), Taker.NONE);
  }

  /**
   * The same.
   *
   * @param number from a sentence's to the number that its draws follow from
   * @param taker told the words of a sentence that are known already
   */
  List<List<Hypothesis>> translate(EncodedPairs sentences, IntUnaryOperator number, Taker taker) {
    Batches batches = PairBatches.of(sentences, net.order(sentences.size(), writer.decode()));
    return net.write(
        batches, writer, example -> limit(sentences.source(example).length), number, taker);
  }

  /** Of its own length alone, or a sentence's translation would hang on its neighbours. */
  private int limit(int sourceLength) {
    return Math.min(languages.maxLength(), 2 * sourceLength + 10);
  }

  /** Where the net looked, in words; without what it looked at in the padding. */
  Alignment alignment(int[] source, Hypothesis hypothesis) {
    List<String> target = new ArrayList<>(languages.target().shown(hypothesis.words()));
    List<List<Double>> weights = new ArrayList<>();
    for (float[] looked : hypothesis.attention()) {
      if (looked.length > 0) {
        weights.add(rounded(Arrays.copyOf(looked, source.length)));
      }
    }
    if (weights.size() > target.size()) {
      target.add(languages.target().vocabulary().word(languages.target().end()));
    }
    List<Integer> read = Arrays.stream(source).boxed().toList();
    return new Alignment(languages.source().shown(read), target, weights);
  }

  private static List<Double> rounded(float[] weights) {
    List<Double> rounded = new ArrayList<>();
    for (float weight : weights) {
      rounded.add(Math.round(weight * 1000) / 1000.0);
    }
    return rounded;
  }
}
