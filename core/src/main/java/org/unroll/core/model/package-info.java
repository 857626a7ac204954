/** A trained net, opened to be asked. */
package org.unroll.core.model;
