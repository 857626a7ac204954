package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstantCaptionTest {
  private static final String[] WORDS = {"a", "the", "a", "dog", "man", "on", "in", "runs", "red"};

  /** Images with one to three captions of 1 to 9 words. */
  private static List<List<String>> images(int count, Random random) {
    List<List<String>> images = new ArrayList<>();
    for (int image = 0; image < count; image++) {
      List<String> captions = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        StringBuilder caption = new StringBuilder();
        for (int word = random.nextInt(9); word >= 0; word--) {
          caption.append(WORDS[random.nextInt(WORDS.length)]).append(word == 0 ? " ." : " ");
        }
        captions.add(caption.toString());
      }
      images.add(captions);
    }
    return images;
  }

  private static double bleu4(String caption, List<List<String>> images) {
    List<String> said = images.stream().map(image -> caption).toList();
    return new CaptionScores(images, List.of()).evaluate(said).metrics().get("bleu-4");
  }

  @Test
  void itIsTheOneWithTheHighestBleuOfAllOtherImages() {
    Random random = new Random(3);
    for (int trial = 0; trial < 5; trial++) {
      List<List<String>> images = images(12, random);
      ConstantCaption best = ConstantCaption.best(images);
      double highest = 0;
      for (List<String> own : images) {
        List<List<String>> others = images.stream().filter(each -> each != own).toList();
        for (String caption : own) {
          double score = bleu4(caption, others);
          highest = Math.max(highest, score);
          if (caption.equals(best.caption())) {
            assertThat(score).isLessThanOrEqualTo(best.bleu4() + 1e-9);
          }
        }
      }
      assertThat(best.bleu4()).isCloseTo(highest, within(1e-9)).isPositive();
    }
  }

  @Test
  void theImageOfTheCaptionDoesNotCount() {
    String odd = "seven very long words that nobody else has said before in any other place";
    List<List<String>> images =
        List.of(List.of(odd, odd), List.of("a man sits on a wall"), List.of("a man sits on a log"));

    assertThat(ConstantCaption.best(images).caption()).isEqualTo("a man sits on a wall");
  }

  @Test
  void ofEqualsItIsTheFirstAsItStandsInTheData() {
    List<List<String>> images = List.of(List.of("A dog runs home ."), List.of("a dog runs home"));

    assertThat(ConstantCaption.best(images).caption()).isEqualTo("A dog runs home .");
  }

  @Test
  void ofManyImagesSomeAreReadEvenly() {
    List<List<String>> images = new ArrayList<>();
    for (int image = 0; image < 25_000; image++) {
      images.add(List.of(image < 13_000 ? "a dog runs on grass" : "two men sit"));
    }

    ConstantCaption best = ConstantCaption.best(images);

    assertThat(best.caption()).isEqualTo("a dog runs on grass");
    assertThat(best.bleu4()).isCloseTo(100 * 5199 / 9999.0, within(0.5));
  }

  @Test
  void oneImageHasItsFirstCaptionAndNoneIsRefused() {
    assertThat(ConstantCaption.best(List.of(List.of("a dog", "a cat"))).caption())
        .isEqualTo("a dog");
    assertThatThrownBy(() -> ConstantCaption.best(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
