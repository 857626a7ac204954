package org.unroll.apps.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.clip.FeatureInput;
import org.unroll.datasets.clip.FrameInput;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.image.PictureArrays;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.image.PictureScale;
import org.unroll.datasets.recording.FeatureScale;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.FeatureFrames;
import org.unroll.datasets.video.PictureFrames;

/** How frames become numbers, fitted on the training recordings. Immutable. */
sealed interface FrameReader {
  FrameInput input(List<Recording> recordings);

  /**
   * @param outputs units of the head
   */
  GraphPorts ports(int outputs);

  void save(Path folder) throws IOException;

  /** Pictures of one size. */
  record OfPictures(PictureSize size, PictureScale scale) implements FrameReader {
    /** Frames that the scale is fitted on, evenly spread over each recording. */
    private static final int FITTED = 200;

    static OfPictures fit(PictureConfig config, List<Recording> training) {
      PictureSize size = config.pictureSize();
      return new OfPictures(
          size, config.scale().fixed(size).orElseGet(() -> scale(size, training)));
    }

    private static PictureScale scale(PictureSize size, List<Recording> training) {
      PictureScale.Counts counts = new PictureScale.Counts(size);
      byte[] frame = new byte[size.length()];
      for (PictureFrames frames : pictures(training)) {
        int step = Math.max(1, frames.length() / FITTED);
        for (int at = 0; at < frames.length(); at += step) {
          frames.read(at, frame);
          counts.add(frame);
        }
      }
      return counts.scale();
    }

    static OfPictures load(PictureConfig config, Path folder) {
      return new OfPictures(config.pictureSize(), PictureScale.load(folder));
    }

    private static List<PictureFrames> pictures(List<Recording> recordings) {
      List<PictureFrames> all = new ArrayList<>();
      for (Recording recording : recordings) {
        if (!(recording.frames() instanceof PictureFrames frames)) {
          throw new UserError(
              "%s has features by frame, but the graph reads '%s', which are pictures: write input: %s"
                  .formatted(recording.origin(), PixelInput.NAME, FeatureInput.NAME));
        }
        all.add(frames);
      }
      return all;
    }

    @Override
    public FrameInput input(List<Recording> recordings) {
      return new PixelInput(pictures(recordings), new PictureArrays(size, scale));
    }

    @Override
    public GraphPorts ports(int outputs) {
      Shape shape = new Shape.Frames(size.channels(), size.height(), size.width());
      return new GraphPorts(Map.of(PixelInput.NAME, shape), outputs);
    }

    @Override
    public void save(Path folder) throws IOException {
      scale.save(folder);
    }
  }

  /** Numbers by frame. */
  record OfFeatures(FeatureScale scale) implements FrameReader {
    static OfFeatures fit(List<Recording> training) {
      List<FeatureFrames> all = features(training);
      for (int i = 0; i < all.size(); i++) {
        FeatureScale.require(all.get(0).names(), all.get(i), training.get(i).origin());
      }
      return new OfFeatures(FeatureScale.fit(all));
    }

    static OfFeatures load(Path folder) {
      return new OfFeatures(FeatureScale.load(folder));
    }

    private static List<FeatureFrames> features(List<Recording> recordings) {
      List<FeatureFrames> all = new ArrayList<>();
      for (Recording recording : recordings) {
        if (!(recording.frames() instanceof FeatureFrames frames)) {
          throw new UserError(
              "%s has pictures, but the graph reads '%s', which are numbers by frame: write input: %s"
                  .formatted(recording.origin(), FeatureInput.NAME, PixelInput.NAME));
        }
        all.add(frames);
      }
      return all;
    }

    @Override
    public FrameInput input(List<Recording> recordings) {
      List<FeatureFrames> found = features(recordings);
      List<FeatureFrames> scaled = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        scale.require(found.get(i), recordings.get(i).origin());
        scaled.add(scale.scaled(found.get(i)));
      }
      return new FeatureInput(scaled, scale.names().size());
    }

    @Override
    public GraphPorts ports(int outputs) {
      Shape shape = new Shape.Sequence(scale.names().size());
      return new GraphPorts(Map.of(FeatureInput.NAME, shape), outputs);
    }

    @Override
    public void save(Path folder) throws IOException {
      scale.save(folder);
    }
  }
}
