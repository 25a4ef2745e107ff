/**
 * From abstract syntax back to source in one canonical layout: parsing the printed text gives the
 * same records, spans aside. The way in is {@link tc0.syntax.printer.ModulePrinter}.
 */
package tc0.syntax.printer;
