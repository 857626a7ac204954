package org.unroll.core.app;

import java.util.List;

/**
 * What the help of an app's commands shows beside the examples of every app: what it is given and
 * asked with.
 *
 * @param init about files of the user's
 * @param predict with inputs of the app's kind
 * @param labelled a file that {@code evaluate --data} scores; empty if there is no such
 */
public record Examples(Example init, List<Example> predict, String labelled) {}
