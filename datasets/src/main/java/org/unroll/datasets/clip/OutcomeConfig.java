package org.unroll.datasets.clip;

import java.util.Optional;
import org.unroll.datasets.recording.BandConfig;

/**
 * What the config says of labels.
 *
 * @param background the class of frames in which nothing happens
 * @param bands classes of a number, to score it by too
 */
public record OutcomeConfig(Optional<String> background, Optional<BandConfig> bands) {}
