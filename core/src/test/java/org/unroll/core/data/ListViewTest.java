package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListViewTest {
  private static List<String> letters(String all) {
    return ListView.of(all.length(), place -> all.substring(place, place + 1));
  }

  @Test
  void itemsAreMadeWhenTheyAreAskedFor() {
    List<String> view = letters("abc");

    assertThat(view).containsExactly("a", "b", "c").isEqualTo(List.of("a", "b", "c"));
    assertThat(view.subList(1, 3)).containsExactly("b", "c");
    assertThatThrownBy(() -> view.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.set(0, "x")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void someItemsStandInTheOrderOfTheirPlaces() {
    assertThat(ListView.selected(letters("abcd"), new int[] {3, 0})).containsExactly("d", "a");
    assertThat(ListView.selected(List.of("a"), new int[0])).isEmpty();
    assertThat(ListView.selected(letters("ab"), new int[] {1})).isInstanceOf(ListView.class);
    assertThat(ListView.selected(List.of("a"), new int[] {0})).isNotInstanceOf(ListView.class);
  }

  @Test
  void listsStandOneAfterTheOtherAlsoWhereSomeAreEmpty() {
    assertThat(ListView.joined(List.of(letters(""), letters("ab"), letters(""), letters("c"))))
        .containsExactly("a", "b", "c");
    assertThat(ListView.joined(List.of(letters("ab"), letters(""), letters(""))))
        .containsExactly("a", "b");
    assertThat(ListView.joined(List.of())).isEmpty();
    assertThat(ListView.joined(List.of(letters("a")))).containsExactly("a");
  }

  @Test
  void aViewIsKeptAndALivingListCopied() {
    List<String> view = letters("ab");
    List<String> living = new ArrayList<>(view);
    List<String> kept = ListView.kept(living);
    living.clear();

    assertThat(ListView.kept(view)).isSameAs(view);
    assertThat(kept).containsExactly("a", "b");
  }
}
