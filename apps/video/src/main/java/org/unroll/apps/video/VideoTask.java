package org.unroll.apps.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.RecordingTask;
import org.unroll.core.app.Rival;
import org.unroll.core.app.Sample;
import org.unroll.core.app.TimedSegment;
import org.unroll.core.data.Batches;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.core.metric.VideosApart;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.ClipBatches;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.clip.RecordingWindows;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.table.PartFacts;
import org.unroll.datasets.video.PictureFrames;

/** Recordings and what was fitted on them, ready to train and to score graphs. Not thread-safe. */
final class VideoTask implements RecordingTask<VideoInput, VideoPrediction> {
  /** Validation recordings shown epoch by epoch. */
  private static final int SAMPLES = 6;

  private final VideoConfig config;
  private final Recordings recordings;
  private final FittedVideo fitted;
  private final Map<Split, RecordingWindows> scored = new EnumMap<>(Split.class); // every epoch
  private Batches training; // made when first asked for

  VideoTask(VideoConfig config, Recordings recordings, FittedVideo fitted) {
    this.config = config;
    this.recordings = recordings;
    this.fitted = fitted;
  }

  @Override
  public GraphPorts ports() {
    return fitted.ports();
  }

  @Override
  public Batches training() {
    if (training == null) {
      training = batches(recordings.of(Split.TRAIN));
    }
    return training;
  }

  /** Scales and classes stay those of the training recordings. */
  @Override
  public Batches trainingAndValidation() {
    List<Recording> both = new ArrayList<>(recordings.of(Split.TRAIN));
    both.addAll(recordings.of(Split.VALIDATION));
    return batches(both);
  }

  private Batches batches(List<Recording> all) {
    return new ClipBatches(
        fitted.input(all),
        fitted.outcome().targets(all, config.mirror()),
        config.clip(),
        new Augmentation(config.picture().augment(), config.seed()),
        config.data().batch());
  }

  /** Makes what every epoch needs, so that faults in the data do not wait for the first one. */
  void requireData() {
    training();
    windows(Split.VALIDATION);
    fitted.outcome().require(recordings.of(Split.VALIDATION));
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    List<Recording> all = recordings.of(split);
    fitted.outcome().require(all); // an unknown class should not wait for the net
    Evaluation scores = fitted.outcome().score(all, outputs(net, split));
    return scores.detailed(worst(all, scores));
  }

  /** Recordings with the best and the worst scores of their own. */
  private static List<Table> worst(List<Recording> all, Evaluation scores) {
    List<String> names = all.stream().map(Recording::name).toList();
    return scores.answers().map(answers -> VideosApart.of(names, answers)).orElse(List.of());
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    List<Recording> all = recordings.labelled(file);
    fitted.outcome().require(all);
    return fitted.outcome().score(all, outputs(net, all));
  }

  private RecordingWindows windows(Split split) {
    return scored.computeIfAbsent(split, part -> windows(recordings.of(part)));
  }

  private RecordingWindows windows(List<Recording> all) {
    return new RecordingWindows(fitted.input(all), config.clip());
  }

  /** {@code [recording][frame][number]}. */
  private float[][][] outputs(Net net, Split split) {
    return windows(split).outputs(net, fitted.outcome().size());
  }

  private float[][][] outputs(Net net, List<Recording> all) {
    return windows(all).outputs(net, fitted.outcome().size());
  }

  /** What needs no frames. */
  @Override
  public Map<String, Evaluation> baselines(Split split) {
    List<Recording> all = recordings.of(split);
    Map<String, Evaluation> scores = new LinkedHashMap<>();
    fitted
        .outcome()
        .constants()
        .forEach(
            (name, row) -> {
              float[][][] outputs = new float[all.size()][][];
              for (int i = 0; i < outputs.length; i++) {
                outputs[i] = new float[all.get(i).frames().length()][];
                Arrays.fill(outputs[i], row);
              }
              scores.put(name, fitted.outcome().score(all, outputs));
            });
    return scores;
  }

  @Override
  public Optional<Rival> rival() {
    return config
        .graph()
        .frameWise()
        .filter(graph -> config.baselines().frameWise() && !graph.equals(config.graph()))
        .map(
            graph ->
                new FrameWise(
                    graph,
                    fitted.outcome(),
                    config.train().earlyStop().watched(),
                    recordings::of,
                    this::outputs));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<Recording> shown = Spread.of(recordings.of(Split.VALIDATION), SAMPLES);
    float[][][] outputs = outputs(net, shown);
    VideoSamples samples = new VideoSamples(fitted.outcome(), epoch);
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      all.add(samples.of(i, shown.get(i), outputs[i]));
    }
    return all;
  }

  @Override
  public Predictor<VideoInput, VideoPrediction> predictor(Net net) {
    return new VideoPredictor(
        net,
        fitted.outcome(),
        config.data().columns().firstFrame(),
        recordings::find,
        this::outputs);
  }

  @Override
  public Class<VideoInput> inputType() {
    return VideoInput.class;
  }

  @Override
  public Class<VideoPrediction> outputType() {
    return VideoPrediction.class;
  }

  @Override
  public VideoInput parse(String text) {
    Recording recording = recordings.only(text); // what is none should not wait for its turn
    return recording.frames() instanceof PictureFrames
        ? VideoInput.of(text)
        : VideoInput.of(recording);
  }

  @Override
  public List<VideoInput> read(Path file) {
    List<VideoInput> inputs = new ArrayList<>();
    for (Recording recording : recordings.unlabelled(file)) {
      inputs.add(VideoInput.of(recording));
    }
    return inputs;
  }

  /** A table of a net that reads pictures would name them. */
  @Override
  public Set<String> sentFiles() {
    return config.uses(PixelInput.NAME)
        ? Set.of("mp4", "m4v", "mov", "avi", "webm", "mkv", "mpg", "mpeg")
        : Set.of("csv", "npy");
  }

  @Override
  public void requireSegments(String option) {
    if (!(fitted.outcome() instanceof ClassOutcome)) {
      throw new UserError(
          option
              + ": this net predicts numbers, which make no segments; write --out with a .csv file");
    }
  }

  @Override
  public List<TimedSegment> segments(VideoPrediction answer) {
    return answer.segments();
  }

  @Override
  public List<Path> files(VideoInput input) {
    return footage().files(input);
  }

  @Override
  public void requireVideo(VideoInput input) {
    footage().requireVideo(input);
  }

  @Override
  public void render(VideoInput input, VideoPrediction answer, Path file) {
    footage().render(input, answer, file);
  }

  private Footage footage() {
    return new Footage(recordings::find, config.rate());
  }

  @Override
  public List<AskedRow<VideoInput>> rows(Split split) {
    return recordings.toFind(recordings.of(split)).stream()
        .map(recording -> AskedRow.of(VideoInput.of(recording)))
        .toList();
  }

  @Override
  public List<Table> facts(List<Split> splits) {
    List<Table> facts = new ArrayList<>();
    facts.add(
        PartFacts.sizes(
            splits,
            "recordings",
            split -> recordings.of(split).size(),
            Map.of(
                "frames", split -> counts(split).lengths().stream().mapToInt(n -> n).toArray())));
    if (fitted.outcome() instanceof ClassOutcome) {
      facts.add(PartFacts.classes(splits, "Frames by class", split -> counts(split).classes()));
    }
    return facts;
  }

  private RecordingCounts counts(Split split) {
    return RecordingCounts.of(recordings.of(split));
  }

  @Override
  public void require(Split split) {
    recordings.require(split);
  }

  @Override
  public Map<String, String> digests() {
    return recordings.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    fitted.save(folder);
  }
}
