package org.unroll.datasets.caption;

import java.util.List;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;

/**
 * A row of captions.
 *
 * @param image name of the picture's file
 * @param captions mostly one; none if they are not asked for
 * @param part if the file says it
 * @param group by which pictures are kept together, if the config names a column
 */
record CaptionRow(
    String image,
    List<String> captions,
    Optional<Split> part,
    Optional<String> group,
    Origin origin) {}
