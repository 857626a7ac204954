package org.unroll.core.cli;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Verdict;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;
import org.unroll.core.yaml.ConfigText;

/**
 * What stands beside the scores of a trained net on a split, and what they come to.
 *
 * @param baselines name → metric → value
 */
record Beside(Map<String, Map<String, Double>> baselines, Optional<String> verdict) {
  static final Beside NOTHING = new Beside(Map.of(), Optional.empty());

  /** As its training scored it, if the net scores as it did then; else the simple models anew. */
  static <C extends Record & RunConfig> Beside of(
      App<C> app, TrainedModel<?, ?> model, Split split, Evaluation net) {
    RunDirectory run = model.run();
    if (Files.exists(run.result())) {
      RunResult stored = RunResult.read(run);
      if (net.metrics().equals(stored.metrics().get(split.key()))) {
        return new Beside(stored.baselines(split.key()), stored.verdictOn(split.key()));
      }
    }
    try {
      return anew(app, model, split, net);
    } catch (UserError e) { // what was to be scored is scored
      System.err.println("note: no simple model stands beside the net: " + e.getMessage());
      return NOTHING;
    }
  }

  private static <C extends Record & RunConfig> Beside anew(
      App<C> app, TrainedModel<?, ?> model, Split split, Evaluation net) {
    Map<String, Evaluation> simple = model.task().baselines(split);
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    simple.forEach((name, each) -> scores.put(name, each.metrics()));
    C config = AppConfig.reload(app, ConfigText.of(model.run().config())).config();
    return new Beside(scores, app.judge(config).of(net, simple).map(Verdict::text));
  }
}
