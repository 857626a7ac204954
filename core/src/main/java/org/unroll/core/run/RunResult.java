package org.unroll.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.unroll.core.Json;

/**
 * {@code result.json}, stable and for scripts.
 *
 * @param metrics split → metric → value
 * @param baselines name → split → metric → value
 * @param seconds training time, over all resumes
 * @param parameters numbers the net learns
 * @param epochs epochs trained
 * @param bestEpoch the epoch whose weights {@code model.zip} holds, from 1
 * @param standardDeviations of the metrics over seeds or folds, in the parent of their runs; null
 *     of a single training
 * @param remark what every table of these scores must say of them, such as that they are of
 *     forecasts which saw the future; empty if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunResult(
    int format,
    String app,
    String name,
    Map<String, Map<String, Double>> metrics,
    Map<String, Map<String, Map<String, Double>>> baselines,
    double seconds,
    double examplesPerSecond,
    long parameters,
    int epochs,
    int bestEpoch,
    Map<String, Map<String, Double>> standardDeviations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String remark) {

  /** What a file does not have is empty; one of a run without a remark has no such key. */
  public RunResult {
    metrics = metrics == null ? Map.of() : metrics;
    baselines = baselines == null ? Map.of() : baselines;
    remark = remark == null ? "" : remark;
  }

  public static RunResult read(RunDirectory run) {
    return Json.read(run.result(), RunResult.class);
  }
}
