package org.unroll.apps.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.app.Net;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Sample;
import org.unroll.core.app.WritingPredictor;
import org.unroll.core.decode.Hypothesis;
import org.unroll.datasets.caption.PictureToCaption;

/** A trained net that describes pictures. Not thread-safe. */
final class PictureCaptioner implements WritingPredictor<CaptionInput, PictureCaption> {
  private final Net net;
  private final CaptionWriter writer;
  private final Seeing seeing;
  private final Function<String, PictureToCaption> pictures;
  private final int best;

  /**
   * @param pictures what was read of a picture, by its name
   */
  PictureCaptioner(
      Net net,
      CaptionWriter writer,
      Seeing seeing,
      Function<String, PictureToCaption> pictures,
      int best) {
    this.net = net;
    this.writer = writer;
    this.seeing = seeing;
    this.pictures = pictures;
    this.best = best;
  }

  @Override
  public List<PictureCaption> predict(List<CaptionInput> inputs, int[] places, Pieces pieces) {
    List<PictureToCaption> asked = new ArrayList<>();
    for (CaptionInput input : inputs) {
      asked.add(pictures.apply(input.image()));
    }
    List<List<Hypothesis>> found = writer.write(seeing.toCaption(asked), places);
    List<PictureCaption> captions = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      captions.add(caption(inputs.get(i).image(), asked.get(i), found.get(i)));
    }
    return captions;
  }

  private PictureCaption caption(String picture, PictureToCaption asked, List<Hypothesis> found) {
    List<PictureCaption.Ranked> ranked = new ArrayList<>();
    for (Hypothesis each : found.subList(0, Math.min(best, found.size()))) {
      ranked.add(new PictureCaption.Ranked(writer.text(each), each.score()));
    }
    return new PictureCaption(
        picture,
        ranked.get(0).caption(),
        best > 1 ? ranked : List.of(),
        CaptionSamples.png(asked.content()),
        writer.looked(found.get(0)));
  }

  @Override
  public Optional<Sample> explained(CaptionInput input, PictureCaption answer) {
    return answer.pictured().map(Sample.class::cast);
  }

  @Override
  public void close() {
    net.close();
  }
}
