package org.unroll.core.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a table of scores comes to: whether the net is worth more than the best simple model.
 *
 * @param says better, even or worse: of the net
 * @param metric that they were compared by
 * @param model the best simple one
 * @param difference the net's score less that model's
 * @param noise how far the difference may be off by chance
 * @param text one sentence, with what to do about it
 * @param advice the end of it that says what to do; empty if nothing, or of an earlier version
 */
public record Verdict(
    Says says,
    String metric,
    String model,
    double difference,
    double noise,
    String text,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String advice) {
  public Verdict {
    advice = advice == null ? "" : advice;
  }

  /** The text without the advice. */
  public String finding() {
    return text.substring(0, text.length() - advice.length()).strip();
  }

  /** Of the net, from the least to the most favourable. */
  public enum Says {
    @JsonProperty("worse")
    WORSE,
    @JsonProperty("even")
    EVEN,
    @JsonProperty("better")
    BETTER
  }
}
