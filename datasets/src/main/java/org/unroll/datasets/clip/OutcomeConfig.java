package org.unroll.datasets.clip;

import java.util.Optional;

/**
 * What the config says of labels.
 *
 * @param background the class of frames in which nothing happens
 * @param bands classes of a number, to score it by too
 */
public record OutcomeConfig(Optional<String> background, Optional<BandConfig> bands) {}
