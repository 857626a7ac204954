/**
 * Notebooks: Markdown with cells of Java, run and written as .ipynb and .html, and what cells use.
 */
package org.unroll.core.notebook;
