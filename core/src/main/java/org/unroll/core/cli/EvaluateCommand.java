package org.unroll.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Example;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.report.ScoreTable;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Scores a trained net on a split or on a labelled file.")
final class EvaluateCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private final App<C> app;

  @Mixin private ModelOptions options;

  @Option(names = "--split", description = "train, validation (the default) or test.")
  private Split named; // null for the default

  @Option(names = "--data", paramLabel = "FILE", description = "A labelled file instead.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Scores a simple model in place of the net, such as ridge.")
  private String simple; // null for the net

  @Option(names = "--json", description = "Prints the metrics as JSON.")
  private boolean json;

  private EvaluateCommand(App<C> app) {
    this.app = app;
  }

  /** With the examples of the app. */
  static <C extends Record & RunConfig> CommandLine of(App<C> app) {
    List<Example> examples = new ArrayList<>();
    examples.add(new Example("the latest run on the validation split, beside simple models", ""));
    examples.add(new Example("once all is decided, for a script", "--split test --json"));
    String labelled = app.examples().labelled();
    if (!labelled.isEmpty()) {
      examples.add(new Example("on data of yours", "--data " + labelled));
    }
    CommandLine command = new CommandLine(new EvaluateCommand<>(app));
    HelpLayout.show(command, examples);
    return command;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (named != null && data != null) {
      throw new UserError("--split and --data name two things to score: leave one out");
    }
    options.requireFile("--data", data);
    Split split = split();
    RunDirectory directory = options.directory(app);
    try (TrainedModel<?, ?> model = options.open(app, directory)) {
      Evaluation evaluation = data == null ? ofSplit(model, split) : ofFile(model);
      if (data == null && split == Split.TEST) {
        Provenance.read(directory).testOpenedOnceMore(model.task().digests()).write(directory);
      }
      boolean net = simple == null;
      if (net
          && data == null
          && split != Split.TEST
          && Provenance.read(directory).refitEpochs() > 0) {
        System.err.println(
            "note: this net was refit on train and validation, so it has seen what it is scored on;"
                + " result.json holds the validation scores from before");
      }
      Beside beside =
          net && data == null && !json ? Beside.of(app, model, split, evaluation) : Beside.NOTHING;
      print(evaluation, model.task().remark(), beside);
      return Main.DONE;
    }
  }

  private Split split() {
    return named == null ? Split.VALIDATION : named;
  }

  private Evaluation ofFile(TrainedModel<?, ?> model) {
    return simple == null
        ? model.task().evaluate(model.net().doing(scoring(data.toString())), data)
        : model.task().evaluate(model.known(simple), data);
  }

  private static String scoring(String what) {
    return "scoring " + what;
  }

  private Evaluation ofSplit(TrainedModel<?, ?> model, Split split) {
    Map<String, Evaluation> baselines;
    try {
      if (simple == null) {
        return model.task().evaluate(model.net().doing(scoring(split.key())), split);
      }
      baselines = model.task().baselines(split);
    } catch (UserError e) {
      throw new UserError(
          "--split %s needs the data of the training (another file is scored with --data FILE): %s"
              .formatted(split.key(), e.getMessage()),
          e);
    }
    if (!baselines.containsKey(simple)) {
      throw new UserError(
          "there is no model '%s' beside the net; there are %s"
              .formatted(simple, String.join(", ", baselines.keySet())));
    }
    return baselines.get(simple);
  }

  private void print(Evaluation evaluation, String remark, Beside beside)
      throws JsonProcessingException {
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(evaluation.metrics()));
      return;
    }
    String scored = data == null ? "the " + split().key() + " split" : data.toString();
    ScoreTable scores = new ScoreTable("model", scored, remark);
    scores.add(simple == null ? ScoreTable.NET : simple, evaluation.metrics());
    beside.baselines().forEach(scores::add);
    System.out.print(scores.toTable().toText());
    beside.verdict().ifPresent(System.out::println);
    for (Table table : evaluation.tables()) {
      System.out.println();
      System.out.print(table.toText());
    }
  }
}
