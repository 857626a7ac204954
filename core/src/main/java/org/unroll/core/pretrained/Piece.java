package org.unroll.core.pretrained;

import java.util.List;

/**
 * A layer of a pretrained net, or a part of one.
 *
 * @param name unique in the net
 * @param layer of the file whose weights it has
 * @param inputs names of the pieces or inputs of the net that it reads
 */
public record Piece(String name, String layer, List<String> inputs, Kind kind) {
  Piece(String name, List<String> inputs, Kind kind) {
    this(name, name, inputs, kind);
  }
}
