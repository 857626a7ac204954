/**
 * Translation: sentence to sentence, encoder and decoder. Start at {@link
 * org.unroll.apps.translate.TranslateApp}.
 */
package org.unroll.apps.translate;
