package org.unroll.core.search;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.search.SearchedValues.Listed;
import org.unroll.core.search.SearchedValues.RealRange;
import org.unroll.core.search.SearchedValues.WholeRange;
import org.unroll.core.yaml.FlowYaml;

/**
 * One key of a search, {@code --over key=a,b,c} or {@code --over key=LOW..HIGH[:log]}, or several
 * with the same value, {@code --over key,key=…}.
 *
 * @param key of the config, such as {@code graph.encoder.size}; of several with commas between
 * @param over as typed
 */
record SearchedKey(String key, SearchedValues values, String over) {
  private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final Pattern RANGE =
      Pattern.compile("(%1$s)\\.\\.(%1$s)(:\\w*)?".formatted(NUMBER));
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
  private static final String FORM =
      "expected key=a,b,c or key=LOW..HIGH, with :log behind it for equal factors, such as"
          + " --over train.updater.adam=1e-4..1e-2:log";

  /**
   * @param over what stands behind {@code --over}
   * @throws UserError if it is none
   */
  static SearchedKey parse(String over) {
    int equals = over.indexOf('=');
    String key = equals < 0 ? "" : over.substring(0, equals).strip();
    if (key.isEmpty() || keys(key).contains("")) {
      throw mistake(over, FORM);
    }
    String text = over.substring(equals + 1).strip();
    Matcher range = RANGE.matcher(text);
    return new SearchedKey(key, range.matches() ? range(over, range) : listed(over, text), over);
  }

  private static SearchedValues listed(String over, String text) {
    List<String> values = FlowYaml.split(text).stream().map(String::strip).toList();
    if (values.contains("")) {
      throw mistake(over, "a value is missing; " + FORM);
    }
    if (values.size() < 2) {
      throw mistake(over, "one value leaves nothing to choose; " + FORM);
    }
    Set<String> known = new HashSet<>();
    for (String value : values) {
      if (!known.add(value)) {
        throw mistake(over, "names " + value + " twice");
      }
    }
    return new Listed(values);
  }

  private static SearchedValues range(String over, Matcher range) {
    BigDecimal low = new BigDecimal(range.group(1));
    BigDecimal high = new BigDecimal(range.group(2));
    String suffix = range.group(3) == null ? "" : range.group(3);
    if (!suffix.isEmpty() && !suffix.equals(":log")) {
      throw mistake(over, "unknown '" + suffix + "' behind the range: expected :log or nothing");
    }
    if (low.compareTo(high) >= 0) {
      String what = low.compareTo(high) == 0 ? "is empty" : "runs backwards";
      throw mistake(over, "the range %s: expected a low end, then a higher one".formatted(what));
    }
    boolean byFactors = !suffix.isEmpty();
    if (byFactors && low.signum() <= 0) {
      throw mistake(
          over, "a range with :log has no place for 0 or less: expected a low end above 0");
    }
    boolean whole =
        WHOLE.matcher(range.group(1)).matches() && WHOLE.matcher(range.group(2)).matches();
    return whole
        ? new WholeRange(low.longValueExact(), high.longValueExact(), byFactors)
        : new RealRange(low, high, byFactors);
  }

  private static UserError mistake(String over, String what) {
    return new UserError("--over " + over + ": " + what);
  }

  /**
   * The value of a draw, which hangs neither on other keys nor on how many draws there are.
   *
   * @param draw from 1
   */
  String draw(long seed, int draw) {
    long ofSeed = new SplittableRandom(seed).split().nextLong(); // split: a seed of 1 is no draw 1
    long ofDraw = new SplittableRandom(draw).nextLong();
    long ofKey = new SplittableRandom(key.hashCode()).nextLong();
    long mixed = new SplittableRandom(ofSeed + ofDraw).nextLong() ^ ofKey;
    return values.draw(new SplittableRandom(mixed));
  }

  /** Each by itself. */
  List<String> keys() {
    return keys(key);
  }

  private static List<String> keys(String joined) {
    return Stream.of(joined.split(",", -1)).map(String::strip).toList();
  }

  /** As settings of the config. */
  List<String> settings(String value) {
    return keys().stream().map(each -> each + "=" + value).toList();
  }

  /** Whether a key of one stands below a key of the other, or is the same. */
  boolean meets(SearchedKey other) {
    return keys().stream()
        .anyMatch(own -> other.keys().stream().anyMatch(theirs -> meet(own, theirs)));
  }

  private static boolean meet(String one, String other) {
    return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
  }
}
