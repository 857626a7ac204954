package org.unroll.apps.sentiment;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.app.DataAccess;
import org.unroll.core.graph.GraphSpec;
import org.unroll.datasets.text.LabelledText;

final class PretrainedEmbeddings {
  private PretrainedEmbeddings() {}

  static void load(
      ComputationGraph graph,
      GraphSpec spec,
      FittedText fitted,
      List<LabelledText> training,
      DataAccess access) {}
}
