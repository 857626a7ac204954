/**
 * The kinds of nodes of the {@code graph} section: a record each, which says its keys, its shape
 * and the parts it is built of.
 */
package org.unroll.core.graph.node;
