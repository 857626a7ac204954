package org.unroll.core.pretrained;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Activation functions that become part of the layer before them, which saves a pass over its
 * output: of what only they read.
 */
final class Absorption {
  private final List<Piece> pieces;
  private final Map<String, Integer> readers = new HashMap<>();

  private Absorption(List<Piece> pieces) {
    this.pieces = pieces;
    for (Piece piece : pieces) {
      piece.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
    }
  }

  /**
   * @param pieces each after its inputs
   */
  static List<Piece> of(List<Piece> pieces) {
    return new Absorption(pieces).run();
  }

  private List<Piece> run() {
    Map<String, Piece> result = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece before = result.get(piece.inputs().get(0));
      if (piece.kind() instanceof LayerKind.Function function && canTake(before)) {
        LayerKind kind = ((LayerKind) before.kind()).activated(function.activation());
        result.put(piece.name(), new Piece(piece.name(), before.layer(), before.inputs(), kind));
        order.remove(before.name());
      } else {
        result.put(piece.name(), piece);
      }
      order.add(piece.name());
    }
    return order.stream().map(result::get).toList();
  }

  private boolean canTake(Piece before) {
    return before != null
        && readers.get(before.name()) == 1
        && before.kind() instanceof LayerKind kind
        && kind.isOpen();
  }
}
