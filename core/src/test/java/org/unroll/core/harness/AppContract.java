package org.unroll.core.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.Json;
import org.unroll.core.app.App;
import org.unroll.core.app.Question;
import org.unroll.core.app.RunConfig;
import org.unroll.core.engine.GroupMember;
import org.unroll.core.model.RunAnswers;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.ui.TrainingUi;

/**
 * The thirteen tests that every app must pass. An app's own {@code …ContractIT} extends this and
 * says what its eight examples are.
 *
 * @param <C> the app's config
 */
public abstract class AppContract<C extends Record & RunConfig> {
  private static final Offset<Float> WITHIN = Offset.offset(1e-6f);

  private static final List<String> OF_SOME_APPS =
      List.of(
          "--model",
          "--spark",
          "--n-best",
          "--detokenise",
          "--attention",
          "--html",
          "--segments",
          "--render",
          "--length",
          "--temperature",
          "--top-k",
          "--top-p",
          "--beam",
          "--samples",
          "--seed");

  @TempDir private Path folder;

  /**
   * Eight examples to learn by heart.
   *
   * @param settings that make a small net learn them, {@code key=value}; training, validation and
   *     test data are the same; at least two of the examples differ in length
   * @param labelled a file of them
   * @param inputs a file the app can predict from
   * @param learnt what shows that they are learnt
   */
  public record EightExamples(List<String> settings, Path labelled, Path inputs, Learnt learnt) {}

  /**
   * A score that is good enough.
   *
   * @param bar which the metric must reach
   */
  public record Learnt(String metric, double bar) {}

  /** The app, as {@code ServiceLoader} finds it. */
  protected abstract App<C> app();

  /**
   * Writes the examples' files.
   *
   * @param empty where to
   */
  protected abstract EightExamples examples(Path empty) throws IOException;

  /** A data set of the catalogue that the app can be trained on; of {@link #generates} any name. */
  protected abstract String catalogued();

  /** Whether its data follows from its config alone, so that it reads no files but to answer. */
  protected boolean generates() {
    return false;
  }

  /** Whether its batches hold sequences of other lengths side by side. */
  protected boolean pads() {
    return true;
  }

  /** The folder of the app's configs. */
  protected Path configs() {
    return Path.of("../../configs");
  }

  @Test
  void shippedConfigsHaveNoMistake() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(configs())) {
      files = all.filter(this::isOfThisApp).toList();
    }

    assertThat(files).contains(configs().resolve(app().name() + ".yaml"));
    for (Path file : files) {
      Unroll checked = Unroll.run(app().name(), "config", "check", "-c", file.toString());
      assertThat(checked.err()).as(file.toString()).isEmpty();
      assertThat(checked.exitCode()).as(file.toString()).isZero();
      assertSaysWhatToExpect(file);
    }
  }

  /** Its first comment says what it does, its second what score in what time by what command. */
  private void assertSaysWhatToExpect(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String name = file.getFileName().toString().replace(".yaml", "");
    assertThat(lines.get(0)).startsWith("# " + name + ": ");
    assertThat(lines.get(1))
        .matches("# Expect .*\\d.* minutes?.*: .*\\./unroll " + app().name() + " train .*")
        .contains(name.equals(app().name()) ? "" : "-c configs/" + name + ".yaml");
  }

  private boolean isOfThisApp(Path file) {
    return file.getFileName().toString().matches(app().name() + "(-.*)?\\.yaml");
  }

  @Test
  void examplesOfTheHelpAreUnderstood(@TempDir Path empty) throws Exception {
    assertThat(new HelpExamples(empty).mistakes()).isEmpty();
  }

  @Test
  void predictShowsTheOptionsOfItsAppAlone() {
    String help = Unroll.run(app().name(), "predict", "--help").out();
    List<String> shown = new ArrayList<>();
    for (String option : OF_SOME_APPS) {
      if (help.contains(option + "=") || help.contains(option + " ")) {
        shown.add(option);
      }
    }

    assertThat(shown).hasSameElementsAs(app().predictOptions());
  }

  @Test
  void theGraphGivesWhatTheHeadPromises() throws IOException {
    try (Trial<C> trial = new Trial<>(app(), examples(folder).settings())) {
      MultiDataSet batch = trial.task().training().get(0, 0).data();
      INDArray[] outputs = trial.outputs(batch);

      assertThat(outputs).hasSameSizeAs(batch.getLabels());
      INDArray labels = batch.getLabels(0); // [batch, …] or [batch, …, time]
      long[] expected = labels.shape().clone();
      expected[1] = trial.task().ports().outputSize(); // labels may be class numbers
      assertThat(outputs[0].shape()).isEqualTo(expected);
      assertThat(outputs[0].sumNumber().doubleValue()).isFinite();
    }
  }

  @Test
  void garbageInMaskedStepsChangesNothing() throws IOException {
    try (Trial<C> trial = new Trial<>(app(), examples(folder).settings())) {
      if (!pads()) {
        assertThat(trial.task().training().get(0, 0).data().hasMaskArrays()).isFalse();
        return;
      }
      MultiDataSet batch = trial.paddedBatch();
      MultiDataSet masked = Garbage.inMaskedSteps(batch, trial.task().ports());
      MultiDataSet unmasked = Garbage.inUnmaskedSteps(batch, trial.task().ports());

      assertThat(masked.getFeatures()).isNotEqualTo(batch.getFeatures());
      assertThat(trial.outputs(masked)).isEqualTo(trial.outputs(batch));
      assertThat(trial.gradient(masked)).containsExactly(trial.gradient(batch), WITHIN);
      // what this test would see if the mask were ignored
      assertThat(trial.outputs(unmasked)).isNotEqualTo(trial.outputs(batch));
    }
  }

  /** The second is a thread here, with a graph of its own and a connection. */
  @Test
  void aStepByTwoProcessesIsThatOfOne() throws IOException {
    try (Trial<C> trial = new Trial<>(app(), examples(folder).settings());
        ProcessGroup group = new ProcessGroup(2, "127.0.0.1")) {
      new Thread(() -> serve(group.address())).start();
      group.await(Duration.ofSeconds(10));
      MultiDataSet batch = trial.task().training().get(0, 0).data();

      Trial.Stepped together = trial.step(batch, 2, true, Optional.of(group));

      assertThat(group.peer(1)).isPresent();
      Trial.Stepped parts = trial.step(batch, 2, true, Optional.empty());
      assertThat(together.gradient()).isEqualTo(parts.gradient());
      assertThat(together.parameters()).isEqualTo(parts.parameters());
      INDArray whole = trial.step(batch, 1, false, Optional.empty()).gradient();
      INDArray sum = trial.step(batch, 2, false, Optional.empty()).gradient();
      assertThat(Distance.between(sum, whole)).isLessThan(1e-5 * Math.max(1, largest(whole)));
    }
  }

  private static double largest(INDArray array) {
    return array.amaxNumber().doubleValue();
  }

  private static void serve(GroupAddress address) {
    try {
      GroupMember.serve(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void learnsEightExamplesByHeart() throws IOException {
    EightExamples examples = examples(folder);
    Path run = folder.resolve("run");
    train(run, examples, "--no-ui", "--test");

    JsonNode result = Json.MAPPER.readTree(run.resolve("result.json").toFile());
    double value = result.at("/metrics/test/" + examples.learnt().metric()).asDouble();
    assertThat(value).isGreaterThanOrEqualTo(examples.learnt().bar());
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }

  private void train(Path run, EightExamples examples, String... more) {
    List<String> command = new ArrayList<>(List.of(app().name(), "train"));
    command.addAll(List.of("--run-dir", run.toString()));
    examples.settings().forEach(setting -> command.addAll(List.of("-s", setting)));
    command.addAll(List.of(more));
    Unroll trained = Unroll.run(command.toArray(String[]::new));

    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
  }

  @Test
  void aMovedRunAnswersWithoutItsData() throws IOException {
    String app = app().name();
    Path data = Files.createDirectory(folder.resolve("data"));
    EightExamples examples = examples(data);
    Path run = folder.resolve("run");
    train(run, examples, "--no-ui", "-s", "train.epochs=3");
    String inputs = examples.inputs().toString();
    String labelled = examples.labelled().toString();
    Unroll answers = Unroll.run(app, "predict", "--run", run.toString(), "--in", inputs);
    Unroll scores =
        Unroll.run(app, "evaluate", "--json", "--run", run.toString(), "--data", labelled);
    MovedRun moved = MovedRun.to(folder.resolve("elsewhere"), run, data);

    List<String> in = List.of("--in", "data/" + examples.inputs().getFileName());
    String said = answers.out().replace(data + "/", "data/"); // where they name what was asked
    assertSame(moved.ask(app, "predict", in), said);
    if (!generates()) {
      assertSame(moved.ask(app, "predict", asIfTrainedOn(catalogued(), in)), said);
    }
    assertThat(moved.cache()).doesNotExist();
    List<String> file = List.of("--json", "--data", "data/" + examples.labelled().getFileName());
    assertSame(moved.ask(app, "evaluate", file), scores.out());
    Unroll split = moved.ask(app, "evaluate", List.of("--split", "validation"));
    assertThat(split.exitCode()).isEqualTo(generates() ? 0 : 2);
    if (!generates()) {
      assertThat(split.err()).hasLineCount(1).contains(data.toString(), "--data FILE");
    }
  }

  private static List<String> asIfTrainedOn(String name, List<String> more) {
    List<String> arguments = new ArrayList<>(more);
    for (String part : List.of("train", "validation", "test")) {
      arguments.addAll(List.of("-s", "data." + part + "=null"));
    }
    arguments.addAll(List.of("-s", "data.source=" + name));
    return arguments;
  }

  private static void assertSame(Unroll now, String before) {
    assertThat(before).isNotEmpty();
    assertThat(now.out()).as(now.err()).isEqualTo(before);
  }

  /** Data, run and answers in folders with names as users' systems have them. */
  @Test
  void everyCommandWorksInFoldersOfAnyName() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("données %+# 数据 😀"));
    EightExamples examples = examples(odd);
    Path run = odd.resolve("run 1 é%20");
    train(run, examples, "--no-ui", "-s", "train.epochs=2");
    Path out = odd.resolve("réponses %+#?.csv");

    done("predict", run, "--in", examples.inputs().toString(), "--out", out.toString());
    assertThat(out).isNotEmptyFile();
    done("evaluate", run, "--split", "validation");
    Files.delete(run.resolve("report.html"));
    done("report", run);
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }

  private void done(String command, Path run, String... more) {
    List<String> arguments = new ArrayList<>(List.of(app().name(), command, "--run", "" + run));
    arguments.addAll(List.of(more));
    Unroll ended = Unroll.run(arguments.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void theChartInTheBrowserShowsTheLossOfEachStep() throws IOException {
    String oneStepAnEpoch = "data.batch=100000";
    String fiveEpochs = "train.epochs=5";
    String everySecondStep = "ui={port: 0, every: 2}";
    Path run = folder.resolve("run");
    train(run, examples(folder), "-s", oneStepAnEpoch, "-s", fiveEpochs, "-s", everySecondStep);

    List<ChartPoint> expected = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      JsonNode epoch = Json.MAPPER.readTree(line);
      if (epoch.path("epoch").asInt() % 2 == 0) {
        double loss = epoch.at("/train/loss").asDouble();
        expected.add(new ChartPoint(epoch.path("epoch").asInt(), loss));
      }
    }
    assertThat(expected).hasSize(2);
    assertThat(ChartPoint.stored(run)).isEqualTo(expected);
  }

  /** With trainings of an epoch, in a JVM of its own, as its runs lie elsewhere. */
  @Test
  void allCellsOfTheNotebookRun() {
    Path notebook = Path.of("notebook.md");
    assumeTrue(Files.exists(notebook), "an app without a notebook, such as that of a test");
    String out = folder.resolve("out").toString();
    try (UnrollProcess process =
        UnrollProcess.start("notebook", "notebook.md", "--small", "--out", out)) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    assertThat(folder.resolve("out").resolve(app().name() + ".ipynb")).isNotEmptyFile();
    assertThat(folder.resolve("out").resolve(app().name() + ".html")).isNotEmptyFile();
  }

  /** In a real browser: its curves and samples epoch by epoch, and what its net answers. */
  @Test
  void thePagesShowTheRun() throws IOException {
    assumeTrue(Browser.WANTED, "-Dunroll.browser=none");
    EightExamples examples = examples(Files.createDirectory(folder.resolve("data")));
    String name = app().name() + "/shown";
    Path run = folder.resolve("runs").resolve(name);
    train(run, examples, "--no-ui", "-s", "train.epochs=2");
    try (RunAnswers answers = new RunAnswers();
        TrainingUi ui = TrainingUi.start("127.0.0.1", 0);
        Browser browser = new Browser(folder.resolve("profile"))) {
      ui.answering(answers);
      ui.show(run);
      browser.screen(400, 800, "dark");
      browser.open(ui.url(), "/");
      assertThat(browser.await("#rows tr").getText()).contains("shown", "finished");
      browser.open(ui.url(), "/samples#run=" + name);
      browser.await(".sample");
      browser.await(".curves svg");
      browser.screenshot("samples-" + app().name());
      browser.open(ui.url(), "/play#run=" + name);
      assertThat(ask(browser, examples)).isNotBlank();
      browser.screenshot("play-" + app().name());
      assertKeepsToItself(browser);
    }
  }

  private String ask(Browser browser, EightExamples examples) throws IOException {
    if (app().question() == Question.TEXT) {
      List<String> lines = Files.readAllLines(examples.inputs()); // the first may name columns
      browser.await("#text").sendKeys(lines.get(lines.size() - 1).split("[\\t,]")[0]);
    } else {
      browser.await("#file").sendKeys(asked(examples).toAbsolutePath().toString());
    }
    browser.await("#ask").click();
    return browser.await("#said").getText();
  }

  /** A file to ask a net with that is not asked with a text. */
  protected Path asked(EightExamples examples) throws IOException {
    return examples.inputs();
  }

  private static void assertKeepsToItself(Browser browser) {
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.script("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(
            browser.script(
                "performance.getEntriesByType('resource')"
                    + ".filter(each => !each.name.startsWith(location.origin)).length"))
        .isEqualTo(0L);
  }

  @Test
  void aSavedModelAnswersAsBefore() throws IOException {
    EightExamples examples = examples(folder);
    try (Trial<C> trial = new Trial<>(app(), examples.settings())) {
      trial.step();

      List<?> answers = trial.predict(examples.inputs());
      assertThat(answers).isNotEmpty();
      assertThat(trial.savedAndRestored(folder, examples.inputs())).isEqualTo(answers);
    }
  }
}
