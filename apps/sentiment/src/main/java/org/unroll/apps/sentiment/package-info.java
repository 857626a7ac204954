/**
 * Sentiment: text to class, many to one. Start at {@link org.unroll.apps.sentiment.SentimentApp}.
 */
package org.unroll.apps.sentiment;
