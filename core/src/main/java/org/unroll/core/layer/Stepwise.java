package org.unroll.core.layer;

/**
 * Said by the configuration of a layer or vertex that can run step by step: it gives step k from
 * step k of its inputs, or from what its {@link StepReader} reads at step k.
 */
public interface Stepwise {}
