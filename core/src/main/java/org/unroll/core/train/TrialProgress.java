package org.unroll.core.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.run.JsonLines;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.TrainingState.Best;

/**
 * How far a run is trained, as its checkpoint holds it, and how good it was then.
 *
 * @param finished whether no epoch is left: all done, or stopped early
 * @param best after each epoch that is done, the best one up to it
 * @param watched the score of each of these epochs that it is stopped by; NaN if it has none
 */
public record TrialProgress(boolean finished, List<Best> best, List<Double> watched) {
  /** Nothing trained yet. */
  public static final TrialProgress NONE = new TrialProgress(false, List.of(), List.of());

  public TrialProgress {
    best = List.copyOf(best);
    watched = List.copyOf(watched);
  }

  /** Epochs done. */
  public int epochs() {
    return best.size();
  }

  /** Whether there is nothing to train up to an epoch. */
  public boolean reached(int epoch) {
    return finished || epochs() >= epoch;
  }

  /**
   * The best epoch up to one, or of all that are done if they are fewer.
   *
   * @throws IllegalStateException if none is done
   */
  public Best at(int epoch) {
    if (best.isEmpty()) {
      throw new IllegalStateException("no epoch is done");
    }
    return best.get(Math.min(epoch, epochs()) - 1);
  }

  /** Lines of epochs after the checkpoint are of a killed training, which goes on without them. */
  static TrialProgress read(TrainConfig config, RunDirectory run) {
    if (!Files.exists(run.lastCheckpoint())) {
      return NONE;
    }
    TrainingState state = TrainingState.read(run.lastCheckpoint());
    List<Best> best = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    Best last = Trainer.start(config).best();
    for (Map<String, Double> validation : validations(run, state.epoch())) {
      last = Trainer.best(config, last, best.size() + 1, validation);
      best.add(last);
      watched.add(validation.getOrDefault(config.earlyStop().metric(), Double.NaN));
    }
    return new TrialProgress(Trainer.finished(config, state), best, watched);
  }

  private static List<Map<String, Double>> validations(RunDirectory run, int epochs) {
    List<Map<String, Double>> all = new ArrayList<>();
    try {
      for (JsonNode line : JsonLines.read(run.metrics()).records()) {
        if (line.path("epoch").asInt() == all.size() + 1 && all.size() < epochs) {
          Map<String, Double> scores = new LinkedHashMap<>();
          line.path("validation")
              .properties()
              .forEach(score -> scores.put(score.getKey(), score.getValue().asDouble()));
          all.add(scores);
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot read " + run.metrics() + ": " + e.getMessage(), e);
    }
    if (all.size() < epochs) {
      throw new UserError(
          "%s lacks epoch %d of the %d that its run was trained: its scores are lost, start anew"
              .formatted(run.metrics(), all.size() + 1, epochs));
    }
    return all;
  }
}
