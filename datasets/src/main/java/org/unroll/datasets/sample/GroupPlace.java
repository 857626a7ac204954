package org.unroll.datasets.sample;

/** Where in a generated scene a group of shapes lies. */
enum GroupPlace {
  LEFT("on the left", -1, 0),
  RIGHT("on the right", 1, 0),
  TOP("at the top", 0, -1),
  BOTTOM("at the bottom", 0, 1),
  MIDDLE("in the middle", 0, 0);

  private final String words;
  private final int across;
  private final int down;

  GroupPlace(String words, int across, int down) {
    this.words = words;
    this.across = across;
    this.down = down;
  }

  String words() {
    return words;
  }

  /** -1 at the left, 1 at the right, 0 between. */
  int across() {
    return across;
  }

  /** -1 at the top, 1 at the bottom, 0 between. */
  int down() {
    return down;
  }
}
