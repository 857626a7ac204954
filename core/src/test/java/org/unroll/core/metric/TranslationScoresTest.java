package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code translation-golden.py}, which checks itself against published scores. */
class TranslationScoresTest {
  private static final Bleu TOKENISED = new Bleu(BleuTokens.NONE, false, true, 4);

  @Test
  void scoresAreThoseOfTheIndependentScript() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream in = getClass().getResourceAsStream("translation-golden.json")) {
      JsonNode cases = mapper.readTree(in);
      assertThat(cases).hasSizeGreaterThanOrEqualTo(30);
      for (JsonNode each : cases) {
        List<String> said = mapper.convertValue(each.get("hypotheses"), new TypeReference<>() {});
        List<List<String>> wanted =
            mapper.convertValue(each.get("references"), new TypeReference<>() {});
        JsonNode scores = each.get("scores");
        check(scores.get("sacrebleu"), Bleu.SACRE.score(said, wanted).score(), each);
        check(scores.get("tok-none"), TOKENISED.score(said, wanted).score(), each);
        check(scores.get("bleu"), Bleu.MULTI.score(said, wanted).score(), each);
        check(scores.get("chrf"), ChrF.score(said, wanted), each);
      }
    }
  }

  private static void check(JsonNode golden, double score, JsonNode example) {
    assertThat(score).as(example.toString()).isCloseTo(golden.asDouble(), within(1e-9));
  }

  @Test
  void theLineIsSacreBleus() {
    BleuScore score =
        Bleu.SACRE.score(
            List.of(
                "The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."),
            List.of(
                List.of("The dog bit the man.", "The dog had bit the man."),
                List.of("It was not unexpected.", "No one was surprised."),
                List.of("The man bit him first.", "The man had bitten the dog.")));

    assertThat(score)
        .hasToString(
            "48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)");
    assertThat(Bleu.SACRE.signature(2))
        .isEqualTo("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:unroll");
  }

  @Test
  void thirteenACutsSigns() {
    assertThat(BleuTokens.MTEVAL_13A.tokens("He's 3.5, &quot;well-known&quot; (1990-95) U.S."))
        .containsExactly(
            "He's",
            "3.5",
            ",",
            "\"",
            "well-known",
            "\"",
            "(",
            "1990",
            "-",
            "95",
            ")",
            "U",
            ".",
            "S",
            ".");
    assertThat(BleuTokens.NONE.tokens(" a,  b. ")).containsExactly("a,", "b.");
  }

  @Test
  void oneMissingLengthIsZeroUnlessSmoothed() {
    List<String> said = List.of("A b c x y");
    List<String> wanted = List.of("a B c d e");

    assertThat(Bleu.MULTI.scoreSingle(said, wanted).score()).isZero();
    assertThat(new Bleu(BleuTokens.NONE, true, false, 3).scoreSingle(said, wanted).score())
        .isCloseTo(100 * Math.cbrt(3 / 5.0 * 2 / 4 * 1 / 3), within(1e-9));
    assertThat(new Bleu(BleuTokens.NONE, true, true, 4).scoreSingle(said, wanted).score())
        .isCloseTo(100 * Math.pow(3 / 5.0 * 2 / 4 * 1 / 3 * 0.5 / 2, 0.25), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 7, 10, 13, 28, 60})
  void aPerfectTranslationHasExactlyAHundred(int length) {
    List<String> sentences = new ArrayList<>();
    for (int sentence = 1; sentence <= 9; sentence++) {
      StringBuilder words = new StringBuilder();
      for (int word = 0; word < length; word++) {
        words.append(words.isEmpty() ? "" : " ").append("w").append(word * sentence % 11);
      }
      sentences.add(words.toString());
      for (int order = 1; order <= 4; order++) {
        Bleu bleu = new Bleu(BleuTokens.NONE, true, false, order);
        assertThat(bleu.scoreSingle(sentences, sentences).score()).isEqualTo(100);
      }
      assertThat(Bleu.MULTI.scoreSingle(sentences, sentences).score()).isEqualTo(100);
      assertThat(Bleu.SACRE.scoreSingle(sentences, sentences).score()).isEqualTo(100);
      assertThat(Bleu.SACRE.scoreSingle(sentences, sentences).precisions()).containsOnly(100.0);
      assertThat(ChrF.scoreSingle(sentences, sentences)).isEqualTo(100);
    }
  }

  @Test
  void listsOfUnequalLengthAreRefused() {
    assertThatThrownBy(() -> Bleu.SACRE.scoreSingle(List.of("a", "b"), List.of("a")))
        .hasMessageContaining("2 hypotheses");
    assertThatThrownBy(() -> ChrF.scoreSingle(List.of("a"), List.of()))
        .hasMessageContaining("1 hypotheses");
  }
}
