package org.unroll.datasets.ngrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.Progress;

class NgramFitTest {
  private static final int TEXTS = 300;
  private static final List<String> SIGNS = List.of("superb", "dull", "average");

  @TempDir private Path folder;

  /** Text i is of class i % classes and says so in nine of ten cases, among chatter. */
  private static List<List<String>> texts(int classes) {
    Random random = new Random(3);
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      int said = random.nextInt(10) == 0 ? random.nextInt(classes) : i % classes;
      List<String> words = new ArrayList<>();
      random.ints(6, 0, 40).forEach(word -> words.add("word" + word));
      words.add(random.nextInt(6), SIGNS.get(said));
      texts.add(words);
    }
    return texts;
  }

  private static int[] classes(int count) {
    return IntStream.range(0, TEXTS).map(i -> i % count).toArray();
  }

  private static NgramFit.Texts alone(List<List<String>> texts) {
    return new NgramFit.Texts(texts, IntStream.range(0, texts.size()).boxed().toList());
  }

  private static NgramFit fit(int classes) {
    return NgramFit.classes(alone(texts(classes)), classes(classes), classes, Progress.SILENT);
  }

  @Test
  void wordsTellClasses() {
    for (int classes : new int[] {2, 3}) {
      Ngrams model = fit(classes).model();
      for (int c = 0; c < classes; c++) {
        double[] probabilities = model.probabilities(List.of("word1", SIGNS.get(c), "word2"));
        assertThat(probabilities).hasSize(classes);
        assertThat(probabilities[c]).isBetween(0.75, 1.0);
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
      }
    }
  }

  /** No sign is alone a sign: only pairs tell. */
  @Test
  void pairsTellWhereWordsDoNot() {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String end = "word" + i;
      texts.add(List.of("not", "good", "but", "bad", end));
      texts.add(List.of("not", "bad", "but", "good", end));
    }
    int[] classes = IntStream.range(0, 200).map(i -> i % 2).toArray();
    Ngrams model = NgramFit.classes(alone(texts), classes, 2, Progress.SILENT).model();
    assertThat(model.probabilities(List.of("not", "good"))[0]).isGreaterThan(0.8);
    assertThat(model.probabilities(List.of("not", "bad"))[1]).isGreaterThan(0.8);
  }

  @Test
  void whatIsLeftOutIsLessSureThanWhatWasLearnt() {
    NgramFit fit = fit(2);
    List<List<String>> texts = texts(2);
    double known = 0;
    double left = 0;
    for (int i = 0; i < TEXTS; i++) {
      known -= fit.model().logits(texts.get(i))[i % 2];
      left -= fit.leftOut()[i][i % 2];
    }
    assertThat(left).isGreaterThan(known);
    assertThat(left / TEXTS).isLessThan(Math.log(2));
  }

  /** Each text stands twice; the model of the other folds does not know its copy. */
  @Test
  void textsOfOneGroupAreLeftOutTogether() {
    List<List<String>> texts = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    int[] classes = new int[100];
    for (int i = 0; i < 100; i++) {
      texts.add(List.of("only" + i / 2));
      groups.add(i / 2);
      classes[i] = i / 2 % 2;
    }
    NgramFit fit = NgramFit.classes(new NgramFit.Texts(texts, groups), classes, 2, Progress.SILENT);
    for (int i = 0; i < 100; i++) {
      assertThat(Math.exp(fit.leftOut()[i][classes[i]])).isCloseTo(0.5, within(0.15));
    }
  }

  @Test
  void labelsAreEachByThemselves() {
    int[][] sets = new int[TEXTS][];
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      sets[i] = IntStream.range(0, 3).filter(label -> label == 2).toArray();
      List<String> words = new ArrayList<>(List.of("word" + i % 7));
      if (i % 2 == 0) {
        words.add("ghost");
      }
      if (i % 3 == 0) {
        words.add("joke");
      }
      texts.add(words);
      boolean ghost = i % 2 == 0;
      boolean joke = i % 3 == 0;
      sets[i] = IntStream.of(0, 1).filter(label -> label == 0 ? ghost : joke).toArray();
    }
    Ngrams model = NgramFit.labels(alone(texts), sets, 3, Progress.SILENT).model();
    double[] both = model.probabilities(List.of("ghost", "joke"));
    assertThat(both[0]).isGreaterThan(0.9);
    assertThat(both[1]).isGreaterThan(0.9);
    assertThat(both[2]).as("no text has it").isLessThan(0.01);
    assertThat(model.probabilities(List.of("ghost"))[1]).isLessThan(0.1);
  }

  @Test
  void theSameTextsGiveTheSameAndTheFileKeepsIt() throws IOException {
    NgramFit one = fit(3);
    NgramFit two = fit(3);
    assertThat(one.leftOut()).isDeepEqualTo(two.leftOut());
    Path file = folder.resolve("ngrams.json");
    one.model().save(file);
    Ngrams loaded = Ngrams.load(file);
    assertThat(loaded.choice()).isEqualTo(one.model().choice());
    for (List<String> text : texts(3).subList(0, 9)) {
      assertThat(loaded.logits(text)).isEqualTo(two.model().logits(text));
    }
  }

  @Test
  void unknownWordsAndAFewTextsGiveProbabilities() {
    NgramFit tiny =
        NgramFit.classes(
            alone(List.of(List.of("a"), List.of(), List.of("b"))),
            new int[] {0, 1, 2},
            3,
            Progress.SILENT);
    assertThat(Arrays.stream(tiny.model().probabilities(List.of("zebra"))).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(tiny.leftOut()).hasDimensions(3, 3);
  }
}
