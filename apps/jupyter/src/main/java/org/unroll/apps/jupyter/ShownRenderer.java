package org.unroll.apps.jupyter;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.unroll.core.app.Prediction;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.notebook.Shown;

/**
 * Tells a kernel of the JJava family how our values look. Its kernels find it by {@code
 * ServiceLoader}, JJava's own as well as {@link UnrollKernel}.
 */
public final class ShownRenderer implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    Renderer renderer = kernel.getRenderer();
    register(renderer, Shown.class);
    register(renderer, Table.class);
    register(renderer, Chart.class);
    register(renderer, Prediction.class);
  }

  private static <T> void register(Renderer renderer, Class<T> type) {
    renderer
        .createRegistration(type)
        .preferring(Shown.HTML, Shown.SVG)
        .register((value, context) -> render(Shown.of(value), context));
  }

  private static void render(Shown shown, RenderContext context) {
    DisplayData data = context.getOutputContainer();
    data.putText(shown.text());
    if (shown.hasMarkup()) {
      data.putData(shown.type(), shown.markup());
    }
  }
}
