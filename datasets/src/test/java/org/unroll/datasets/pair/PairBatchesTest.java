package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.Batch;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Progress;
import org.unroll.datasets.sample.TranslationSample;
import org.unroll.datasets.text.Cutting;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.PairText;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Vocabulary;

class PairBatchesTest {
  private static final PairText WORDS =
      new PairText(Cutting.WHITESPACE, 0, false, 1, OptionalInt.empty());

  @Test
  void aBatchHoldsSourcesShiftedTargetsAndLabels() {
    Language english = Language.fit(WORDS, List.of("a b c", "a"), Progress.SILENT);
    Language french = Language.fit(WORDS, List.of("x y", "x"), Progress.SILENT);
    List<SentencePair> pairs =
        List.of(new SentencePair("a b c", "x", null), new SentencePair("q a", "x y y", null));
    EncodedPairs encoded = EncodedPairs.of(pairs, english, french, 3);
    Batch batch = PairBatches.of(encoded, new BatchOrder(2, 1, false)).get(0, 0);
    MultiDataSet data = batch.data();
    int first = batch.examples()[0] == 0 ? 0 : 1;

    int x = french.vocabulary().number("x");
    int y = french.vocabulary().number("y");
    int a = english.vocabulary().number("a");
    int[][] source = data.getFeatures(0).toIntMatrix();
    int[][] given = data.getFeatures(1).toIntMatrix();
    assertThat(source[1 - first]).containsExactly(Vocabulary.UNKNOWN, a, english.end(), 0);
    assertThat(given[first]).containsExactly(french.start(), x, 0, 0);
    assertThat(given[1 - first]).containsExactly(french.start(), x, y, y);
    INDArray labels = data.getLabels(0);
    assertThat(labels.shape()).containsExactly(2, 1, 4);
    assertThat(labels.reshape(2, 4).toIntMatrix()[1 - first])
        .containsExactly(x, y, y, french.end());
    assertThat(data.getFeaturesMaskArray(0).toIntMatrix()[first]).containsExactly(1, 1, 1, 1);
    assertThat(data.getLabelsMaskArray(0).toIntMatrix()[first]).containsExactly(1, 1, 0, 0);
  }

  @Test
  void paddingIsBelowATenth() {
    List<SentencePair> pairs = TranslationSample.splits(1).train();
    Language english =
        Language.fit(WORDS, pairs.stream().map(SentencePair::source).toList(), Progress.SILENT);
    Language french =
        Language.fit(WORDS, pairs.stream().map(SentencePair::target).toList(), Progress.SILENT);
    EncodedPairs encoded = EncodedPairs.of(pairs, english, french, 80);
    Batches batches = PairBatches.of(encoded, new BatchOrder(64, 1, true));
    double steps = 0;
    double real = 0;
    int examples = 0;
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(2, n);
      examples += batch.examples().length;
      for (INDArray mask : batch.data().getFeaturesMaskArrays()) {
        steps += mask.length();
        real += mask.sumNumber().doubleValue();
      }
    }
    assertThat(examples).isEqualTo(pairs.size());
    assertThat(1 - real / steps).isLessThan(0.1);
  }

  @Test
  void wordsAreTranslatedOneByOne() {
    List<List<String>> english =
        List.of(List.of("the", "dog"), List.of("the", "cat"), List.of("a", "dog"), List.of("the"));
    List<List<String>> french =
        List.of(
            List.of("le", "chien"), List.of("le", "chat"), List.of("un", "chien"), List.of("le"));
    WordTranslation words = WordTranslation.fit(english, french);

    assertThat(words.translate(Arrays.asList("a", "cat", "the", "bird")))
        .containsExactly("un", "chat", "le", "bird");
  }
}
