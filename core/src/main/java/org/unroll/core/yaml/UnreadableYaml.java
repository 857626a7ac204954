package org.unroll.core.yaml;

/** Ends the reading of one layer: nothing sensible can be said about the rest of it. */
final class UnreadableYaml extends RuntimeException {
  private final Position position;
  private final String path;

  UnreadableYaml(Position position, String path, String message) {
    super(message);
    this.position = position;
    this.path = path;
  }

  Position position() {
    return position;
  }

  String path() {
    return path;
  }
}
