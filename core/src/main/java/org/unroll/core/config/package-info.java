/**
 * The YAML file as typed, checked records: parsing with positions, delta merge, binding, JSON
 * Schema. Pure Java: nothing here knows DL4J.
 *
 * <p>To read in this order: {@link org.unroll.core.config.ConfigLoader} (layers to record), {@code
 * YamlReader} (text to nodes with places), {@code Delta} (nodes over nodes), {@code RecordShape} (a
 * record as keys), {@code Binder} (nodes to records), {@link org.unroll.core.config.JsonSchema}.
 */
package org.unroll.core.config;
