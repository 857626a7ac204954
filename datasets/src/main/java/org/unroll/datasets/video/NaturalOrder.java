package org.unroll.datasets.video;

import java.util.Comparator;

/** Names as people order them: runs of digits by their number, so that 2 comes before 10. */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder NAMES = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    int l = 0;
    int r = 0;
    while (l < left.length() && r < right.length()) {
      int leftEnd = digitsEnd(left, l);
      int rightEnd = digitsEnd(right, r);
      boolean numbers = leftEnd > l && rightEnd > r;
      leftEnd = numbers ? leftEnd : l + 1;
      rightEnd = numbers ? rightEnd : r + 1;
      int order =
          numbers
              ? compareNumbers(left.substring(l, leftEnd), right.substring(r, rightEnd))
              : Character.compare(left.charAt(l), right.charAt(r));
      if (order != 0) {
        return order;
      }
      l = leftEnd;
      r = rightEnd;
    }
    int order = Integer.compare(left.length() - l, right.length() - r);
    return order != 0 ? order : left.compareTo(right); // 01 and 1 are two names
  }

  /** However long they are. */
  private static int compareNumbers(String left, String right) {
    String l = withoutZeros(left);
    String r = withoutZeros(right);
    int order = Integer.compare(l.length(), r.length());
    return order != 0 ? order : l.compareTo(r);
  }

  private static String withoutZeros(String number) {
    int from = 0;
    while (from < number.length() && number.charAt(from) == '0') {
      from++;
    }
    return number.substring(from);
  }

  private static int digitsEnd(String name, int from) {
    int end = from;
    while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
