package org.unroll.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.metric.Verdict;

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
 * @param controls those of the baselines that are no simple models but nets trained to compare with
 * @param verdict split → whether the net is worth more than the best simple model
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String remark,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> controls,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Verdict> verdict) {

  /** What a file does not have is empty; one of a run without a remark has no such key. */
  public RunResult {
    metrics = metrics == null ? Map.of() : metrics;
    baselines = baselines == null ? Map.of() : baselines;
    remark = remark == null ? "" : remark;
    controls = controls == null ? List.of() : List.copyOf(controls);
    verdict = verdict == null ? Map.of() : verdict;
  }

  /** One that was not judged yet. */
  public RunResult(
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
      String remark) {
    this(
        format,
        app,
        name,
        metrics,
        baselines,
        seconds,
        examplesPerSecond,
        parameters,
        epochs,
        bestEpoch,
        standardDeviations,
        remark,
        List.of(),
        Map.of());
  }

  /** The same with what it comes to. */
  public RunResult judged(List<String> controls, Map<String, Verdict> verdict) {
    return new RunResult(
        format,
        app,
        name,
        metrics,
        baselines,
        seconds,
        examplesPerSecond,
        parameters,
        epochs,
        bestEpoch,
        standardDeviations,
        remark,
        controls,
        verdict);
  }

  /** The simple models that were scored on a split: those beside the net which are no controls. */
  public Map<String, Map<String, Double>> simple(String split) {
    Map<String, Map<String, Double>> simple = baselines(split);
    controls.forEach(simple::remove);
    return simple;
  }

  /** All that was scored beside the net on a split. */
  public Map<String, Map<String, Double>> baselines(String split) {
    Map<String, Map<String, Double>> scored = new LinkedHashMap<>();
    baselines.forEach(
        (model, splits) -> {
          if (splits.containsKey(split)) {
            scored.put(model, splits.get(split));
          }
        });
    return scored;
  }

  /** What the scores on a split come to, in a sentence. */
  public Optional<String> verdictOn(String split) {
    return Optional.ofNullable(verdict.get(split)).map(Verdict::text);
  }

  public static RunResult read(RunDirectory run) {
    return Json.read(run.result(), RunResult.class);
  }
}
