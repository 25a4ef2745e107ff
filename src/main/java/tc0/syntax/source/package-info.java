/** Source texts and the places in them. */
package tc0.syntax.source;
