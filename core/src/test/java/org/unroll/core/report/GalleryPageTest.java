package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.RegionAttention;
import org.unroll.core.app.Sample;

class GalleryPageTest {
  @TempDir private Path folder;

  @Test
  void aPictureIsShownWholeAndWhereTheNetLookedOnWhatItSaw() {
    GalleryPage page = new GalleryPage();
    RegionAttention looked = new RegionAttention(1, 2, List.of("dog"), List.of(List.of(0.2, 0.8)));
    page.add(
        new Sample.Picture(1, 0, "1.png", "c2Vlbg==", List.of(), "dog", false, 0, looked),
        "d2hvbGU=");
    Path file = folder.resolve("gallery.html");
    page.write(file);

    assertThat(file)
        .content()
        .contains("src=\"data:image/png;base64,d2hvbGU=\"")
        .contains(" href=\"data:image/png;base64,c2Vlbg==\"")
        .doesNotContain("src=\"data:image/png;base64,c2Vlbg==\"");
  }
}
