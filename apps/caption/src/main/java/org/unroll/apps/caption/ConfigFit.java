package org.unroll.apps.caption;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.yaml.NearestName;
import org.unroll.core.yaml.Problems;

/** Whether graph, encoder and data go together, as far as it is seen without data. */
record ConfigFit(CaptionConfig config) {

  void check(Problems problems) {
    List<PictureForm> read =
        Arrays.stream(PictureForm.values())
            .filter(form -> reads(config.graph(), form.input()))
            .toList();
    if (read.size() != 1 || !reads(config.graph(), PictureForm.CAPTION)) {
      problems.add(
          "graph",
          "expected nodes that read caption, the words before, and one of picture, regions and features");
    } else if (config.encoder().isPresent()) {
      checkEncoder(config.encoder().get(), read.get(0), problems);
    } else if (config.data().features().isPresent() == (read.get(0) == PictureForm.PICTURE)) {
      problems.add(
          "graph",
          read.get(0) == PictureForm.PICTURE
              ? "it reads picture, and data.features has numbers in place of pixels; read features or regions"
              : "it reads %s, and nothing gives them; set data.features or encoder, or read picture"
                  .formatted(read.get(0).input()));
    }
    config.graph().nodes().forEach((name, node) -> checkHead(name, node, problems));
  }

  private static boolean reads(GraphSpec graph, String input) {
    return graph.nodes().values().stream().anyMatch(node -> node.reads().contains(input));
  }

  private static void checkHead(String name, NodeSpec node, Problems problems) {
    if (node.isHead() && !(node instanceof Softmax)) {
      problems.add("graph." + name, "words are chosen by {layer: softmax}");
    }
  }

  private void checkEncoder(EncoderConfig encoder, PictureForm read, Problems problems) {
    if (config.data().features().isPresent()) {
      problems.add("encoder", "data.features has what an encoder would give; remove one of them");
      return;
    }
    checkGraph(encoder, problems);
    List<String> names = EncoderGraph.names(encoder.graph());
    if (!names.contains(encoder.features())) {
      problems.add(
          "encoder.features",
          "no node '%s' in encoder.graph%s"
              .formatted(encoder.features(), NearestName.suggest(encoder.features(), names)));
      return;
    }
    EncoderGraph graph = EncoderGraph.of(encoder, PictureForm.PICTURE.unknown(), Shape.UNKNOWN);
    PictureForm given = graph.form();
    if (graph.isShaped() && given != read) {
      problems.add(
          "graph",
          "it reads %s, and what encoder.features names gives %s; read those"
              .formatted(read.input(), given.input()));
    }
  }

  private static void checkGraph(EncoderConfig encoder, Problems problems) {
    Problems found = new Problems();
    EncoderGraph graph = EncoderGraph.of(encoder, PictureForm.PICTURE.unknown(), Shape.UNKNOWN);
    GraphPorts ports = graph.ports();
    GraphCheck.check(graph.spec(), ports, "encoder.graph", found);
    found.found().forEach(problem -> problems.add(problem.path(), problem.message()));
    for (Map.Entry<String, NodeSpec> node : encoder.graph().nodes().entrySet()) {
      if (encoder.train().isPresent()
          && node.getValue().isHead()
          && !(node.getValue() instanceof Sigmoid)) {
        problems.add(
            "encoder.graph." + node.getKey(),
            "a picture has several words; write {layer: sigmoid}");
      }
    }
  }
}
