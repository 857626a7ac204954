/**
 * From YAML to records: composed with positions, laid over each other, bound strictly; the JSON
 * Schema of the same records.
 */
package org.unroll.core.yaml;
