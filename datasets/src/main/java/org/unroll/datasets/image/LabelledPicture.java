package org.unroll.datasets.image;

import org.unroll.core.data.Labelled;
import org.unroll.core.data.Origin;

/**
 * A picture and its class.
 *
 * @param label the class as the data names it
 */
public record LabelledPicture(Picture input, String label, Origin origin)
    implements Labelled<Picture> {}
