/** Stored runs at a glance: what each is, where it stands, how it scored, beside the others. */
package org.unroll.core.history;
