package org.unroll.core.app;

/**
 * A stretch of a recording that has one label; as JSON, a row of a table of labels.
 *
 * @param video name of the recording
 * @param start number of its first frame
 * @param end number of its last frame, which is of it too
 * @param startSeconds from the start of the recording
 * @param endSeconds when its last frame is gone
 */
public record TimedSegment(
    String video, int start, int end, String label, double startSeconds, double endSeconds) {}
