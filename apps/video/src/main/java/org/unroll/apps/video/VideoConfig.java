package org.unroll.apps.video;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.clip.ClipConfig;
import org.unroll.datasets.clip.MirrorConfig;
import org.unroll.datasets.clip.OutcomeConfig;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.recording.BandConfig;
import org.unroll.datasets.recording.FrameData;

@Doc("Frames to labels: a class or numbers for every frame of a recording.")
record VideoConfig(
    @Inline RunSettings run,
    FrameData data,
    PictureConfig picture,
    @Doc("Frames a second that are taken of videos; without it all of them.")
        @Range(above = 0, max = 1000)
        OptionalDouble rate,
    @Default("{}") ClipConfig clip,
    @Default("{}") MirrorConfig mirror,
    Optional<BandConfig> bands,
    @Default("{}") BaselineConfig baselines)
    implements RunConfig {

  @Override
  public List<Repetition> folds() {
    return data.repetitions();
  }

  OutcomeConfig outcome() {
    return new OutcomeConfig(data.background(), bands);
  }
}
