package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.pretrained.KerasNets;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** Shapes of pretrained nets, and what is wrong with them, all before any data is read. */
class PretrainedCheckTest {
  private static final Shape PICTURE = new Shape.Picture(3, 12, 10);
  private static final Shape UNKNOWN = new Shape.Picture(0, 0, 0);

  @TempDir private Path folder;

  private static GraphSpec spec(String file, String cut) {
    Pretrained net =
        new Pretrained(
            List.of("pictures"), file, Optional.of(cut).filter(name -> !name.isEmpty()), true);
    return TinyGraphs.spec("net", net, "output", softmax("net"));
  }

  private static Map<String, Shape> shapes(Shape shape, String file, String cut) {
    GraphPorts ports = ports("pictures", shape);
    return GraphCheck.check(spec(file, cut), ports, "graph", new Problems());
  }

  private static void assertProblem(Shape shape, GraphSpec spec, String path, String... parts) {
    Problems problems = new Problems();
    GraphCheck.check(spec, ports("pictures", shape), "graph", problems);
    Problem first = problems.found().get(0);
    assertThat(first.path()).isEqualTo("graph.net" + path);
    assertThat(first.message()).contains(parts);
  }

  @Test
  void shapesOfWhatItGives() {
    String vgg = KerasNets.vggFile();
    String residual = KerasNets.residualFile();
    assertThat(shapes(PICTURE, vgg, "")).containsEntry("net", new Shape.Picture(5, 3, 2));
    assertThat(shapes(PICTURE, vgg, "fc")).containsEntry("net", new Shape.Vector(6));
    assertThat(shapes(new Shape.Frames(3, 12, 10), vgg, "fc"))
        .containsEntry("net", new Shape.Sequence(6));
    assertThat(shapes(new Shape.Frames(3, 12, 10), vgg, "conv1"))
        .containsEntry("net", new Shape.Frames(4, 12, 10));
    assertThat(shapes(UNKNOWN, vgg, "pool1")).containsEntry("net", new Shape.Picture(4, 0, 0));
    assertThat(shapes(UNKNOWN, residual, "")).containsEntry("net", new Shape.Vector(10));
    assertThat(shapes(new Shape.Picture(3, 40, 60), residual, "conv1"))
        .containsEntry("net", new Shape.Picture(4, 20, 31));
  }

  @Test
  void aCutThatIsNotThere() {
    assertProblem(
        PICTURE,
        spec(KerasNets.vggFile(), "conv22"),
        ".cut",
        "no layer 'conv22'",
        "did you mean 'conv2'?");
  }

  @Test
  void aLayerThatWeDoNotHave() {
    String file = KerasNets.unknownFile();
    assertProblem(
        PICTURE,
        spec(file, "after"),
        ".cut",
        "layer 'odd' is Lambda, which has no counterpart here; cut the net before it, such as cut: conv1");
    assertThat(shapes(PICTURE, file, "conv1")).containsEntry("net", new Shape.Picture(4, 12, 10));
  }

  @Test
  void picturesOfAnotherKind() {
    String vgg = KerasNets.vggFile();
    assertProblem(
        new Shape.Picture(1, 12, 10),
        spec(vgg, "conv1"),
        ".input",
        "reads pictures of 3 channels, but this input has 1");
    assertProblem(
        new Shape.Picture(3, 24, 10),
        spec(vgg, "fc"),
        ".input",
        "reads pictures of 12x10 (height x width), but this input has 24x10",
        "cut the net before 'flatten'");
    assertProblem(
        new Shape.Picture(3, 2, 10), spec(vgg, "pool2"), ".input", "the pictures are too small");
    assertProblem(new Shape.Sequence(3), spec(vgg, ""), ".input", "takes pictures or frames");
  }

  @Test
  void filesThatAreNoNets() throws IOException {
    Path text = Files.writeString(folder.resolve("net.h5"), "hello");
    assertProblem(PICTURE, spec(text.toString(), ""), ".file", "is no net: expected a .h5 file");
    Path cut = folder.resolve("cut.h5");
    byte[] whole = Files.readAllBytes(Path.of(KerasNets.vggFile()));
    Files.write(cut, Arrays.copyOf(whole, 600));
    assertProblem(PICTURE, spec(cut.toString(), ""), ".file", "cannot be read", "copy it again");
    assertProblem(
        PICTURE, spec(KerasNets.weightsFile(), ""), ".file", "weights alone (no model_config)");
    Path zip = folder.resolve("net.keras");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("model.weights.h5"));
    }
    assertProblem(PICTURE, spec(zip.toString(), ""), ".file", "is a .keras file; save it as .h5");
    Problems problems = new Problems();
    GraphCheck.checkFiles(spec(folder.toString(), ""), "graph", problems);
    assertThat(problems.found()).singleElement().asString().contains("no file " + folder);
  }
}
