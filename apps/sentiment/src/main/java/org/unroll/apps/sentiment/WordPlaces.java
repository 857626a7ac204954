package org.unroll.apps.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.labelled.Occlusion;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Tokenizer;

/** Where in a text its words stand, to leave them out one by one. */
final class WordPlaces {
  private record Place(int from, int to) {}

  private WordPlaces() {}

  /**
   * The text without each of the words that a net reads of it; a space stands in its place, so that
   * its neighbours do not become one word. Of a text that is cut into characters none.
   */
  static List<Occlusion.Without<TextInput>> without(TextInput input, TextEncoder encoder) {
    String text = input.text();
    List<Occlusion.Without<TextInput>> all = new ArrayList<>();
    if (encoder.tokenizer() == Tokenizer.CHAR) {
      return all;
    }
    List<Place> places = places(text, encoder.tokenizer().tokenize(text));
    for (Place place : encoder.kept().of(places, encoder.maxLength())) {
      if (place.to > place.from) {
        String left = text.substring(0, place.from) + " " + text.substring(place.to);
        String word = text.substring(place.from, place.to);
        all.add(new Occlusion.Without<>(word, new TextInput(left)));
      }
    }
    return all;
  }

  /** An empty one of a word that the tokenizer wrote in another way, as some quotation marks. */
  private static List<Place> places(String text, List<String> words) {
    List<Place> places = new ArrayList<>();
    int from = 0;
    for (String word : words) {
      int at = indexOf(text, word, from);
      places.add(at < 0 ? new Place(from, from) : new Place(at, at + word.length()));
      from = at < 0 ? from : at + word.length();
    }
    return places;
  }

  /** Whatever the case of the letters; −1 if it is not there. */
  private static int indexOf(String text, String word, int from) {
    for (int at = from; at + word.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return at;
      }
    }
    return -1;
  }
}
