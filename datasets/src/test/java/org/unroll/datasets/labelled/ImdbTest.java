package org.unroll.datasets.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.catalog.TestArchives;
import org.unroll.datasets.catalog.TestArchives.Member;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;

class ImdbTest {
  @TempDir private Path folder;

  private static List<Member> reviews() {
    List<Member> reviews = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      reviews.add(member("train/pos/" + i + "_9", "Fine film number " + i));
      reviews.add(member("train/neg/" + i + "_2", "Dull film number " + i));
    }
    reviews.add(member("train/pos/100_9", "Stands in test"));
    reviews.add(member("train/pos/101_9", "Twice"));
    reviews.add(member("train/pos/102_9", "Twice"));
    reviews.add(member("train/unsup/0_0", "No label"));
    reviews.add(member("test/neg/0_1", "Stands in test"));
    reviews.add(member("test/pos/0_10", " Très bien<br /><br />indeed\n"));
    reviews.add(member("train/urls_pos", "http://a"));
    return reviews;
  }

  private static Member member(String name, String text) {
    return new Member("aclImdb/" + name + ".txt", text.getBytes(UTF_8));
  }

  private Splits<LabelledText> splits(String archive, List<Member> reviews) throws IOException {
    Path there = Files.createDirectories(folder.resolve(archive));
    Files.write(there.resolve(archive), TestArchives.tarGz(reviews));
    return Imdb.splits(there);
  }

  @Test
  void readsBothArchivesAlikeInWhateverOrder() throws IOException {
    Splits<LabelledText> splits = splits("aclImdb_labelled.tar.gz", reviews());
    List<Member> shuffled = new ArrayList<>(reviews());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(splits("aclImdb_v1.tar.gz", shuffled)).isEqualTo(splits);
    assertThat(splits.test())
        .extracting(text -> text.label() + " " + text.text() + " " + text.origin())
        .containsExactly(
            "negative Stands in test aclImdb/test/neg/0_1.txt:1",
            "positive Très bien<br /><br />indeed aclImdb/test/pos/0_10.txt:1");
  }

  @Test
  void aTenthOfTrainValidatesAndWhatStandsInTestIsDropped() throws IOException {
    Splits<LabelledText> splits = splits("aclImdb_v1.tar.gz", reviews());
    assertThat(splits.train().size() + splits.validation().size()).isEqualTo(202);
    assertThat(splits.validation()).hasSizeBetween(10, 35);
    assertThat(splits.train()).extracting(LabelledText::text).doesNotContain("Stands in test");
    assertThat(splits.train())
        .extracting(LabelledText::text)
        .filteredOn(text -> text.equals("Twice"))
        .satisfiesAnyOf(
            twice -> assertThat(twice).isEmpty(), twice -> assertThat(twice).hasSize(2));
  }

  @Test
  void missingOrOtherArchivesAreSaid() {
    assertThatThrownBy(() -> Imdb.splits(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("aclImdb_v1.tar.gz");
    assertThatThrownBy(() -> splits("aclImdb_v1.tar.gz", List.of(member("README", "x"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no reviews in aclImdb/train");
    byte[] latin = {'c', 'a', 'f', (byte) 0xE9};
    assertThatThrownBy(
            () ->
                splits(
                    "aclImdb_v1.tar.gz", List.of(new Member("aclImdb/train/pos/1_9.txt", latin))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("aclImdb/train/pos/1_9.txt is not UTF-8");
  }
}
