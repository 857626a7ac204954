package org.unroll.apps.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.app.RegionAttention;
import org.unroll.core.data.Batches;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.core.decode.SequenceWriter.Taker;
import org.unroll.datasets.caption.CaptionBatches;
import org.unroll.datasets.caption.PictureToCaption;

/**
 * Writes captions with a trained net: the CNN once a batch, the recurrent net once a word. What is
 * written of a picture does not hang on those beside it. Not thread-safe.
 */
final class CaptionWriter {
  private final NetWriter net;
  private final FittedCaptions fitted;
  private final SequenceWriter writer;

  CaptionWriter(Net net, FittedCaptions fitted, DecodeConfig decode, long seed) {
    this.net = fitted.writer(net.doing("describing pictures"));
    this.fitted = fitted;
    this.writer = new SequenceWriter(decode, fitted.language().boundaries(), seed);
  }

  /**
   * For each picture its captions, the best first, at least one.
   *
   * @param pictures as the captioner reads them
   */
  List<List<Hypothesis>> write(List<PictureToCaption> pictures) {
    return write(pictures, IntStream.range(0, pictures.size()).toArray());
  }

  /**
   * The same.
   *
   * @param numbers from which follows what is drawn for each
   */
  List<List<Hypothesis>> write(List<PictureToCaption> pictures, int[] numbers) {
    Batches batches =
        CaptionBatches.of(
            fitted.reader().pictures(pictures), net.order(pictures.size(), writer.decode()));
    return net.write(
        batches,
        writer,
        picture -> fitted.reader().data().maxLength(),
        i -> numbers[i],
        Taker.NONE);
  }

  String text(Hypothesis hypothesis) {
    return fitted.language().decode(hypothesis.words());
  }

  /** Where the net looked on a picture, if its graph looks at places. */
  RegionAttention looked(Hypothesis hypothesis) {
    List<List<Double>> weights = new ArrayList<>();
    for (float[] row : hypothesis.attention()) {
      if (row.length > 1) {
        weights.add(rounded(row));
      }
    }
    weights = weights.subList(0, Math.min(weights.size(), hypothesis.words().size())); // no end
    if (weights.isEmpty()) {
      return RegionAttention.NONE;
    }
    List<String> words = fitted.language().shown(hypothesis.words());
    int places = weights.get(0).size();
    int rows = rows(places);
    return new RegionAttention(rows, places / rows, words, weights);
  }

  /** Of a grid as square as the number of its places allows. */
  private static int rows(int places) {
    int rows = (int) Math.sqrt(places);
    while (places % rows != 0) {
      rows--;
    }
    return rows;
  }

  private static List<Double> rounded(float[] weights) {
    Double[] rounded = new Double[weights.length];
    Arrays.setAll(rounded, i -> Math.round(weights[i] * 1000) / 1000.0);
    return List.of(rounded);
  }
}
