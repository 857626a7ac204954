package org.unroll.core.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrialProgress;

/**
 * One config of a search.
 *
 * @param name of its directory
 * @param values by key, as YAML; of the config as it is those it has, empty for one it leaves out
 * @param rungs of the halving that it was trained to the end of
 * @param epochs trained
 * @param bestEpoch the best of them; 0 before the first
 * @param score of that epoch; null before the first
 * @param surprise of the net then, which decides between equal scores; null if it has none
 * @param reason why it failed; empty if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trial(
    String name,
    Map<String, String> values,
    State state,
    int rungs,
    int epochs,
    int bestEpoch,
    Double score,
    Double surprise,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason) {
  /** Where a trial stands. */
  public enum State {
    @JsonProperty("waiting")
    WAITING,
    /** Trained in part, and its turn may come again. */
    @JsonProperty("paused")
    PAUSED,
    /** Ended early, as others were better. */
    @JsonProperty("dropped")
    DROPPED,
    @JsonProperty("finished")
    FINISHED,
    @JsonProperty("failed")
    FAILED
  }

  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values)); // keeps the order
    reason = reason == null ? "" : reason;
  }

  static Trial waiting(String name, Map<String, String> values) {
    return new Trial(name, values, State.WAITING, 0, 0, 0, null, null, "");
  }

  /** The same at the end of one rung more. */
  Trial reached(int rung) {
    return new Trial(
        name, values, state, Math.max(rungs, rung), epochs, bestEpoch, score, surprise, reason);
  }

  /** The same as far as it is trained now. */
  Trial trained(TrialProgress progress) {
    if (progress.epochs() == 0) {
      return this;
    }
    Best best = progress.at(progress.epochs());
    State now = progress.finished() ? State.FINISHED : State.PAUSED;
    return new Trial(
        name,
        values,
        now,
        rungs,
        progress.epochs(),
        best.epoch(),
        Double.isFinite(best.value()) ? best.value() : null,
        Double.isFinite(best.surprise()) ? best.surprise() : null,
        "");
  }

  Trial failed(String why) {
    return in(State.FAILED, why);
  }

  Trial dropped() {
    return in(State.DROPPED, "");
  }

  private Trial in(State now, String why) {
    return new Trial(name, values, now, rungs, epochs, bestEpoch, score, surprise, why);
  }

  String value(SearchedKey key) {
    return values.getOrDefault(key.key(), "");
  }

  /** Whether it has a score, and did not fail. */
  @JsonIgnore
  boolean isScored() {
    return score != null && state != State.FAILED;
  }
}
