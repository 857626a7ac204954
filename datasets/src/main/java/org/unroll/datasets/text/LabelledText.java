package org.unroll.datasets.text;

import org.unroll.core.data.Labelled;
import org.unroll.core.data.Origin;

/**
 * A text and its class.
 *
 * @param text as read, not tokenised, not blank
 * @param label the class as the data names it
 * @param origin where it was read
 */
public record LabelledText(String text, String label, Origin origin)
    implements Labelled<TextInput> {
  @Override
  public TextInput input() {
    return new TextInput(text);
  }
}
