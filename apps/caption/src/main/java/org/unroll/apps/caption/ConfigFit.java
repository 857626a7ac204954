package org.unroll.apps.caption;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
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
  }

  private static boolean reads(GraphSpec graph, String input) {
    return graph.nodes().values().stream().anyMatch(node -> node.reads().contains(input));
  }

  private void checkEncoder(EncoderConfig encoder, PictureForm read, Problems problems) {
    if (config.data().features().isPresent()) {
      problems.add("encoder", "data.features has what an encoder would give; remove one of them");
      return;
    }
    EncoderGraph graph = EncoderGraph.of(encoder, PictureForm.PICTURE.unknown(), Shape.UNKNOWN);
    GraphCheck.check(graph.spec(), graph.ports(), "encoder.graph", problems);
    checkHead(encoder, problems);
    List<String> names = EncoderGraph.names(encoder.graph());
    if (!names.contains(encoder.features())) {
      problems.add(
          "encoder.features",
          "no node '%s' in encoder.graph%s"
              .formatted(encoder.features(), NearestName.suggest(encoder.features(), names)));
      return;
    }
    PictureForm given = graph.form();
    if (graph.isShaped() && given != read) {
      problems.add(
          "graph",
          "it reads %s, and what encoder.features names gives %s; read those"
              .formatted(read.input(), given.input()));
    }
  }

  private static void checkHead(EncoderConfig encoder, Problems problems) {
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
