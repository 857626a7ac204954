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
    if (config.uses(PixelInput.NAME) && config.uses(FeatureInput.NAME)) {
      problems.add("graph", "a recording has frames or features, not both; read one of them");
    }
  }

  @Override
  public VideoTask open(VideoConfig config, DataAccess access) {
    Recordings recordings = new Recordings(config, access);
    FittedVideo fitted = FittedVideo.fit(config, recordings.of(Split.TRAIN));
    recordings.of(Split.VALIDATION); // a fault in it should not wait for the first epoch's end
    return new VideoTask(config, recordings, fitted);
  }

  @Override
  public VideoTask restore(VideoConfig config, DataAccess access, Path folder) {
    return new VideoTask(config, new Recordings(config, access), FittedVideo.load(config, folder));
  }
}
