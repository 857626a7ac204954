package org.unroll.datasets.stream;

/** Whether a mark has opened what another one, or the same, has not closed. */
final class BetweenReader implements SignalReader {
  private final String opening;
  private final String closing;
  private final StringBuilder read = new StringBuilder();
  private boolean open;

  BetweenReader(String opening, String closing) {
    this.opening = opening;
    this.closing = closing;
  }

  @Override
  public double next(char character) {
    if (character != '\r') {
      read.append(character);
    }
    if (ends("\n\n") && opening.equals(closing)) {
      open = false;
    } else if (ends(open ? closing : opening)) {
      open = !open;
      read.setLength(0);
    }
    if (read.length() > opening.length() + closing.length() + 2) {
      read.deleteCharAt(0);
    }
    return open ? 1 : 0;
  }

  private boolean ends(String mark) {
    int from = read.length() - mark.length();
    return from >= 0 && read.indexOf(mark, from) == from;
  }
}
