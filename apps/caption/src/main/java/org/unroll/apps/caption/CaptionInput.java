package org.unroll.apps.caption;

/**
 * What is described.
 *
 * @param image a file, or of features computed elsewhere the name that they stand under
 */
public record CaptionInput(String image) {}
