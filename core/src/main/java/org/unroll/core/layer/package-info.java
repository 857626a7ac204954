/** DL4J layers, vertices, weight starts and losses of our own: what DL4J lacks or gets wrong. */
package org.unroll.core.layer;
