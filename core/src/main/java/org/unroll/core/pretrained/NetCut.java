package org.unroll.core.pretrained;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.pretrained.PretrainedException.Key;
import org.unroll.core.yaml.NearestName;

/** The part of a net that is used: what leads to one piece. */
final class NetCut {
  private final NetFile net;
  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  NetCut(NetFile net) {
    this.net = net;
    for (Piece piece : net.pieces()) {
      pieces.put(piece.name(), piece);
    }
  }

  /**
   * @param cut the last piece, default the one before the first flattening or fully connected one,
   *     or the last of the file
   * @return the pieces that lead to it and it, each after its inputs; they read one input of the
   *     net
   */
  List<Piece> upTo(Optional<String> cut) {
    String last = cut.orElseGet(this::beforeHead);
    if (!pieces.containsKey(last)) {
      throw new PretrainedException(
          Key.CUT,
          "%s has no layer '%s'%s"
              .formatted(net.file(), last, NearestName.suggest(last, pieces.keySet())));
    }
    Set<String> names = new LinkedHashSet<>();
    visit(last, names);
    List<Piece> used = new ArrayList<>();
    for (String name : names) {
      used.add(pieces.get(name));
    }
    used.forEach(this::refuseUnknown);
    requireOneInput(used);
    return used;
  }

  private String beforeHead() {
    for (Piece piece : pieces.values()) {
      boolean head =
          piece.kind() instanceof Kind.Flattening || piece.kind() instanceof LayerKind.Connection;
      if (head && pieces.containsKey(piece.inputs().get(0))) {
        return piece.inputs().get(0);
      }
    }
    List<String> names = new ArrayList<>(pieces.keySet());
    if (names.isEmpty()) {
      throw new PretrainedException(Key.FILE, net.file() + " holds a net without layers");
    }
    return names.get(names.size() - 1);
  }

  private void visit(String name, Set<String> done) {
    if (done.contains(name) || !pieces.containsKey(name)) {
      return; // an input of the net
    }
    pieces.get(name).inputs().forEach(input -> visit(input, done));
    done.add(name);
  }

  private void refuseUnknown(Piece piece) {
    if (piece.kind() instanceof Kind.Unknown unknown) {
      String before =
          piece.inputs().stream()
              .filter(pieces::containsKey)
              .findFirst()
              .map(", such as cut: "::concat)
              .orElse("");
      throw new PretrainedException(
          Key.CUT,
          "%s: layer '%s' is %s, which has no counterpart here; cut the net before it%s"
              .formatted(net.file(), piece.name(), unknown.what(), before));
    }
  }

  /** What the pieces read that is none of them. */
  static Set<String> inputs(List<Piece> used) {
    Set<String> inputs = new LinkedHashSet<>();
    used.forEach(piece -> inputs.addAll(piece.inputs()));
    used.forEach(piece -> inputs.remove(piece.name()));
    return inputs;
  }

  private void requireOneInput(List<Piece> used) {
    Set<String> inputs = inputs(used);
    if (inputs.size() != 1) {
      throw new PretrainedException(
          Key.CUT,
          "%s: '%s' is made of %d inputs of the net (%s), and one can be given"
              .formatted(
                  net.file(),
                  used.get(used.size() - 1).name(),
                  inputs.size(),
                  String.join(", ", inputs)));
    }
  }
}
