/**
 * Character language model: text to next character, many to many in step. Start at {@link
 * org.unroll.apps.charlm.CharlmApp}.
 */
package org.unroll.apps.charlm;
