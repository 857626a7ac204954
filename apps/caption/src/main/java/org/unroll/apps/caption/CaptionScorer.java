package org.unroll.apps.caption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.metric.BestAndWorst;
import org.unroll.core.metric.CaptionScores;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Excerpt;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.caption.CaptionBatches;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.EncodedCaptions;
import org.unroll.datasets.caption.PictureToCaption;

/**
 * Scores a net: what it says of pictures, and how surprised it is by what people say.
 *
 * @param pictures to describe, as the captioner reads them
 * @param scores of their captions
 */
record CaptionScorer(
    CaptionedData data,
    FittedCaptions fitted,
    List<CaptionedPicture> pictures,
    CaptionScores scores,
    long seed) {
  /** Those that have a better side. */
  static final List<Metric> METRICS =
      List.of(
          Metric.BLEU_1,
          Metric.BLEU_2,
          Metric.BLEU_3,
          Metric.BLEU_4,
          Metric.CIDER,
          Metric.ROUGE_L,
          Metric.EXACT_MATCH,
          Metric.PERPLEXITY);

  /** Captions side by side. */
  private static final int SCORED = 64;

  /**
   * @param training captions that the net may have learnt by heart; none where that is not asked
   */
  static CaptionScorer of(
      CaptionedData data,
      FittedCaptions fitted,
      List<CaptionedPicture> pictures,
      List<String> training,
      long seed) {
    List<List<String>> references = pictures.stream().map(CaptionedPicture::captions).toList();
    return new CaptionScorer(data, fitted, pictures, new CaptionScores(references, training), seed);
  }

  /**
   * @param surprising pictures for the perplexity, which costs little
   */
  Evaluation evaluate(Net net, List<CaptionedPicture> surprising, DecodeConfig decode) {
    long began = System.nanoTime();
    CaptionWriter writer = new CaptionWriter(net, fitted, decode, seed);
    List<String> captions = new ArrayList<>();
    for (List<Hypothesis> each : writer.write(uncaptioned(pictures))) {
      captions.add(writer.text(each.get(0)));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Evaluation evaluation = scored(captions);
    Map<String, Double> metrics = new LinkedHashMap<>(evaluation.metrics());
    metrics.put(Metric.PERPLEXITY.key(), perplexity(net, surprising));
    List<Table> tables = new ArrayList<>(evaluation.tables());
    tables.add(NetWriter.speed(decode, "pictures", captions.size(), seconds));
    return new Evaluation(metrics, tables).detailed(bestAndWorst(captions));
  }

  private List<Table> bestAndWorst(List<String> captions) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      CaptionedPicture picture = pictures.get(i);
      String expected = String.join(CaptionTask.BETWEEN, picture.captions());
      rows.add(List.of(picture.name(), Excerpt.of(expected), Excerpt.of(captions.get(i))));
    }
    List<String> header = List.of("picture", "expected", "said");
    return BestAndWorst.of(Metric.CIDER, header, rows, scores.ciders(captions));
  }

  static List<PictureToCaption> uncaptioned(List<CaptionedPicture> pictures) {
    return pictures.stream().map(CaptionedPicture::toCaption).toList();
  }

  /** A caption for each picture beside what people say. */
  Evaluation scored(List<String> captions) {
    return scores.evaluate(captions, i -> data.describes(pictures.get(i), captions.get(i)));
  }

  private double perplexity(Net net, List<CaptionedPicture> surprising) {
    EncodedCaptions encoded = fitted.reader().captions(surprising, notice -> {});
    return fitted
        .writer(net)
        .perplexity(
            CaptionBatches.of(encoded, new BatchOrder(SCORED, 0, true)),
            encoded::words,
            fitted.language().end());
  }
}
