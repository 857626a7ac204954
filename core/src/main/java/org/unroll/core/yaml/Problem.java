package org.unroll.core.yaml;

/**
 * One mistake in a configuration.
 *
 * @param path the key it concerns, from the root: {@code graph.summary.input}; list items as {@code
 *     input[1]}
 * @param message what is wrong, what was expected, what to do; one line
 */
public record Problem(String path, String message) {}
