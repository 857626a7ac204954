package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Origin;
import org.unroll.datasets.text.Kept;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

class TextBatchesTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.fit(List.of(List.of("a", "a", "a", "b", "b", "c")), 1, OptionalInt.empty());
  private static final TextEncoder ENCODER =
      new TextEncoder(Tokenizer.WORD, VOCABULARY, 6, Kept.START);
  private static final Classes CLASSES = new Classes(List.of("no", "yes"));

  private static EncodedTexts encoded(String... texts) {
    List<LabelledText> labelled = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      labelled.add(
          new LabelledText(texts[i], CLASSES.names().get(i % 2), new Origin("made", i + 1)));
    }
    return EncodedTexts.of(labelled, ENCODER, CLASSES);
  }

  @Test
  void padsOnTheRight() {
    Batch batch = TextBatches.inOrder(encoded("a b c a b", "C zebra", ""), 3).get(0, 0);

    assertThat(batch.examples()).containsExactly(0, 1, 2);
    assertThat(batch.data().getFeatures(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{2, 3, 4, 2, 3}, {4, 1, 0, 0, 0}, {1, 0, 0, 0, 0}});
    assertThat(batch.data().getFeaturesMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 0, 0, 0, 0}});
    assertThat(batch.data().getLabels(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0}, {1}, {0}});
    assertThat(batch.data().getLabelsMaskArray(0)).isNull();
  }

  @Test
  void longTextsAreCut() {
    Batch batch = TextBatches.inOrder(encoded("a ".repeat(50)), 1).get(0, 0);
    assertThat(batch.data().getFeaturesMaskArray(0).sumNumber().intValue()).isEqualTo(6);
    assertThat(batch.data().getFeatures(0).shape()).containsExactly(1, 6);
  }

  @Test
  void aBatchDependsOnEpochAndNumberAlone() {
    String[] texts = new String[40];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "a ".repeat(i % 6) + "b";
    }
    Batches batches = TextBatches.shuffled(encoded(texts), 8, 3, true);
    Batch first = batches.get(2, 4);
    batches.get(0, 0);
    Batch again = batches.get(2, 4);

    assertThat(again.examples()).isEqualTo(first.examples());
    assertThat(again.data().getFeatures(0)).isEqualTo(first.data().getFeatures(0));
    assertThat(batches.get(3, 4).examples()).isNotEqualTo(first.examples());
    assertThat(batches.size()).isEqualTo(5);
    assertThat(batches.examples()).isEqualTo(40);
  }
}
