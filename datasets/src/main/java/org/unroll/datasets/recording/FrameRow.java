package org.unroll.datasets.recording;

import java.util.List;
import java.util.Optional;
import org.unroll.core.data.Origin;

/**
 * A row of a table of frames.
 *
 * @param recording that it is of; empty in a table of one
 * @param number of the frame; 0 if the table does not number them
 * @param picture file of the frame; empty if it is features
 * @param features in the order of their columns; none if it is a picture
 * @param label empty if the table has none, or it is not wanted
 * @param about the other cells, in the order of their columns
 */
record FrameRow(
    String recording,
    int number,
    String picture,
    float[] features,
    Optional<LabelValue> label,
    List<String> about,
    Origin origin) {}
