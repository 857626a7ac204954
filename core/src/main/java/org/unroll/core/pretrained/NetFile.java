package org.unroll.core.pretrained;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.unroll.core.layer.image.PictureSize;

/**
 * What is known of a net before its weights are read.
 *
 * @param inputs by name, what the net was made for; what the file does not tell is 0
 * @param pieces in any order
 * @param weights opens the file for them
 */
record NetFile(
    Path file, Map<String, PictureSize> inputs, List<Piece> pieces, Supplier<NetWeights> weights) {}
