/**
 * The training view: DL4J's UI server bound to the loopback address, with a page of validation
 * samples, over one or many run directories.
 */
package org.unroll.core.ui;
