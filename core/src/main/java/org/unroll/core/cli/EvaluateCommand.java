package org.unroll.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.report.ScoreTable;
import org.unroll.core.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Scores a trained net on a split or on a labelled file.")
final class EvaluateCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private final App<C> app;

  @Option(
      names = "--run",
      defaultValue = "latest",
      description = "Run directory, or latest (the default).")
  private String run;

  @Option(
      names = "--split",
      defaultValue = "validation",
      description = "train, validation (the default) or test.")
  private Split split;

  @Option(names = "--data", paramLabel = "FILE", description = "A labelled file instead.")
  private Path data;

  @Option(names = "--json", description = "Prints the metrics as JSON.")
  private boolean json;

  @Option(names = "--offline", description = "Never connects to the network.")
  private boolean offline;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the run's config, such as decode.beam=1.")
  private List<String> settings = new ArrayList<>();

  EvaluateCommand(App<C> app) {
    this.app = app;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    // Notices go to the error stream: --json must leave nothing but JSON on the output.
    DataAccess access = new DataAccess(offline, System.err::println);
    try (TrainedModel model = TrainedModel.open(app, run, access, settings)) {
      Evaluation evaluation =
          data == null ? ofSplit(model) : model.task().evaluate(model.net(), data);
      if (data == null && split == Split.TEST) {
        Provenance.read(model.run()).testOpenedOnceMore(model.task().digests()).write(model.run());
      }
      if (data == null && split != Split.TEST && Provenance.read(model.run()).refitEpochs() > 0) {
        System.err.println(
            "note: this net was refit on train and validation, so it has seen what it is scored on;"
                + " result.json holds the validation scores from before");
      }
      print(evaluation, model.task().remark());
      return Main.DONE;
    }
  }

  private Evaluation ofSplit(TrainedModel model) {
    try {
      return model.task().evaluate(model.net(), split);
    } catch (UserError e) {
      throw new UserError(
          "--split %s needs the data of the training (another file is scored with --data FILE): %s"
              .formatted(split.key(), e.getMessage()),
          e);
    }
  }

  private void print(Evaluation evaluation, String remark) throws JsonProcessingException {
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(evaluation.metrics()));
      return;
    }
    String scored = data == null ? "the " + split.key() + " split" : data.toString();
    ScoreTable scores = new ScoreTable("model", scored, remark);
    scores.add(ScoreTable.NET, evaluation.metrics());
    System.out.print(scores.toTable().toText());
    for (Table table : evaluation.tables()) {
      System.out.println();
      System.out.print(table.toText());
    }
  }
}
