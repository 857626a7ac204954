package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.BestAndWorst;
import org.unroll.core.metric.Bleu;
import org.unroll.core.metric.BleuScore;
import org.unroll.core.metric.ChrF;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Excerpt;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Tokenizer;

/**
 * Scores translations against the data's.
 *
 * @param tokenised whether the sentences come with spaces between all words and marks
 */
record TranslationScores(boolean tokenised) {
  /** Most source words of a row of the table. */
  private static final int[] LENGTHS = {6, 12, Integer.MAX_VALUE};

  /** Without perplexity, which only a net has. */
  Evaluation evaluate(List<SentencePair> pairs, List<String> translations) {
    List<String> references = pairs.stream().map(SentencePair::target).toList();
    BleuScore sacre = Bleu.SACRE.scoreSingle(translations, references);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.BLEU.key(), bleu(references, translations));
    metrics.put(Metric.SACREBLEU.key(), sacre.score());
    metrics.put(Metric.CHRF.key(), ChrF.scoreSingle(translations, references));
    List<List<String>> counted =
        List.of(
            List.of(Metric.SACREBLEU.key(), sacre.toString(), Bleu.SACRE.signature(1)),
            List.of(
                Metric.CHRF.key(),
                Scale.HUNDRED.text(metrics.get(Metric.CHRF.key())),
                ChrF.signature(1)));
    Table signatures =
        new Table("How it was counted", List.of("metric", "score", "signature"), counted);
    return new Evaluation(metrics, List.of(byLength(pairs, translations), signatures));
  }

  /** Single sentences with the best and the worst chrF of their own. */
  static List<Table> bestAndWorst(List<SentencePair> pairs, List<String> translations) {
    List<List<String>> rows = new ArrayList<>();
    double[] scores = new double[pairs.size()];
    for (int i = 0; i < scores.length; i++) {
      String reference = pairs.get(i).target();
      String said = translations.get(i);
      scores[i] = ChrF.scoreSingle(List.of(said), List.of(reference));
      rows.add(List.of(Excerpt.of(pairs.get(i).source()), Excerpt.of(reference), Excerpt.of(said)));
    }
    return BestAndWorst.of(Metric.CHRF, List.of("source", "expected", "said"), rows, scores);
  }

  private double bleu(List<String> references, List<String> translations) {
    return Bleu.MULTI.scoreSingle(spaced(translations), spaced(references)).score();
  }

  private List<String> spaced(List<String> sentences) {
    if (tokenised) {
      return sentences;
    }
    List<String> spaced = new ArrayList<>();
    for (String sentence : sentences) {
      spaced.add(String.join(" ", Tokenizer.WORD.tokenize(sentence)));
    }
    return spaced;
  }

  /** The words of a sentence as {@code bleu} counts them. */
  List<String> words(String sentence) {
    return (tokenised ? Tokenizer.WHITESPACE : Tokenizer.WORD).tokenize(sentence);
  }

  private Table byLength(List<SentencePair> pairs, List<String> translations) {
    List<List<String>> rows = new ArrayList<>();
    int least = 0;
    for (int most : LENGTHS) {
      List<String> references = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        int length = words(pairs.get(i).source()).size();
        if (length > least && length <= most) {
          references.add(pairs.get(i).target());
          said.add(translations.get(i));
        }
      }
      String name = most == Integer.MAX_VALUE ? "> " + least : (least + 1) + "–" + most;
      String bleu =
          said.isEmpty() ? Table.NONE : String.format(Locale.ROOT, "%.1f", bleu(references, said));
      rows.add(List.of(name, Integer.toString(said.size()), bleu));
      least = most;
    }
    List<String> header = List.of("words", "sentences", Metric.BLEU.key());
    return new Table("BLEU by length of the source", header, rows);
  }
}
