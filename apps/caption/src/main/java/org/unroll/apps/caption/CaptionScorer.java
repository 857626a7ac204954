package org.unroll.apps.caption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.metric.*;
import org.unroll.datasets.caption.CaptionBatches;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.EncodedCaptions;
import org.unroll.datasets.caption.PictureToCaption;
import org.unroll.datasets.text.Tokenizer;

/** Scores a net: what it says of pictures, and how surprised it is by what people say. */
record CaptionScorer(
    CaptionConfig config, FittedCaptions fitted, CaptionedData data, Consumer<String> notices) {
  static final List<Metric> METRICS =
      List.of(
          Metric.BLEU_1,
          Metric.BLEU_2,
          Metric.BLEU_3,
          Metric.BLEU_4,
          Metric.EXACT_MATCH,
          Metric.PERPLEXITY);

  private static final int SCORED = 64;

  static String plain(String caption) {
    return String.join(" ", Tokenizer.PLAIN.tokenize(caption));
  }

  Evaluation evaluate(Net net, List<CaptionedPicture> pictures, DecodeConfig decode) {
    return evaluate(net, pictures, pictures, decode);
  }

  Evaluation evaluate(
      Net net,
      List<CaptionedPicture> described,
      List<CaptionedPicture> surprising,
      DecodeConfig decode) {
    long began = System.nanoTime();
    List<String> captions = captions(net, described, decode);
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, Double> metrics = scores(described, captions);
    double right = 0;
    for (int i = 0; i < captions.size(); i++)
      right += data.describes(described.get(i), captions.get(i)) ? 1 : 0;
    metrics.put("exact-match", right / captions.size());
    List<String> turned = new ArrayList<>(captions);
    java.util.Collections.rotate(turned, captions.size() / 3);
    metrics.put("shuffled-bleu-4", scores(described, turned).get("bleu-4"));
    metrics.put("distinct-captions", (double) captions.stream().distinct().count());
    metrics.put("perplexity", perplexity(net, surprising));
    return new Evaluation(
        metrics,
        List.of(
            new Table(
                "Decoding",
                List.of("search", "pictures", "seconds"),
                List.of(
                    List.of(
                        decode.search(),
                        "" + captions.size(),
                        String.format(Locale.ROOT, "%.1f", seconds))))));
  }

  private List<String> captions(Net net, List<CaptionedPicture> pictures, DecodeConfig decode) {
    CaptionWriter writer = new CaptionWriter(net, fitted, decode, config.seed());
    List<String> captions = new ArrayList<>();
    for (List<Hypothesis> each : writer.write(uncaptioned(pictures)))
      captions.add(writer.text(each.get(0)));
    return captions;
  }

  private static List<PictureToCaption> uncaptioned(List<CaptionedPicture> pictures) {
    return pictures.stream()
        .map(each -> new PictureToCaption(each.name(), each.content()))
        .toList();
  }

  private Map<String, Double> scores(List<CaptionedPicture> pictures, List<String> captions) {
    List<List<String>> refs =
        pictures.stream()
            .map(p -> p.captions().stream().map(CaptionScorer::plain).toList())
            .toList();
    List<String> said = captions.stream().map(CaptionScorer::plain).toList();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int n = 1; n <= 4; n++)
      metrics.put("bleu-" + n, new Bleu(BleuTokens.NONE, true, false, n).score(said, refs).score());
    return metrics;
  }

  private double perplexity(Net net, List<CaptionedPicture> pictures) {
    EncodedCaptions encoded = fitted.reader().captions(pictures, notice -> {});
    return fitted
        .writer(net)
        .perplexity(
            CaptionBatches.of(encoded, new BatchOrder(SCORED, 0, true)),
            encoded::words,
            fitted.language().end());
  }

  Evaluation constant(List<CaptionedPicture> training, List<CaptionedPicture> pictures) {
    String caption = training.get(0).captions().get(0);
    return new Evaluation(
        scores(pictures, java.util.Collections.nCopies(pictures.size(), caption)), List.of());
  }

  List<Sample> samples(
      Net net, List<CaptionedPicture> shown, List<CaptionedPicture> seen, int epoch) {
    CaptionWriter writer = new CaptionWriter(net, fitted, config.decode().greedy(), config.seed());
    List<List<Hypothesis>> found = writer.write(uncaptioned(seen));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Hypothesis best = found.get(i).get(0);
      String caption = writer.text(best);
      CaptionedPicture picture = shown.get(i);
      double score = scores(List.of(picture), List.of(caption)).get("bleu-2") / 100;
      samples.add(
          new Sample.Picture(
              epoch,
              i,
              picture.name(),
              "",
              picture.captions(),
              caption,
              data.describes(picture, caption),
              score,
              writer.looked(best)));
    }
    return samples;
  }
}
