package org.unroll.apps.caption;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.app.Question;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.table.PartSummary;

/**
 * Picture to sentence: the input {@code picture} is its pixels, or {@code regions} or {@code
 * features} what another net made of them; {@code caption} is the sentence one word late, one
 * softmax head per step of it.
 */
public final class CaptionApp implements App<CaptionConfig> {
  @Override
  public String name() {
    return "caption";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of captions and the folder of their pictures", "captions.csv photos/"),
        List.of(
            new Example("a sentence", "photo.jpg"),
            new Example("a page of many pictures", "photos/ --html gallery.html")),
        "captions.csv");
  }

  @Override
  public Class<CaptionConfig> configType() {
    return CaptionConfig.class;
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    for (PictureForm form : PictureForm.values()) {
      inputs.put(form.input(), form.unknown());
    }
    inputs.put(PictureForm.CAPTION, new Shape.Tokens(Shape.UNKNOWN));
    return new GraphPorts(inputs, Shape.UNKNOWN);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of("--n-best", "--attention", "--html");
  }

  @Override
  public Question question() {
    return Question.PICTURE;
  }

  @Override
  public List<Metric> metrics() {
    return CaptionScorer.METRICS;
  }

  @Override
  public void check(CaptionConfig config, Problems problems) {
    App.super.check(config, problems);
    new ConfigFit(config).check(problems);
  }

  @Override
  public void checkFiles(CaptionConfig config, Problems problems) {
    App.super.checkFiles(config, problems);
    checkEncoderFiles(config, problems);
  }

  @Override
  public Optional<String> stepInput() {
    return Optional.of(PictureForm.CAPTION);
  }

  @Override
  public CaptionTask open(CaptionConfig config, DataAccess access) {
    Problems missing = new Problems();
    checkEncoderFiles(config, missing); // one that goes on with its training needs them too
    for (Problem problem : missing.found()) {
      throw new UserError(problem.path() + ": " + problem.message());
    }
    CaptionedData data = new CaptionedData(config, access);
    FittedCaptions fitted = FittedCaptions.fit(config, data.of(Split.TRAIN), access.progress());
    data.of(Split.VALIDATION); // a fault in it should not wait for the first epoch's end
    return new CaptionTask(config, data, fitted, Seeing.of(config, fitted, access), access);
  }

  private static void checkEncoderFiles(CaptionConfig config, Problems problems) {
    config
        .encoder()
        .ifPresent(
            encoder ->
                GraphCheck.checkFiles(encoder.graph(), EncoderCheck.PATH + "graph", problems));
  }

  @Override
  public List<String> inspect(CaptionConfig config, DataAccess access) {
    CaptionedData data = new CaptionedData(config, access);
    return PartSummary.of(
        data.source(),
        config.data(),
        pictures -> String.format(Locale.ROOT, "%,d pictures with captions", pictures.size()));
  }

  @Override
  public List<Hint> hints() {
    return CaptionDraft.HINTS;
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return CaptionDraft.of(files, hints);
  }

  @Override
  public CaptionTask restore(CaptionConfig config, DataAccess access, Path folder) {
    FittedCaptions fitted = FittedCaptions.load(config, folder);
    Seeing seeing = Seeing.of(config, fitted, access);
    seeing.load(folder);
    return new CaptionTask(config, new CaptionedData(config, access), fitted, seeing, access);
  }
}
