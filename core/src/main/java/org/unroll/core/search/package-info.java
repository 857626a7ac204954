/**
 * Searches for values of a config: what is drawn, how long each trial is trained, what it comes to.
 */
package org.unroll.core.search;
