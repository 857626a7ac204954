package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.core.metric.Table;
import org.unroll.datasets.lab.Execution;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Program;

/**
 * Programs with a net. Characters are scored as each is said after the right ones before it; where
 * all are right, the net writes the whole answer by itself too. Not thread-safe.
 */
final class ExecuteTask extends LabTask<Program> {
  private static final int LONGEST = 12;
  private static final int SAMPLES = 8;

  private final Execution execution;

  ExecuteTask(Execution execution, LabSettings settings) {
    super(execution, settings);
    this.execution = execution;
  }

  @Override
  protected Evaluation score(List<Program> examples, List<float[]> outputs) {
    SaidSymbols all = new SaidSymbols();
    Map<String, SaidSymbols> cells = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      Program example = examples.get(i);
      int[] truth = execution.said(example);
      List<double[]> said =
          new StepClasses(outputs.get(i), Execution.SAID.length())
              .from(execution.first(example), truth.length);
      all.add(truth, said);
      cells
          .computeIfAbsent(cell(example.digits(), example.nesting()), key -> new SaidSymbols())
          .add(truth, said);
    }
    return new Evaluation(
        all.metrics(),
        List.of(
            table("Characters right, by digits and operations", Metric.ACCURACY, cells),
            table("Whole answers right, by digits and operations", Metric.EXACT_MATCH, cells)));
  }

  private static String cell(int digits, int nesting) {
    return digits + " " + nesting;
  }

  private Table table(String title, Metric metric, Map<String, SaidSymbols> cells) {
    List<String> header = new ArrayList<>(List.of("digits"));
    for (int nesting = 1; nesting <= execution.most().nesting(); nesting++) {
      header.add(nesting == 1 ? "1 operation" : nesting + " operations");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int digits = 1; digits <= execution.most().digits(); digits++) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(digits)));
      for (int nesting = 1; nesting <= execution.most().nesting(); nesting++) {
        SaidSymbols said = cells.get(cell(digits, nesting));
        row.add(said == null ? Table.NONE : metric.scale().text(said.metrics().get(metric.key())));
      }
      rows.add(row);
    }
    return new Table(title, header, rows);
  }

  /** How often each character stands at each place of a training answer. */
  @Override
  protected Map<String, Evaluation> baselines(List<Program> examples) {
    double[][] counts = new double[LONGEST][Execution.SAID.length()];
    for (double[] row : counts) {
      Arrays.fill(row, 1);
    }
    for (Program example : examples(Split.TRAIN)) {
      int[] said = execution.said(example);
      for (int place = 0; place < Math.min(LONGEST, said.length); place++) {
        counts[place][said[place]]++;
      }
    }
    SaidSymbols scores = new SaidSymbols();
    for (Program example : examples) {
      int[] truth = execution.said(example);
      List<double[]> rows = new ArrayList<>();
      for (int place = 0; place < truth.length; place++) {
        double[] row = counts[Math.min(LONGEST - 1, place)];
        double sum = Arrays.stream(row).sum();
        rows.add(Arrays.stream(row).map(count -> count / sum).toArray());
      }
      scores.add(truth, rows);
    }
    return Map.of("by-place", new Evaluation(scores.metrics(), List.of()));
  }

  /** Character after character, each read again by the net. */
  @Override
  protected List<String> said(Net net, List<Program> examples) {
    List<Program> written = new ArrayList<>(examples.stream().map(e -> e.having("")).toList());
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      open.add(i);
    }
    for (int length = 0; length < LONGEST && !open.isEmpty(); length++) {
      List<float[]> outputs = outputs(net, open.stream().map(written::get).toList());
      List<Integer> more = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        Program program = written.get(open.get(i));
        String next = answer(program, outputs.get(i));
        if (!next.equals(".")) {
          written.set(open.get(i), program.having(program.written() + next));
          more.add(open.get(i));
        }
      }
      open = more;
    }
    return written.stream().map(Program::written).toList();
  }

  /** The character after those that were written. */
  @Override
  protected String answer(Program example, float[] output) {
    int step = execution.first(example) + example.written().length();
    double[] row = new StepClasses(output, Execution.SAID.length()).at(step);
    return String.valueOf(Execution.SAID.charAt(StepClasses.best(row)));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<Program> all = examples(Split.VALIDATION);
    List<Program> shown = all.subList(0, Math.min(SAMPLES, all.size()));
    List<String> said = said(net, shown);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Program program = shown.get(i);
      samples.add(
          new Sample.Pair(
              epoch, i, program.code(), program.output(), said.get(i), Alignment.NOWHERE));
    }
    return samples;
  }

  @Override
  protected Sample sample(int epoch, int number, Program example, float[] output) {
    throw new UnsupportedOperationException("samples are written character by character");
  }
}
