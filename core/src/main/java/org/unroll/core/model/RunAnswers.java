package org.unroll.core.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;
import org.unroll.core.report.Html;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.ui.Answering;

/**
 * Opens runs as they are asked and keeps the last few open. One thread owns all nets: questions
 * wait for each other. Thread-safe.
 */
public final class RunAnswers implements Answering, AutoCloseable {
  private static final int OPEN = 2;

  private final OwnerThread owner = new OwnerThread("answers");
  private final Map<Trained, TrainedModel<?, ?>> models = new LinkedHashMap<>(); // oldest first

  private final List<String> notices = new ArrayList<>(); // of the question being answered
  private int answered;

  /** A run as it was when its net was read: one that trains on writes another. */
  private record Trained(Path run, long written) {
    static Trained of(RunDirectory run) {
      return new Trained(run.path(), run.model().toFile().lastModified());
    }
  }

  @Override
  public Question question(Path run) {
    RunDirectory directory = RunDirectory.open(run);
    if (!directory.model().toFile().isFile()) {
      throw new UserError(run + " has no trained net yet: it writes one after its first epoch");
    }
    return Unroll.app(directory).question();
  }

  @Override
  public String answer(Path run, Asked asked) {
    question(run);
    return owner.ask(() -> answered(run, asked));
  }

  /** The answer, and before it what the net has to say of the question. */
  private String answered(Path run, Asked asked) {
    notices.clear();
    String answer = AnsweredQuestion.of(model(run), asked, answered++);
    Html told = new Html();
    notices.forEach(notice -> told.element("p", "note", notice));
    return told + answer;
  }

  private TrainedModel<?, ?> model(Path run) {
    RunDirectory directory = RunDirectory.open(run);
    Trained asked = Trained.of(directory);
    TrainedModel<?, ?> model = models.remove(asked);
    while (model == null && models.size() >= OPEN) {
      models.remove(models.keySet().iterator().next()).close();
    }
    TrainedModel<?, ?> open =
        model == null ? Unroll.load(directory, notices::add, List.of("threads=1")) : model;
    models.put(asked, open);
    return open;
  }

  /** Ends when the last question is answered. */
  @Override
  public void close() {
    owner.later(() -> models.values().forEach(TrainedModel::close));
    owner.end();
  }
}
