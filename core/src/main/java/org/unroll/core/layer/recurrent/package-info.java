/**
 * The recurrent layer of lstm, gru and rnn, on oneDNN or plain ND4J, and its initial and last
 * states.
 */
package org.unroll.core.layer.recurrent;
