package org.unroll.apps.caption;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.metric.CaptionScores;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.image.PictureThumbnail;

/** What a net says of pictures beside what people say, to be shown. */
record CaptionSamples(CaptionedData data, FittedCaptions fitted, DecodeConfig decode, long seed) {

  /**
   * @param shown pictures as the files have them
   * @param seen the same as the captioner reads them
   */
  List<Sample> of(Net net, List<CaptionedPicture> shown, List<CaptionedPicture> seen, int epoch) {
    CaptionWriter writer = new CaptionWriter(net, fitted, decode, seed);
    List<List<Hypothesis>> found = writer.write(CaptionScorer.uncaptioned(seen));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      CaptionedPicture picture = shown.get(i);
      Hypothesis best = found.get(i).get(0);
      String caption = writer.text(best);
      samples.add(
          new Sample.Picture(
              epoch,
              i,
              picture.name(),
              epoch == 1 ? png(picture.content()) : "", // a picture does not change
              picture.captions(),
              caption,
              data.describes(picture, caption),
              likeness(picture, caption),
              writer.looked(best)));
    }
    return samples;
  }

  /** Empty of features. */
  static String png(PictureContent content) {
    return content instanceof PictureContent.Pixels pixels
        ? PictureThumbnail.png(pixels.picture())
        : "";
  }

  private static double likeness(CaptionedPicture picture, String caption) {
    return new CaptionScores(List.of(picture.captions()), List.of())
            .evaluate(List.of(caption))
            .metrics()
            .get(Metric.ROUGE_L.key())
        / 100;
  }
}
