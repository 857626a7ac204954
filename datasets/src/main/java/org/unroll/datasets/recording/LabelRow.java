package org.unroll.datasets.recording;

import org.unroll.core.data.Origin;

/**
 * A row of a label file.
 *
 * @param start number of the first frame, or seconds
 * @param end number of the last frame, which is of it too, or seconds
 */
record LabelRow(double start, double end, LabelValue value, Origin origin) {}
