package org.unroll.apps.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.app.Question;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.FeatureInput;
import org.unroll.datasets.clip.NumberOutcome;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.table.PartSummary;

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
  public Examples examples() {
    return new Examples(
        new Example("of a table with a row a frame, or a folder of videos", "sensors.csv"),
        List.of(
            new Example("a row a frame; without --out the segments", "clip.mp4 --out labels.csv"),
            new Example("subtitles of the same", "clip.mp4 --out clip.srt")),
        "sensors.csv");
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
  public Set<String> predictOptions() {
    return Set.of("--segments", "--render");
  }

  @Override
  public Question question() {
    return Question.RECORDING;
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(ClassOutcome.METRICS);
    all.addAll(NumberOutcome.ERRORS);
    return all;
  }

  @Override
  public boolean canRefit() {
    return true;
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Softmax.class, Regression.class);
  }

  @Override
  public void check(VideoConfig config, Problems problems) {
    App.super.check(config, problems);
    new ConfigFit(config).check(ports(), problems);
  }

  @Override
  public VideoTask open(VideoConfig config, DataAccess access) {
    return open(config, new Recordings(config, access));
  }

  private static VideoTask open(VideoConfig config, Recordings recordings) {
    FittedVideo fitted = FittedVideo.fit(config, recordings.of(Split.TRAIN));
    new ConfigFit(config).require(fitted.outcome());
    VideoTask task = new VideoTask(config, recordings, fitted);
    task.requireData();
    return task;
  }

  @Override
  public List<String> inspect(VideoConfig config, DataAccess access) {
    Recordings recordings = new Recordings(config, access);
    open(config, recordings);
    return PartSummary.of(
        recordings.source(), config.data(), part -> RecordingCounts.of(part).inWords());
  }

  @Override
  public List<Hint> hints() {
    return VideoDraft.HINTS;
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return new VideoDraft(this, hints, access).of(files);
  }

  @Override
  public VideoTask restore(VideoConfig config, DataAccess access, Path folder) {
    return new VideoTask(config, new Recordings(config, access), FittedVideo.load(config, folder));
  }
}
