/**
 * Captioning: one picture to a sentence, a CNN that sees and a recurrent net that writes. Start at
 * {@link org.unroll.apps.caption.CaptionApp}.
 */
package org.unroll.apps.caption;
