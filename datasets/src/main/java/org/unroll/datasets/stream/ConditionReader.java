package org.unroll.datasets.stream;

/** Whether the parentheses behind an {@code if} are open. */
final class ConditionReader implements SignalReader {
  private final StringBuilder word = new StringBuilder();
  private boolean behindIf;
  private int depth;

  @Override
  public double next(char character) {
    if (Character.isLetterOrDigit(character) || character == '_') {
      word.append(character);
      behindIf = false;
      return depth > 0 ? 1 : 0;
    }
    behindIf = behindIf && word.isEmpty() || word.toString().equals("if");
    word.setLength(0);
    if (character == '(' && (depth > 0 || behindIf)) {
      depth++;
    } else if (character == ')') {
      depth = Math.max(0, depth - 1);
    }
    behindIf = behindIf && Character.isWhitespace(character);
    return depth > 0 ? 1 : 0;
  }
}
