package org.unroll.apps.caption;

import java.util.Arrays;
import java.util.List;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problems;

/** Whether graph, encoder and data go together, as far as it is seen without data. */
record ConfigFit(CaptionConfig config) {

  void check(Problems problems) {
    config.encoder().ifPresent(encoder -> new EncoderCheck(encoder).check(problems));
    checkForm(problems);
  }

  private void checkForm(Problems problems) {
    List<PictureForm> read =
        Arrays.stream(PictureForm.values())
            .filter(form -> reads(config.graph(), form.input()))
            .toList();
    if (read.size() != 1 || !reads(config.graph(), PictureForm.CAPTION)) {
      problems.add(
          "graph",
          "expected nodes that read caption, the words before, and one of picture, regions and features");
    } else if (config.encoder().isPresent()) {
      checkKept(config.encoder().get(), read.get(0), problems);
    } else if (config.data().features().isPresent() == (read.get(0) == PictureForm.PICTURE)) {
      problems.add(
          "graph",
          read.get(0) == PictureForm.PICTURE
              ? "it reads picture, and data.features has numbers in place of pixels; give a graph that reads features or regions"
              : "it reads %s, and nothing gives them; set data.features or encoder, or read picture"
                  .formatted(read.get(0).input()));
    }
  }

  private static boolean reads(GraphSpec graph, String input) {
    return graph.nodes().values().stream().anyMatch(node -> node.reads().contains(input));
  }

  private void checkKept(EncoderConfig encoder, PictureForm read, Problems problems) {
    if (config.data().features().isPresent()) {
      problems.add("encoder", "data.features has what an encoder would give; remove one of them");
      return;
    }
    EncoderGraph graph = EncoderGraph.of(encoder, PictureForm.PICTURE.unknown(), Shape.UNKNOWN);
    PictureForm given = graph.form();
    if (graph.isShaped() && given != read) {
      problems.add(
          "graph",
          "it reads %s, and what encoder.features names gives %s; give a graph that reads those"
              .formatted(read.input(), given.input()));
    }
  }
}
