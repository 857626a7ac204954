package org.unroll.apps.video;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.App;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.clip.FeatureInput;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.recording.Recording;

/**
 * Frames to a label for each: the input {@code frames} (pictures) or {@code features} (numbers),
 * one head with steps.
 */
public final class VideoApp implements App<VideoConfig> {
  @Override
  public String name() {
    return "video";
  }

  @Override
  public Class<VideoConfig> configType() {
    return VideoConfig.class;
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put(PixelInput.NAME, new Shape.Frames(Shape.UNKNOWN, Shape.UNKNOWN, Shape.UNKNOWN));
    inputs.put(FeatureInput.NAME, new Shape.Sequence(Shape.UNKNOWN));
    return new GraphPorts(inputs, Shape.UNKNOWN);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.ACCURACY,
        Metric.MACRO_F1,
        Metric.EDIT,
        Metric.F1_10,
        Metric.F1_25,
        Metric.F1_50,
        Metric.LOG_LOSS,
        Metric.MAE,
        Metric.RMSE,
        Metric.MSE,
        Metric.R2);
  }

  @Override
  public boolean canRefit() {
    return true;
  }

  @Override
  public void check(VideoConfig config, Problems problems) {
    App.super.check(config, problems);
    new ConfigFit(config).check(ports(), problems);
  }

  @Override
  public VideoTask open(VideoConfig config, DataAccess access) {
    Recordings recordings = new Recordings(config, access);
    FittedVideo fitted = FittedVideo.fit(config, recordings.of(Split.TRAIN));
    new ConfigFit(config).require(fitted.outcome());
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) { // faults should not wait
      List<Recording> all = recordings.of(split);
      fitted.input(all);
      fitted.outcome().targets(all, config.mirror());
    }
    return new VideoTask(config, recordings, fitted);
  }

  @Override
  public VideoTask restore(VideoConfig config, DataAccess access, Path folder) {
    return new VideoTask(config, new Recordings(config, access), FittedVideo.load(config, folder));
  }
}
