package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionScoresTest {
  private static final List<List<String>> REFERENCES =
      List.of(
          List.of("A dog runs through the tall grass .", "The brown dog runs ."),
          List.of("Two girls sit on a red bench .", "Girls on a bench ."),
          List.of("A man's boat lies on the wide grey sea ."));
  private static final CaptionScores SCORES =
      new CaptionScores(
          REFERENCES, List.of("A dog runs through the grass.", "Two men play football ."));

  @Test
  void keysStandInTheOrderToPrint() {
    List<String> said = List.of("a dog runs", "two girls sit", "a man's boat");

    assertThat(SCORES.evaluate(said, image -> image > 0).metrics().keySet())
        .containsExactly(
            "bleu-1",
            "bleu-2",
            "bleu-3",
            "bleu-4",
            "cider",
            "rouge-l",
            "shuffled-bleu-4",
            "copied",
            "distinct-captions",
            "exact-match");
    assertThat(SCORES.evaluate(said).metrics()).doesNotContainKey("exact-match");
    assertThat(SCORES.evaluate(said, image -> image > 0).metrics())
        .containsAllEntriesOf(SCORES.evaluate(said).metrics())
        .containsEntry("exact-match", 2 / 3.0);
  }

  @Test
  void caseAndMarksPlayNoPart() {
    List<String> said =
        List.of(
            "a DOG runs, through the tall grass", "girls on a bench!", REFERENCES.get(2).get(0));

    Map<String, Double> metrics = SCORES.evaluate(said).metrics();

    assertThat(metrics.get("bleu-4")).isCloseTo(100, within(1e-6));
    assertThat(metrics.get("rouge-l")).isCloseTo(100, within(1e-9));
    assertThat(metrics.get("shuffled-bleu-4")).isLessThan(1);
  }

  @Test
  void whoSaysTheSameEverywhereScoresAsMuchAgainstOtherImages() {
    List<String> said = List.of("a dog on the sea", "a dog on the sea", "A dog on the sea.");

    Map<String, Double> metrics = SCORES.evaluate(said).metrics();

    assertThat(metrics.get("shuffled-bleu-4")).isCloseTo(metrics.get("bleu-4"), within(1e-9));
    assertThat(metrics).containsEntry("distinct-captions", 1.0).containsEntry("copied", 0.0);
  }

  @Test
  void copiedAreThoseOfTheTrainingWordForWord() {
    List<String> said = List.of("a dog runs through the grass", "two men play", "");

    assertThat(SCORES.evaluate(said).metrics())
        .containsEntry("copied", 1 / 3.0)
        .containsEntry("distinct-captions", 3.0);
    assertThat(new CaptionScores(REFERENCES, List.of()).evaluate(said).metrics())
        .doesNotContainKey("copied");
  }

  @Test
  void ofTwoReferencesAsCloseTheShorterOneCounts() {
    String five = "a b c d e";
    for (List<String> references :
        List.of(List.of("a b c d e f", "a b c d"), List.of("a b c d", "a b c d e f"))) {
      Map<String, Double> metrics =
          new CaptionScores(List.of(references), List.of()).evaluate(List.of(five)).metrics();
      assertThat(metrics.get("bleu-1")).isCloseTo(100, within(1e-6)); // not 100 / e^0.2
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 101})
  void otherImagesAreNeverTheSameAndEachIsUsedOnce(int images) {
    int[] others = CaptionScores.others(images);

    assertThat(others).hasSize(images).doesNotHaveDuplicates();
    for (int image = 0; image < images; image++) {
      assertThat(others[image]).isBetween(0, images - 1).isNotEqualTo(image);
    }
    assertThat(others).isEqualTo(CaptionScores.others(images));
  }

  @Test
  void anImageAloneHasNoOther() {
    CaptionScores alone = new CaptionScores(REFERENCES.subList(0, 1), List.of());

    assertThat(alone.evaluate(List.of("a dog")).metrics())
        .doesNotContainKey("shuffled-bleu-4")
        .containsEntry("cider", 0.0);
  }

  @Test
  void tablesShowLengthsFrequentCaptionsAndHowItWasCounted() {
    List<String> said =
        List.of(
            "A dog runs in the grass .", "a dog runs in the grass", "a man's boat lies on the sea");

    List<Table> tables = SCORES.evaluate(said).tables();

    assertThat(tables.get(0).rows())
        .extracting(row -> row.get(0) + ": " + row.get(5))
        .containsExactly("1–6: 2", "7–9: 1", "10–12: 0", "> 12: 0");
    assertThat(tables.get(0).rows().get(1)).startsWith("7–9", "75.15");
    assertThat(tables.get(0).rows().get(3)).containsOnlyOnce("> 12").contains(Table.NONE);
    assertThat(tables.get(1).rows())
        .containsExactly(
            List.of("a dog runs in the grass", "2"), List.of("a man's boat lies on the sea", "1"));
    assertThat(tables.get(2).rows())
        .extracting(row -> row.get(0))
        .containsExactly("bleu-4", "cider", "rouge-l");
    assertThat(tables.get(2).rows().get(0).get(2)).startsWith("nrefs:1-2|case:lc|");
  }

  @Test
  void captionsWithoutAWordAreTold() {
    List<Table> tables = SCORES.evaluate(List.of("", ".", "a boat")).tables();

    assertThat(tables.get(0).rows().get(0)).startsWith("0", "0.00").endsWith("2");
    assertThat(tables.get(1).rows().get(0)).containsExactly("(no word)", "2");
  }

  @Test
  void theTenMostFrequentAreShown() {
    List<List<String>> references = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int image = 0; image < 36; image++) {
      references.add(List.of("a dog"));
      said.add("caption " + Math.min(image / 3, 11));
    }

    Table frequent = new CaptionScores(references, said).evaluate(said).tables().get(1);

    assertThat(frequent.rows()).hasSize(10).contains(List.of("caption 0", "3"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new CaptionScores(List.of(), List.of()))
        .hasMessageContaining("no image");
    assertThatThrownBy(() -> new CaptionScores(List.of(List.of("a"), List.of()), List.of()))
        .hasMessageContaining("image 1 has no reference");
    assertThatThrownBy(() -> SCORES.evaluate(List.of("a dog")))
        .hasMessageContaining("1 captions, but 3 images");
  }
}
