package org.unroll.apps.translate;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.text.PairText;
import org.unroll.datasets.text.SentenceForm;

@Doc("What is made of sentences before they are cut, and how they are cut.")
record TranslateText(
    @Inline PairText pieces,
    @Doc("Lower-case all sentences first; a net of lower-cased sentences takes others so.")
        @Default("false")
        boolean lowerCase,
    @Doc("Part marks from words first; a net of tokenised sentences takes others so.")
        @Default("false")
        boolean tokenise,
    @Doc("Answer with marks beside their words and a capital at the start.") @Default("false")
        boolean detokenise) {

  SentenceForm form() {
    return new SentenceForm(lowerCase, tokenise);
  }
}
