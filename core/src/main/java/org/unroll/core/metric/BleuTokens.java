package org.unroll.core.metric;

import java.util.List;
import java.util.regex.Pattern;

/** How BLEU cuts a sentence into words. Pure, thread-safe. */
public enum BleuTokens {
  /** The tokeniser of NIST's mteval-v13a script, as sacreBLEU has it. */
  MTEVAL_13A("13a") {
    @Override
    List<String> tokens(String sentence) {
      String line = sentence.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
      line = line.replace("&quot;", "\"").replace("&amp;", "&");
      line = " " + line.replace("&lt;", "<").replace("&gt;", ">") + " ";
      line = SIGN.matcher(line).replaceAll(" $1 ");
      line = POINT_AFTER_NO_DIGIT.matcher(line).replaceAll("$1 $2 ");
      line = POINT_BEFORE_NO_DIGIT.matcher(line).replaceAll(" $1 $2");
      line = DASH_AFTER_DIGIT.matcher(line).replaceAll("$1 $2 ");
      return SpacedWords.of(line);
    }
  },

  /** The sentence is tokenised already: words stand between spaces. */
  NONE("none") {
    @Override
    List<String> tokens(String sentence) {
      return SpacedWords.of(sentence);
    }
  };

  private static final Pattern SIGN = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
  private static final Pattern POINT_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
  private static final Pattern POINT_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
  private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

  private final String signature;

  BleuTokens(String signature) {
    this.signature = signature;
  }

  /** The name in a signature string. */
  String signature() {
    return signature;
  }

  /** The words of a sentence. */
  abstract List<String> tokens(String sentence);
}
