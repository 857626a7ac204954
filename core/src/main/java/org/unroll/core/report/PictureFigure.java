package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Scale;

/** A picture, what the net says of it and what people say; where the net looked for each word. */
final class PictureFigure implements SampleFigure<Sample.Picture> {
  static final String HINT =
      "What the net says of a picture, and below it what people say. Then a bar an epoch: its height"
          + " is how like theirs that epoch's words are, its colour whether they describe the picture.";

  private final List<Sample.Picture> epochs;

  PictureFigure(List<Sample.Picture> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String remark(Sample.Picture sample) {
    return sample.name();
  }

  @Override
  public List<EpochBar> bars() {
    List<EpochBar> bars = new ArrayList<>();
    for (Sample.Picture sample : epochs) {
      String says = "likeness " + Scale.OPEN.text(sample.score());
      bars.add(
          sample.right()
              ? EpochBar.judged(true, says, sample.score())
              : new EpochBar("plain", says, sample.score()));
    }
    return bars;
  }

  @Override
  public void addPicture(Html html, Sample.Picture sample) {
    addPicture(html, sample, "");
  }

  /**
   * @param whole escaped; empty to show what the net sees, which is where it looked at
   */
  void addPicture(Html html, Sample.Picture sample, String whole) {
    html.raw("<div class=\"captioned\">");
    String shown = whole.isEmpty() ? png() : whole;
    if (!shown.isEmpty()) {
      String name = Html.escape(sample.name());
      html.raw("<img alt=\"" + name + "\" src=\"data:image/png;base64," + shown + "\">");
    }
    html.raw("<div>").element("p", sample.right() ? "said right" : "said", sample.predicted());
    html.raw("<ul>");
    sample.truth().forEach(each -> html.element("li", "", each));
    html.raw("</ul></div></div>");
    RegionMaps.add(html, sample.looked(), png());
  }

  /** That of the first epoch that has it. */
  private String png() {
    return epochs.stream()
        .map(Sample.Picture::png)
        .filter(png -> !png.isEmpty())
        .map(Html::escape)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<String> columns() {
    return List.of("output");
  }

  @Override
  public void addCells(Html html, Sample.Picture sample) {
    html.element("td", sample.right() ? "right" : "", sample.predicted());
  }
}
