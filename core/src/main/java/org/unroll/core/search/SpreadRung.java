package org.unroll.core.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.RemoteTraining;
import org.unroll.core.train.TrialProgress;
import org.unroll.core.train.TrialTraining;

/** The trials of a rung on a cluster, at the same time, noted in the order in which they end. */
final class SpreadRung implements Cluster.Listener {
  private final TrialTraining<?> training;
  private final int epochs;
  private final Notes notes;
  private final Consumer<String> told;
  private final Set<String> noted = new HashSet<>();
  private boolean through = true;

  /** Notes what came of a trial. */
  interface Notes {
    /**
     * @param trained how far it is now, or what it failed of
     * @return false if it was stopped before the rung's end
     */
    boolean take(String trial, Supplier<TrialProgress> trained);
  }

  /**
   * @param epochs of the rung
   * @param told what the user should know
   */
  SpreadRung(TrialTraining<?> training, int epochs, Notes notes, Consumer<String> told) {
    this.training = training;
    this.epochs = epochs;
    this.notes = notes;
    this.told = told;
  }

  /**
   * @param trials names of them, below a directory
   * @return false if stopped
   */
  boolean train(Cluster cluster, RunDirectory parent, List<String> trials, BooleanSupplier stop) {
    List<RemoteTraining> left = training.left(epochs, trials.stream().map(parent::within).toList());
    if (!left.isEmpty()) {
      cluster.train(left, stop, this);
    }
    for (String trial : trials) { // those that were through before, or are stopped
      note(trial, () -> training.progress(parent.within(trial)));
    }
    return through;
  }

  private void note(String trial, Supplier<TrialProgress> trained) {
    if (noted.add(trial)) {
      through &= notes.take(trial, trained);
    }
  }

  @Override
  public void began(RemoteTraining trial) {}

  @Override
  public void ended(RemoteTraining trial) {
    note(trial.name(), () -> training.progress(trial.run()));
  }

  @Override
  public void failed(RemoteTraining trial, RuntimeException thrown) {
    note(
        trial.name(),
        () -> {
          throw thrown;
        });
  }

  @Override
  public void told(String notice) {
    told.accept(notice);
  }
}
