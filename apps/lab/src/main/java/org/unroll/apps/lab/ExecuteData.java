package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.core.yaml.Variant;
import org.unroll.datasets.lab.Curriculum;
import org.unroll.datasets.lab.Draws;
import org.unroll.datasets.lab.Execution;
import org.unroll.datasets.lab.LabTask;
import org.unroll.datasets.lab.Operation;

@Variant(
    key = "task",
    names = {"execute"})
@Doc("What a short program prints, read and said by characters (Zaremba & Sutskever 2014).")
record ExecuteData(
    @Doc("Digits of the longest numbers.") @Default("2") @Range(min = 1, max = 6) int digits,
    @Doc("Operations of the longest programs.") @Default("2") @Range(min = 1, max = 10) int nesting,
    @Doc("What programs are made of: add, subtract, multiply, choose, loop.")
        @Default("[add, subtract, multiply, choose, loop]")
        List<Operation> operations,
    @Doc("Which programs are shown when: baseline, naive, mixed or combined.") @Default("combined")
        Curriculum curriculum,
    @Doc("Epochs after which the naive curriculum goes on to more digits, then to more operations.")
        @Default("2")
        @Range(min = 1, max = 10_000)
        int every,
    @Inline Draws draws)
    implements DrawnData, Checked {
  @Override
  public void check(String path, Problems problems) {
    if (operations.isEmpty()) {
      problems.add(path + ".operations", "expected at least one, such as [add, multiply]");
    }
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Softmax.class);
  }

  @Override
  public List<Metric> metrics() {
    return SaidSymbols.METRICS;
  }

  @Override
  public LabTask<?> task(LabConfig config) {
    Curriculum.Difficulty most = new Curriculum.Difficulty(digits, nesting);
    return new ExecuteTask(
        new Execution(operations, most, curriculum, every, draws, config.seed()), settings(config));
  }
}
