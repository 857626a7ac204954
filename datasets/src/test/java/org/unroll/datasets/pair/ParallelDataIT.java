package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Bleu;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.text.Cutting;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.PairText;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

/** Runs if UNROLL_MIRROR is a folder that holds multi30k and tatoeba. */
class ParallelDataIT {
  private static final Path MIRROR = Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", ""));

  private static Source<List<SentencePair>> open(String name, String from, String to) {
    assumeTrue(Files.isDirectory(MIRROR.resolve(name)), "UNROLL_MIRROR has no " + name);
    PairData data =
        new PairData(
            Optional.of(List.of(name)),
            Optional.empty(),
            Optional.of(from),
            Optional.of(to),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PairColumns("source", "target"),
            TableLayout.TOLD,
            Optional.empty(),
            0.01,
            new PairCleaning(100, 4, true),
            64,
            100,
            true);
    return new PairSources(data, new DataAccess(true, notice -> {})).open();
  }

  /** 11.85 measured; the floor that others measured on these files is 11.5. */
  @Test
  void wordForWordReachesItsKnownScore() {
    Source<List<SentencePair>> source = open("multi30k", "en", "de");
    assertThat(source.read(Split.TRAIN)).hasSize(29_000);
    assertThat(source.read(Split.VALIDATION)).hasSize(1_014);
    assertThat(source.read(Split.TEST)).hasSize(1_000);

    List<SentencePair> train = source.read(Split.TRAIN);
    WordTranslation words =
        WordTranslation.fit(
            cut(train.stream().map(SentencePair::source).toList()),
            cut(train.stream().map(SentencePair::target).toList()));
    List<String> said = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (SentencePair pair : source.read(Split.TEST)) {
      said.add(String.join(" ", words.translate(Tokenizer.WHITESPACE.tokenize(pair.source()))));
      wanted.add(pair.target());
    }
    assertThat(Bleu.MULTI.scoreSingle(said, wanted).score()).isCloseTo(11.85, within(0.05));
  }

  private static List<List<String>> cut(List<String> sentences) {
    return sentences.stream().map(Tokenizer.WHITESPACE::tokenize).toList();
  }

  @Test
  void subwordsBringAllSentencesBackAndPadLittle() {
    Source<List<SentencePair>> source = open("multi30k", "de", "en");
    List<SentencePair> train = source.read(Split.TRAIN);
    PairText text = new PairText(Cutting.BPE, 4_000, false, 1, OptionalInt.empty());
    Language german =
        Language.fit(text, train.stream().map(SentencePair::source).toList(), Progress.SILENT);
    Language english =
        Language.fit(text, train.stream().map(SentencePair::target).toList(), Progress.SILENT);
    for (SentencePair pair : source.read(Split.TEST)) {
      List<String> pieces = german.cutter().cut(pair.source());
      assertThat(german.cutter().join(pieces)).isEqualTo(pair.source());
      assertThat(german.encode(pair.source())).doesNotContain(Vocabulary.UNKNOWN);
    }
    EncodedPairs encoded = EncodedPairs.of(train, german, english, 100);
    Batches batches = PairBatches.of(encoded, new BatchOrder(64, 1, true));
    double steps = 0;
    double real = 0;
    for (int n = 0; n < batches.size(); n++) {
      for (INDArray mask : batches.get(0, n).data().getFeaturesMaskArrays()) {
        steps += mask.length();
        real += mask.sumNumber().doubleValue();
      }
    }
    assertThat(1 - real / steps).isLessThan(0.1);
  }

  @Test
  void noTatoebaSourceStandsInTwoParts() {
    for (String[] pair : List.of(new String[] {"en", "fr"}, new String[] {"fr", "en"})) {
      Source<List<SentencePair>> source = open("tatoeba", pair[0], pair[1]);
      Set<String> held = new HashSet<>();
      source.read(Split.VALIDATION).forEach(each -> held.add(each.source()));
      source.read(Split.TEST).forEach(each -> held.add(each.source()));
      for (SentencePair each : source.read(Split.TRAIN)) {
        assertThat(held.contains(each.source())).isFalse();
        assertThat(each.target()).doesNotContain("\u00A0", "\u202F");
      }
      assertThat(source.read(Split.TRAIN)).hasSizeBetween(120_000, 142_787);
    }
  }
}
