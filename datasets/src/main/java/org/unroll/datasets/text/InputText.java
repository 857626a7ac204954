package org.unroll.datasets.text;

import org.unroll.core.data.Origin;

/**
 * A text to classify; its class is not known.
 *
 * @param text as read, not tokenised, not blank
 * @param origin where it was read
 */
public record InputText(String text, Origin origin) {}
