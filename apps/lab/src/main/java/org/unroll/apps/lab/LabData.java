package org.unroll.apps.lab;

import java.util.List;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.graph.node.Head;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Replaced;
import org.unroll.datasets.lab.LabSettings;
import org.unroll.datasets.lab.LabTask;

@Replaced
@Doc("The task, and what its examples are like.")
sealed interface LabData permits DrawnData, ExtrapolationData, ClippingData {
  /** Examples in a batch. */
  int batch();

  /** The kinds of head whose output the task reads. */
  List<Class<? extends Head>> heads();

  /** What it scores that has a better side, the first by which nets are mainly compared. */
  List<Metric> metrics();

  /** Draws nothing yet. */
  LabTask<?> task(LabConfig config);

  default LabSettings settings(LabConfig config) {
    BatchOrder order = new BatchOrder(batch(), config.seed(), true);
    return new LabSettings(order, config.weights());
  }
}
